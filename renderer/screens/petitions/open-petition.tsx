import { useMemo, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import type { Failure } from '../../../shared/errors';
import { petitionFieldsSchema, type PetitionFields } from '../../../shared/register/petition';
import type { Office } from '../../../shared/register/office';
import { readDay, type DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { petitionKindsOffered } from '../../forms/petition-kinds';
import { policyOf, usePacks } from '../../policies';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { useDays } from '../record-form/days';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { BeforeSaving } from './before-saving';
import { openedWords } from './opened-words';
import { PaperFields } from './paper-fields';
import { blankPaper, readPaper, type PaperTexts } from './paper-texts';
import { paperWord } from './states';
import '../screens.css';

/** Opens a petition on a case, or an appeal against the determination that counts there. */
export function OpenPetition({ caseId, appeal }: { readonly caseId: string; readonly appeal: boolean }) {
  const view = useCall('case.get', { id: caseId });
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office, true);
  const title = appeal ? 'New appeal' : 'New petition';
  const failure = view.error?.failure ?? office.error?.failure;
  if (failure !== undefined)
    return (
      <Screen title={title}>
        <FailureBox failure={failure} />
      </Screen>
    );
  if (view.data?.row.id !== caseId || office.data === undefined || days === null)
    return <main className="screen" aria-busy="true" />;
  return <Opening view={view.data} office={office.data.office} days={days} appeal={appeal} />;
}

type OpeningProps = {
  readonly view: CaseView;
  readonly office: Office;
  readonly days: DayContext;
  readonly appeal: boolean;
};

function Opening({ view, office, days, appeal }: OpeningProps) {
  const [, go] = useLocation();
  const packs = usePacks();
  const { row } = view;
  const pack = policyOf(row.policy)?.pack ?? null;
  const box = useRef<HTMLDivElement>(null);
  const request = useRef(newRequestId());
  const busy = useRef(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(
    () => readingResolver<PaperTexts, PetitionFields>((texts) => readPaper(texts, days), petitionFieldsSchema),
    [days],
  );
  const form = useForm<PaperTexts, unknown, PetitionFields>({
    defaultValues: blankPaper(appeal ? 'appeal' : (petitionKindsOffered(pack)[0] ?? 'late-drop')),
    resolver,
    mode: 'onSubmit',
  });
  const typed = useWatch({ control: form.control }) as PaperTexts;
  const received = readDay(typed.receivedOn, days);

  const save = () =>
    form.handleSubmit(
      async (petition) => {
        if (busy.current) return;
        busy.current = true;
        setTrouble(null);
        const result = await change('petition.open', { requestId: request.current, caseId: row.id, petition });
        busy.current = false;
        if (result.ok) {
          say({ tone: 'saved', text: openedWords(result.value) });
          return go(to.petition(result.value.row.id));
        }
        // What was refused is not what will be sent next.
        request.current = newRequestId();
        takeProblems(form, result.failure, setTrouble);
      },
      (errors) => void focusFirstProblem(errors, box.current ?? document),
    )();
  useCommands({ 'record.save': () => void save(), 'record.saveNew': () => void save() }, 'petition.open');

  const title = appeal ? 'New appeal' : 'New petition';
  const detail = `${row.number} ${row.studentName} · ${row.courseCode}`;
  const leave = () => go(to.case(row.id));
  if (appeal && !view.determinations.some((d) => !d.superseded))
    return (
      <Screen title={title} detail={detail}>
        <Notice tone="warning" actions={<Button onPress={leave}>Back to the case</Button>}>
          There is nothing to appeal against yet: {row.number} has no determination. Complete its form first.
        </Notice>
      </Screen>
    );
  const word = paperWord(typed.kind);
  return (
    <Screen title={title} detail={detail} actions={<CommandButton id="record.save" tone="primary" />}>
      <div
        className="columns"
        ref={box}
        onKeyDown={(e) => {
          if (e.key !== 'Escape' || e.defaultPrevented) return;
          e.preventDefault();
          if (!form.formState.isDirty) return leave();
          say({ tone: 'note', text: `This ${word} is not saved. Ctrl+S saves it.` });
        }}
      >
        <Panel title={appeal ? 'Appeal as received' : 'Petition as received'}>
          {trouble !== null && <FailureBox failure={trouble} />}
          <RecordForm className="form" onSave={() => void save()}>
            <PaperFields control={form.control} pack={pack} office={office} days={days} appeal={appeal} />
          </RecordForm>
        </Panel>
        <BeforeSaving
          view={view}
          office={office}
          packs={packs}
          today={days.today}
          typed={{
            kind: typed.kind,
            received: received.kind === 'day' ? received.day : null,
            reason: typed.reason.trim(),
          }}
        />
      </div>
    </Screen>
  );
}
