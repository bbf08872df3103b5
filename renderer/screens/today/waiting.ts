import type { TodayCounts } from '../../../shared/contract/today';
import type { Role } from '../../../shared/register/role';
import { count, money } from '../wording';

/** For whom a thing waits: whoever is signed in, a supervisor (or another one), or the student. */
export type Whom = 'you' | 'supervisor' | 'student';

/** What opens when a count is chosen. */
export type Way =
  | { readonly to: 'register'; readonly filter: string }
  | { readonly to: 'hand-off'; readonly shown: 'to-hand-over' | 'overdue' }
  | { readonly to: 'petitions' | 'appeals'; readonly list: 'due' | 'waiting' | 'returned' }
  | { readonly to: 'letters'; readonly shown: 'to-make' | 'ready' | 'needs-address' | 'came-back' }
  | { readonly to: 'approvals' | 'invoices' | 'backup' | 'calendar' };

/** One line of what waits: its figure, its words, for whom, and the way to its list. `urgent` where a day has passed. */
export type Waiting = {
  readonly key: string;
  readonly figure: string;
  readonly words: string;
  readonly whom: Whom;
  readonly urgent: boolean;
  readonly way: Way;
};

type Line = Omit<Waiting, 'figure' | 'words' | 'urgent'> & {
  readonly n: number;
  readonly one: string;
  readonly many: string;
  readonly urgent?: boolean;
  readonly more?: string;
};

/** What waits, for a person in a role: the lines with something in them, in the order in which they are best taken up. `backup` says how old the newest backup is; `year` is the present one. */
export function waitingFor(role: Role, counts: TodayCounts, backup: string, year: string): readonly Waiting[] {
  const decides: Whom = role === 'supervisor' ? 'you' : 'supervisor';
  const others = counts.approvals - counts.approvalsMine;
  const mine = role === 'supervisor' ? counts.approvalsMine : 0;
  const theirs = role === 'supervisor' ? others : counts.approvals;
  const asked = (what: 'petition' | 'appeal', waiting: number, due: number, returned: number): readonly Line[] => {
    const to = what === 'petition' ? 'petitions' : 'appeals';
    return [
      {
        key: `${to}-due`,
        n: due,
        one: `${what} due by today`,
        many: `${what}s due by today`,
        whom: decides,
        urgent: true,
        way: { to, list: 'due' },
      },
      {
        key: `${to}-waiting`,
        n: waiting - due,
        one: `${what} to decide`,
        many: `${what}s to decide`,
        whom: decides,
        way: { to, list: 'waiting' },
      },
      {
        key: `${to}-returned`,
        n: returned,
        one: `${what} returned for information`,
        many: `${what}s returned for information`,
        whom: 'student',
        way: { to, list: 'returned' },
      },
    ];
  };
  const lines: readonly Line[] = [
    {
      key: 'late',
      n: counts.overdue,
      one: 'refund not paid by its promised day',
      many: 'refunds not paid by their promised day',
      more: `, ${money(counts.overdueCents)}`,
      whom: 'you',
      urgent: true,
      way: { to: 'hand-off', shown: 'overdue' },
    },
    {
      key: 'returned',
      n: counts.returned,
      one: 'determination returned to be mended',
      many: 'determinations returned to be mended',
      whom: 'you',
      urgent: true,
      way: { to: 'register', filter: 'approval:returned' },
    },
    {
      key: 'approvals',
      n: mine,
      one: 'determination to approve',
      many: 'determinations to approve',
      whom: 'you',
      way: { to: 'approvals' },
    },
    ...asked('appeal', counts.appealsWaiting, counts.appealsDue, counts.appealsReturned),
    ...asked('petition', counts.petitionsWaiting, counts.petitionsDue, counts.petitionsReturned),
    {
      key: 'held',
      n: counts.held,
      one: 'form held as incomplete',
      many: 'forms held as incomplete',
      whom: 'you',
      way: { to: 'register', filter: 'status:held' },
    },
    {
      key: 'federal',
      n: counts.federal,
      one: 'case waiting for its federal figure',
      many: 'cases waiting for their federal figure',
      whom: 'you',
      way: { to: 'register', filter: 'status:federal' },
    },
    {
      key: 'to-make',
      n: counts.lettersToMake,
      one: 'letter to make',
      many: 'letters to make',
      whom: 'you',
      way: { to: 'letters', shown: 'to-make' },
    },
    {
      key: 'letters',
      n: counts.lettersReady,
      one: 'letter ready to print',
      many: 'letters ready to print',
      whom: 'you',
      way: { to: 'letters', shown: 'ready' },
    },
    {
      key: 'hand-off',
      n: counts.toHandOver,
      one: 'refund to hand over to the Business Office',
      many: 'refunds to hand over to the Business Office',
      more: `, ${money(counts.toHandOverCents)}`,
      whom: 'you',
      way: { to: 'hand-off', shown: 'to-hand-over' },
    },
    {
      key: 'addresses',
      n: counts.lettersWithoutAddress,
      one: 'letter without an address',
      many: 'letters without an address',
      whom: 'you',
      way: { to: 'letters', shown: 'needs-address' },
    },
    {
      key: 'came-back',
      n: counts.lettersCameBack,
      one: 'letter that came back',
      many: 'letters that came back',
      whom: 'you',
      way: { to: 'letters', shown: 'came-back' },
    },
    {
      key: 'invoices',
      n: counts.invoicesOverdue,
      one: 'invoice unpaid past its day',
      many: 'invoices unpaid past their day',
      whom: 'you',
      urgent: true,
      way: { to: 'invoices' },
    },
    {
      key: 'approvals-others',
      n: theirs,
      one: 'determination waiting for approval',
      many: 'determinations waiting for approval',
      whom: 'supervisor',
      // A clerk has no queue; the register shows which cases wait.
      way: role === 'supervisor' ? { to: 'approvals' } : { to: 'register', filter: 'approval:waiting' },
    },
  ];
  const alarm = (key: 'backup' | 'calendar', words: string): Waiting => ({
    key,
    figure: '!',
    words,
    whom: 'you',
    urgent: true,
    way: { to: key },
  });
  return [
    ...lines
      .filter((line) => line.n > 0)
      .map(({ n, one, many, more = '', urgent = false, ...rest }) => ({
        ...rest,
        figure: n.toLocaleString('en-US'),
        words: `${count(n, one, many).replace(/^[\d,]+ /, '')}${more}`,
        urgent,
      })),
    ...(counts.backupTooOld ? [alarm('backup', backup)] : []),
    ...(counts.calendarMissing ? [alarm('calendar', `No closures are entered for ${year}. Enter them`)] : []),
  ];
}
