import type { Progress } from '../../db/check';
import type { Report, ReportAsked, ReportKind } from '../../shared/contract/reports';
import { dayNumber, dayText } from '../../shared/day';
import type { CountedRows } from '../../shared/reports/counted';
import { makeReport } from '../../shared/reports/make-report';
import { merging } from '../../shared/reports/merged';
import type { ReportNames } from '../../shared/reports/report-body';
import { fail, ok, type Result } from '../../shared/result';
import { packsOf } from '../packs';
import { inSlices } from '../slices';
import type { OpenContext } from './context';

/** How many days are counted at one go to begin with, and at most; how long that should take, in milliseconds. */
const daysAtFirst = 31;
const mostDays = 3660;
const goal = 8;
/** How often it is counted again in slices because something was saved meanwhile; after that it is counted at one go. */
const tries = 3;

/**
 * Makes a report. It is counted some days at a time, so that the window stays alive over a large register; where something is saved meanwhile
 * it begins again, so that its sums always are those of one moment.
 */
export async function reportOf<K extends ReportKind>(
  asked: ReportAsked & { readonly kind: K },
  context: OpenContext,
): Promise<Result<Report>> {
  const { register, local } = context;
  if (asked.from !== null && asked.to !== null && asked.from > asked.to)
    return fail({
      kind: 'invalid',
      problems: [{ field: 'to', message: 'The period ends before it begins. Check both days.' }],
    });
  if (asked.termId !== null && register.office.term(asked.termId) === null)
    return fail({ kind: 'not-found', what: 'That term' });
  const today = local().day;
  for (let round = 0; ; round += 1) {
    const before = register.entryCount();
    const rows =
      round < tries
        ? await inSlices(
            counting(asked, today, context),
            () => register.isOpen(),
            () => undefined,
          )
        : atOneGo(counting(asked, today, context));
    if (rows === undefined) return fail({ kind: 'cancelled' });
    if (register.entryCount() !== before) continue;
    const names = namesFor(asked.kind, context);
    return ok(makeReport(asked, rows, { today, uncounted: register.reports.hasUncounted(), names }));
  }
}

function* counting<K extends ReportKind>(
  asked: ReportAsked & { readonly kind: K },
  today: string,
  { register }: OpenContext,
): Generator<Progress, CountedRows<K>> {
  const merged = merging<K>();
  const to = asked.to ?? '9999-12-31';
  let from: string | null = register.reports.firstDay(asked.kind, asked.from ?? '0000-01-01', to);
  let days = daysAtFirst;
  while (from !== null) {
    const last = dayText(dayNumber(from) + days - 1);
    const through = last < to ? last : to;
    const began = performance.now();
    merged.add(register.reports.counted(asked, from, through, today));
    const took = performance.now() - began;
    if (took < goal / 3) days = Math.min(mostDays, days * 2);
    else if (took > goal) days = Math.max(1, Math.floor(days / 2));
    yield { done: 0, total: 0 };
    from = through < to ? register.reports.firstDay(asked.kind, dayText(dayNumber(through) + 1), to) : null;
  }
  return merged.rows();
}

function atOneGo<T>(steps: Generator<Progress, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** What the records are called that a report counts by, as they are called now. */
function namesFor(kind: ReportKind, { register, office }: OpenContext): ReportNames {
  const terms = new Map(register.office.terms().map((term) => [term.id, term]));
  const courses = new Map(kind === 'courses' ? register.reports.courseNames().map((c) => [c.id, c]) : []);
  const people = new Map(register.people.all().map((person) => [person.account, person.name]));
  const { reasons } = office();
  const packs = packsOf(register);
  return {
    term: (id) => {
      const term = id === null ? undefined : terms.get(id);
      // What is of no term stands after all that is.
      return term === undefined ? { name: 'No term', begins: '~' } : { name: term.name, begins: term.begins };
    },
    course: (id) => {
      const course = id === null ? undefined : courses.get(id);
      return course === undefined ? 'No course yet' : `${course.code} ${course.title}`.trim();
    },
    reason: (digit) =>
      digit === null ? 'No reason given' : `${digit} ${reasons[digit - 1] ?? '(no longer in the list)'}`,
    person: (account) => {
      const name = people.get(account);
      return name === undefined || name === account ? account : `${name} (${account})`;
    },
    policy: (id) => packs.findLast((pack) => pack.id === id)?.pack.name.en ?? (id === '' ? 'No policy yet' : id),
    promise: (policy, version) => {
      const promise = packs.find((pack) => pack.id === policy && pack.version === version)?.pack.promise ?? null;
      return promise === null ? null : { from: promise.fromDays, to: promise.toDays };
    },
  };
}
