import { useRef, useState, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { Output } from '../../shared/contract';
import type { Failure } from '../../shared/errors';
import { run, useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { useMay } from '../may';
import { say } from '../status';
import { createSitting, useStore } from '../store';
import { change, newRequestId, useCall } from '../wire';
import { LetterheadPreview } from './office/letterhead-preview';
import { useOfficeForm } from './office/office-form';
import { writeOffice, type OfficeForm } from './office/office-text';
import {
  EnterField,
  IdentityFields,
  LetterheadFields,
  PersonFields,
  PrintingFields,
  ReasonsField,
} from './office/sections';
import type { DayContext } from '../../shared/typed/day';
import { useDays } from './record-form/days';
import { focusFirstProblem, focusSoon, takeProblems } from './record-form/problems';
import { RecordForm } from './record-form/record-form';
import { RecordsRetention } from './privacy/records-retention';
import { FailureBox } from './saying';
import { LetterKeys } from './settings/letter-keys';
import { Looks } from './settings/looks';
import { People } from './settings/people';
import { OwnPassphrase } from './settings/people-passphrase';
import { PolicyLink } from './settings/policy-link';
import { PrintersHere } from './settings/printers';
import { RegisterCare } from './settings/register-care';
import { OfficeRules } from './settings/rules';
import './screens.css';

const parts = [
  'Office',
  'Letterhead',
  'Printing',
  'Keys and look',
  'Reasons',
  'Policy',
  'Rules',
  'People',
  'Your passphrase',
  'Records and retention',
  'Register',
] as const;
type Part = (typeof parts)[number];

/** Which part was looked at last. */
const openPart = createSitting<Part>('Office');

/** The parts that are one form, saved together. */
const ofOffice: readonly Part[] = ['Office', 'Letterhead', 'Printing', 'Keys and look', 'Reasons'];

/** In which part a field stands, so that a problem can be gone to. */
const partOf: readonly (readonly [string, Part])[] = [
  ['office.letterhead', 'Letterhead'],
  ['office.signatory', 'Letterhead'],
  ['office.languageLine', 'Letterhead'],
  ['office.printing', 'Printing'],
  ['office.enterMovesOn', 'Keys and look'],
  ['office.reasons', 'Reasons'],
  ['office', 'Office'],
];

/** The office, its letters, printing, keys, reasons, how its policy is read, its rules and people, one's own passphrase, and its register. */
export function SettingsScreen() {
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  if (office.error !== null)
    return (
      <Screen title="Settings">
        <FailureBox failure={office.error.failure} />
      </Screen>
    );
  if (office.data === undefined || days === null) return <Screen title="Settings">{null}</Screen>;
  return <Settings kept={office.data} days={days} />;
}

function Settings({ kept, days }: { readonly kept: Output<'office.get'>; readonly days: DayContext }) {
  const part = useStore(openPart);
  const request = useRef(newRequestId());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const form = useOfficeForm(kept, days);
  const text = useWatch({ control: form.control }) as OfficeForm;

  const save = () =>
    form.handleSubmit(
      async ({ office }) => {
        setTrouble(null);
        const result = await change('office.save', { requestId: request.current, office });
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        request.current = newRequestId();
        form.reset(writeOffice(result.value, kept.terms));
        say({ tone: 'saved', text: 'Saved the settings' });
      },
      (errors) => {
        const field = focusFirstProblem(errors);
        openPart.set(partOf.find(([name]) => field.startsWith(name))?.[1] ?? 'Office');
        focusSoon(field);
      },
    )();
  const own = ofOffice.includes(part);
  useCommands({ 'record.save': own ? () => void save() : undefined }, 'office.save');
  const hidden: readonly (Part | null)[] = [
    useMay('person.list') ? null : 'People',
    useMay('retention.preview') ? null : 'Records and retention',
  ];
  const shown = parts.filter((name) => !hidden.includes(name));

  const { control } = form;
  const content: Record<Part, ReactNode> = {
    Office: (
      <Panel title="Office">
        <IdentityFields control={control} />
        <h3 className="part-head">Who works here</h3>
        <PersonFields control={control} />
      </Panel>
    ),
    Letterhead: (
      <div className="columns">
        <Panel title="Letterhead">
          <LetterheadFields control={control} />
        </Panel>
        <LetterheadPreview office={text.office} />
      </div>
    ),
    Printing: (
      <Panel title="Printing">
        <PrintingFields control={control} />
        <PrintersHere />
        <p className="part-note">
          Print the test page, fold it in three, put it into one of your envelopes and tap it to every side. The address
          must stay inside the window; if it does not, measure how far it is out and type that as a nudge. Save before
          you print the test page again.
        </p>
        <div className="row-of">
          <Button asks="paper.print" onPress={() => run('printer.test')}>
            Print the test page
          </Button>
        </div>
      </Panel>
    ),
    'Keys and look': (
      <Panel title="Keys and look">
        <EnterField control={control} />
        <Looks />
        <LetterKeys />
        <p className="part-note">
          <Button onPress={() => run('keys')}>Show the keys of this screen</Button>
        </p>
      </Panel>
    ),
    Reasons: (
      <Panel title="Reasons a student may give">
        <ReasonsField control={control} />
      </Panel>
    ),
    Policy: (
      <Panel title="How the policy is read">
        <PolicyLink policy={kept.office.policy} />
      </Panel>
    ),
    Rules: <OfficeRules />,
    People: <People />,
    'Your passphrase': <OwnPassphrase />,
    'Records and retention': <RecordsRetention />,
    Register: <RegisterCare />,
  };
  return (
    <Screen
      title="Settings"
      detail={form.formState.isDirty ? 'Not saved yet' : ''}
      actions={own || part === 'Rules' ? <CommandButton id="record.save" tone="primary" /> : null}
    >
      <div className="settings">
        <nav className="panel help-topics" aria-label="Parts of the settings" data-pane="parts">
          <ul>
            {shown.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  className="part-button"
                  aria-current={name === part ? 'page' : undefined}
                  onClick={() => openPart.set(name)}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        {own ? (
          <RecordForm className="stack" onSave={() => void save()}>
            {trouble !== null && <FailureBox failure={trouble} />}
            {content[part]}
          </RecordForm>
        ) : (
          <div className="stack">{content[part]}</div>
        )}
      </div>
    </Screen>
  );
}
