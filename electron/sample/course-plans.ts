import { samplePlans } from '../../shared/policy/packs/sample-office';

/** A course in short: what it is, when it meets (from the first week through the last, counted from the term's first), what it costs. Cents. */
export type CoursePlan = {
  readonly code: string;
  readonly title: string;
  readonly category: string;
  /** The days and times of its meetings as a clerk types them; null where it has none. */
  readonly meets: string | null;
  readonly arranged: boolean;
  readonly weeks: { readonly first: number; readonly last: number };
  readonly fee: number;
  readonly deposit: number;
  readonly place: string;
  readonly term: 'this' | 'last' | 'before-last';
};

/** The courses of the sample's terms. */
export const coursePlans: readonly CoursePlan[] = samplePlans.trim().split('\n').map(planOf);

function planOf(row: string): CoursePlan {
  const [code = '', title = '', category = '', meets = '', weeks = '', fee, deposit, place = '', term] = row
    .split('|')
    .map((cell) => cell.trim());
  const [first, last] = weeks.split('-').map(Number);
  if (first === undefined || last === undefined) throw new Error(`the sample’s ${code} has no weeks`);
  return {
    code,
    title,
    category,
    meets: meets === '' || meets === 'arranged' ? null : meets,
    arranged: meets === 'arranged',
    weeks: { first, last },
    fee: Number(fee) * 100,
    deposit: Number(deposit) * 100,
    place,
    term: term === 'last' || term === 'before-last' ? term : 'this',
  };
}
