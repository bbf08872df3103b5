import { createChance, type Chance } from '../../electron/sample/chance';
import { keptOf } from '../../db/entries';
import { noFilter } from '../../shared/contract/no-filter';
import type { Report, ReportAsked, ReportCell, ReportKind } from '../../shared/contract/reports';
import { dayNumber, dayText } from '../../shared/day';
import { channels } from '../../shared/register/case';
import type { PetitionFields } from '../../shared/register/petition';
import { foldCase } from '../../shared/register/fold-case';
import { aCourse, aForm, anEnrolment, aStudent, aTerm, id } from '../db/records';
import { saving } from './desk-here';
import { anOfficeInTurns, type Turns } from './privacy-here';
import { closing } from './refunds-here';

/** A report as it is asked for: of everything, unless something is said. */
export const asked = (kind: ReportKind, other: Partial<ReportAsked> = {}): ReportAsked => ({
  kind,
  from: null,
  to: null,
  termId: null,
  policy: null,
  ...other,
});

/** A report of everything, or of a part. */
export const report = (here: Pick<Turns, 'gives'>, kind: ReportKind, other: Partial<ReportAsked> = {}) =>
  here.gives('report.run', asked(kind, other));

/** The rows of a report by what their first cells say, so many of them. */
export function byLabel({ rows }: Pick<Report, 'rows'>, labels = 1): Record<string, readonly ReportCell[]> {
  return Object.fromEntries(rows.map((row) => [row.slice(0, labels).join(' | '), row.slice(labels)]));
}

/** An office after a busy fall: forms of every kind and fate, keyed, undone, taken back, petitioned, paid and unpaid, by chance that repeats itself. */
export async function aBusyOffice(seed: number, forms: number) {
  const chance = createChance(seed);
  const here = await anOfficeInTurns();
  here.setNow('2026-10-08T18:00:00.000Z');
  const terms = await Promise.all(
    [aTerm(), aTerm({ name: 'Autumn 2026', begins: '2026-09-14', ends: '2026-12-04' })].map((term) =>
      here.as('pat').gives('term.save', { requestId: id(), term }),
    ),
  );
  const course = (code: string, other: Parameters<typeof aCourse>[0]) =>
    here.as('pat').gives('course.save', { requestId: id(), course: aCourse({ code, ...other }) });
  const courses = [
    await course('EXT 1', { termId: terms[0]?.id ?? null }),
    await course('EXT 2', {}),
    await course('WR 115', { policy: 'wou-extended-programs', category: 'non-credit', termId: terms[1]?.id ?? null }),
  ];
  const ids: string[] = [];
  for (let i = 0; i < forms; i++) {
    const desk = here.as(chance.percent(70) ? 'kim' : 'pat');
    const own = chance.pick(courses);
    const student = await desk.gives('student.save', {
      requestId: id(),
      student: aStudent({ number: id().slice(-12), lastName: `Student ${i}` }),
    });
    const enrolment = anEnrolment(
      student,
      own,
      chance.percent(30)
        ? { payments: [{ on: '2026-08-20', cents: 25_000, payer: { kind: 'student' }, method: 'card' }] }
        : {},
    );
    const hold = chance.percent(12);
    const received = dayText(dayNumber('2026-08-28') + chance.int(0, 40));
    const channel = chance.percent(50) ? 'mail' : chance.pick(channels);
    const form = aForm(student, own, {
      channel,
      received: hold && chance.percent(50) ? null : received,
      postmarked: channel === 'mail' && chance.percent(80) ? dayText(dayNumber(received) - chance.int(0, 20)) : null,
      reason: chance.percent(70) ? chance.int(1, 3) : null,
      kind: chance.percent(8) ? 'instructor-notice' : 'drop-form',
    });
    const { view, actionId } = await desk.gives(
      'case.save',
      saving(form, enrolment, hold ? { mode: 'hold', why: 'Waits.' } : {}),
    );
    const caseId = view.row.id;
    ids.push(caseId);
    if (chance.percent(8)) await desk.gives('action.undo', { requestId: id(), actionId });
    else if (!hold && chance.percent(8)) {
      const on = '2026-10-08';
      await desk.gives('notice.withdraw', { requestId: id(), caseId, on, channel: 'email', note: '' });
    } else if (!hold && chance.percent(20)) await petitioned(here, caseId, chance);
  }
  // A class that is cancelled pays back without a form.
  const cancelled = await course('EXT 3', { termId: terms[0]?.id ?? null });
  for (let i = 0; i < 2; i++) {
    const student = await here.as('pat').gives('student.save', {
      requestId: id(),
      student: aStudent({ number: id().slice(-12), lastName: `Place ${i}` }),
    });
    await here.gives('enrolment.save', { requestId: id(), enrolment: anEnrolment(student, cancelled) });
  }
  const cancel = await here.as('pat').gives('course.cancel', { requestId: id(), id: cancelled.id, on: '2026-09-10' });
  ids.push(...cancel.cases.map((row) => row.id));
  await somePaid(here, chance);
  return { ...here, terms, courses: [...courses, cancelled], ids };
}

async function petitioned(here: Turns, caseId: string, chance: Chance): Promise<void> {
  const petition = {
    kind: 'retroactive',
    receivedOn: dayText(dayNumber('2026-10-08') - chance.int(0, 9)),
    channel: 'mail',
    reasonCode: null,
    reason: 'In the hospital.',
    evidence: [],
    askedCents: null,
  } satisfies PetitionFields;
  const opened = await here.as('kim').call('petition.open', { requestId: id(), caseId, petition });
  if (!opened.ok || chance.percent(40)) return;
  const decision = {
    verdict: 'denied',
    percent: null,
    cents: null,
    authority: 'Dean',
    reason: 'Too little.',
    on: '2026-10-08',
  } as const;
  await here.as('pat').call('petition.decide', { requestId: id(), id: opened.value.row.id, decision });
}

/** Hands two of three refunds over, and pays two of three of those, on different days. */
async function somePaid(here: Turns, chance: Chance): Promise<void> {
  const list = { state: 'to-hand-over', text: '', sort: 'number', offset: 0, limit: 500 } as const;
  const waiting = await here.as('kim').gives('refund.list', list);
  const handed = waiting.rows.filter(() => chance.percent(66)).map((row) => row.caseId);
  const batch = await here.as('kim').gives('transmittal.close', await closing(here, handed));
  here.setNow('2026-12-01T18:00:00.000Z');
  const payments = batch.lines
    .filter(() => chance.percent(66))
    .map(({ caseId, cents, number }) => {
      const on = dayText(dayNumber('2026-12-01') - chance.int(0, 54));
      return { caseId, on, reference: `C${number.slice(-4)}`, cents };
    });
  if (payments.length > 0) await here.gives('payment.enter', { requestId: id(), transmittalId: batch.id, payments });
}

/** A case as its entries alone tell it, with what a straightforward count wants to know of it. */
export async function folded(here: Turns, caseId: string) {
  const view = await here.as('pat').gives('case.get', { id: caseId });
  const own = foldCase(keptOf(view.entries.filter((e) => e.subject === 'case')));
  if (own === null) throw new Error('that case was never received');
  const { present, form, state } = own;
  const sum = (of: readonly { readonly cents: number }[]) => of.reduce((all, { cents }) => all + cents, 0);
  const good = own.payments.filter((p) => p.failed === null);
  return {
    ...own,
    caseId,
    termId: view.course?.termId ?? null,
    term: view.term?.name ?? 'No term',
    course: view.course === null ? 'No course yet' : `${view.course.code} ${view.course.title}`,
    policy: present?.facts.policy ?? view.course?.policy ?? '',
    came: present?.determination.outcome ?? state,
    day: form.received ?? present?.facts.course.cancelledOn ?? own.enteredOn,
    refund: present?.determination.refund ?? 0,
    cancelled: present?.determination.cancelled ?? 0,
    kept: present?.determination.kept ?? 0,
    payable: present?.determination.settlement.payable ?? 0,
    handedCents: sum(own.handed),
    paidCents: sum(good),
    paidOn: good.at(-1)?.on ?? null,
  };
}
export type FoldedHere = Awaited<ReturnType<typeof folded>>;

/** What the list of cases says of a part of the register. */
export const listed = (here: Turns, filter: Partial<typeof noFilter> = {}) =>
  here.as('pat').gives('case.list', {
    filter: { ...noFilter, ...filter },
    sort: 'number',
    descending: false,
    offset: 0,
    limit: 500,
  });
