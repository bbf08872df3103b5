import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useForm, useWatch, type FieldPath } from 'react-hook-form';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { change, newRequestId, queries, useCall } from '../../wire';
import { ClosuresEditor } from '../office/closures';
import { officeFormSchema, readOffice, type OfficeForm, type OfficeRecord } from '../office/office-text';
import { LetterheadPreview } from '../office/letterhead-preview';
import { FiscalYearField, HoursFields, IdentityFields, LetterheadFields, PersonFields } from '../office/sections';
import { TermsFields } from '../office/terms';
import { useToday } from '../../today';
import { focusFirstProblem, focusSoon, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { BoundChoice } from '../record-form/fields';
import { policiesNow, policyChoices } from '../../policies';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { PlaceStep } from './place-step';

type SetupStepsProps = {
  readonly start: OfficeForm;
  readonly onChange: (text: OfficeForm) => void;
  readonly onLeave: () => void;
  readonly onDone: () => void;
};

const steps = ['Office', 'Hours', 'Closures', 'Terms', 'Letterhead', 'Register'] as const;

/** The fields of each step, so that a step is left only when they are right. */
const stepFields: readonly (readonly FieldPath<OfficeForm>[])[] = [
  [
    'office.institution',
    'office.name',
    'office.phone',
    'office.email',
    'office.website',
    'office.policy',
    'office.address',
  ],
  ['office.hours', 'office.timeZone', 'office.fiscalYearBegins'],
  ['office.closures'],
  ['terms'],
  ['office.letterhead', 'office.signatory', 'office.languageLine', 'office.person'],
  [],
];

/** Set-up in six steps; Ctrl+Enter goes on, and the last one makes the register. */
export function SetupSteps({ start, onChange, onLeave, onDone }: SetupStepsProps) {
  const place = useCall('register.place', {});
  const [step, setStep] = useState(0);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const request = useRef(newRequestId());
  const heading = useRef<HTMLHeadingElement>(null);
  // Before there is an office its days are those of this PC.
  const today = useToday()?.day ?? new Date().toLocaleDateString('en-CA');
  const days = useMemo(() => ({ today, near: today, past: false, isWorkingDay: () => true }), [today]);
  const resolver = useMemo(
    () => readingResolver<OfficeForm, OfficeRecord>((text) => readOffice(text, days), officeFormSchema),
    [days],
  );
  const form = useForm<OfficeForm, unknown, OfficeRecord>({ defaultValues: start, resolver, mode: 'onTouched' });
  const text = useWatch({ control: form.control }) as OfficeForm;
  useEffect(() => onChange(text), [text, onChange]);
  useEffect(() => {
    document.title = `Set-up: ${steps[step] ?? ''} – Refund Desk`;
    // The first field of a step takes the keyboard by itself; a step without one is read from its heading.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [step]);

  const last = step === steps.length - 1;
  async function next(): Promise<void> {
    if (busy) return;
    const fields = stepFields[step] ?? [];
    if (fields.length > 0 && !(await form.trigger([...fields]))) return void focusFirstProblem(form.formState.errors);
    if (!last) return setStep(step + 1);
    await form.handleSubmit(create, (errors) => {
      const field = focusFirstProblem(errors);
      const at = stepFields.findIndex((names) => names.some((name) => field.startsWith(name)));
      if (at !== -1) setStep(at);
      focusSoon(field);
    })();
  }
  async function create({ office, terms }: OfficeRecord): Promise<void> {
    setBusy(true);
    setTrouble(null);
    const result = await change('register.create', { requestId: request.current, office, terms });
    setBusy(false);
    if (!result.ok) return takeProblems(form, result.failure, setTrouble);
    onDone();
    queries.setQueryData(['app.status', {}], result.value);
  }
  useCommands({ 'record.saveNew': () => void next(), 'record.save': () => void next() });

  return (
    <main className="setup">
      <header className="toolbar" role="group" aria-label="Toolbar" data-pane="toolbar">
        <h1>Set up the office</h1>
        <ol className="setup-steps" aria-label="Steps">
          {steps.map((name, index) => (
            <li key={name} aria-current={index === step ? 'step' : undefined} data-done={index < step || undefined}>
              {index + 1} {name}
            </li>
          ))}
        </ol>
        <div className="toolbar-actions">
          <Button onPress={() => (step === 0 ? onLeave() : setStep(step - 1))}>Back</Button>
          <CommandButton
            id="record.saveNew"
            tone="primary"
            label={last ? 'Finish set-up' : 'Next'}
            disabled={busy || (last && place.data?.refusal !== null)}
          />
        </div>
      </header>
      <div className="setup-body">
        {trouble !== null && <FailureBox failure={trouble} />}
        <section className="panel" aria-labelledby="step-heading" data-pane="step">
          <h2 id="step-heading" ref={heading} tabIndex={-1}>
            {headings[step]}
          </h2>
          <RecordForm onSave={() => void next()}>{content(step)}</RecordForm>
        </section>
      </div>
    </main>
  );

  function content(at: number): ReactNode {
    switch (at) {
      case 0:
        return (
          <div className="stack">
            <IdentityFields control={form.control} autoFocus />
            {policiesNow().length > 1 && (
              <BoundChoice
                control={form.control}
                name="office.policy"
                label="Policy"
                choices={policyChoices(policiesNow())}
                optional={false}
              />
            )}
          </div>
        );
      case 1:
        return (
          <div className="stack">
            <HoursFields control={form.control} autoFocus />
            <div className="form">
              <FiscalYearField control={form.control} />
            </div>
          </div>
        );
      case 2:
        return <ClosuresEditor control={form.control} today={days.today} />;
      case 3:
        return <TermsFields control={form.control} days={days} kept={0} />;
      case 4:
        return (
          <div className="columns">
            <div className="stack">
              <LetterheadFields control={form.control} autoFocus />
              <PersonFields control={form.control} />
            </div>
            <LetterheadPreview office={text.office} />
          </div>
        );
      default:
        return <PlaceStep place={place} />;
    }
  }
}

const headings = [
  'Which office is this?',
  'When is the office open?',
  'On which days is it closed?',
  'Which terms does it teach in?',
  'How do its letters look, and who works here?',
  'Where should the register lie?',
] as const;
