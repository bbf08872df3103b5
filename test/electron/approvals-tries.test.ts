import { expect, test } from 'vitest';
import type { Waiting } from '../../shared/contract/approvals';
import type { Failure } from '../../shared/errors';
import type { Role } from '../../shared/register/role';
import { createChance } from '../../electron/sample/chance';
import { id } from '../db/records';
import { anOfficeOfTwo, giving, named, staff, type Staff } from './approvals-here';

/** Where a case stands for whoever has one determination of it before them. */
const states = ['not-needed', 'waits', 'own', 'changed', 'returned', 'approved', 'undone'] as const;
type State = (typeof states)[number];
const acts = ['list', 'get', 'give', 'return', 'defer', 'letter'] as const;
type Act = (typeof acts)[number];

/** What every try gives: the table of who may do what with a determination that stands so. Whatever is not here is refused as `wrong-state`. */
const table: Readonly<Record<Role, Partial<Record<Act, 'not-allowed' | readonly State[]>>>> = {
  clerk: {
    list: 'not-allowed',
    get: 'not-allowed',
    give: 'not-allowed',
    return: 'not-allowed',
    defer: 'not-allowed',
    letter: ['not-needed', 'approved'],
  },
  supervisor: {
    list: states,
    // Own entries are listed and looked at; what a correction made wait is another determination of the same case.
    get: ['waits', 'own', 'changed'],
    give: ['waits'],
    return: ['waits'],
    defer: ['waits'],
    letter: ['not-needed', 'approved'],
  },
  auditor: {
    list: 'not-allowed',
    get: 'not-allowed',
    give: 'not-allowed',
    return: 'not-allowed',
    defer: 'not-allowed',
    letter: 'not-allowed',
  },
  administrator: {
    list: 'not-allowed',
    get: 'not-allowed',
    give: 'not-allowed',
    return: 'not-allowed',
    defer: 'not-allowed',
    letter: 'not-allowed',
  },
};

function expected(role: Role, act: Act, state: State): 'ok' | Failure['kind'] {
  const cell = table[role][act];
  if (cell === 'not-allowed') return cell;
  if (cell?.includes(state) === true) return 'ok';
  return act === 'get' ? 'not-found' : 'wrong-state';
}

type Tried = { readonly state: State; readonly seen: Waiting };

test('5,000 tries by anybody, of anything, in any state, come out as the table says', async () => {
  const chance = createChance(2026);
  const office = await anOfficeOfTwo(20_000);
  const people = Object.keys(staff) as Staff[];

  /** A case that stands so for pat and sam; for `own`, one of them had a hand in it. */
  const bring: Readonly<Record<State, () => Promise<Tried>>> = {
    'not-needed': async () => {
      const { row, determinations } = await office.key('kim', { paid: 20_000 });
      const [present] = determinations;
      if (present === undefined) throw new Error('it is decided');
      const { seq: determinationSeq, hash, at: since } = present;
      const seen = {
        row,
        determinationSeq,
        hash,
        amount: row.refund,
        people: ['kim'],
        since,
        whyNot: null,
        deferred: '',
      };
      return { state: 'not-needed', seen };
    },
    waits: async () => ({ state: 'waits', seen: await office.waiting((await office.key('lee')).row.id) }),
    own: async () => {
      const { row } = await office.key('pat');
      await office.correct('sam', row.id, { note: 'Seen.' });
      return { state: 'own', seen: await office.waiting(row.id) };
    },
    changed: async () => {
      const { seen } = await bring.waits();
      await office.correct('kim', seen.row.id, { received: '2026-09-23' });
      return { state: 'changed', seen };
    },
    returned: async () => {
      const { seen } = await bring.waits();
      await office.as('sam').gives('approval.return', { requestId: id(), ...named(seen), why: 'x' });
      return { state: 'returned', seen };
    },
    approved: async () => {
      const { seen } = await bring.waits();
      await office.as('pat').gives('approval.give', giving(seen));
      return { state: 'approved', seen };
    },
    undone: async () => {
      const { seen } = await bring.waits();
      const { undo } = await office.as('lee').gives('action.last', {});
      await office.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
      return { state: 'undone', seen };
    },
  };

  /** One try: what came of it. */
  const attempt = async (who: Staff, act: Act, { seen }: Tried): Promise<'ok' | Failure['kind']> => {
    const { route } = office.as(who).desk;
    const requestId = id();
    const said = { requestId, ...named(seen), why: 'x' };
    const calls = {
      list: ['approval.list', { offset: 0, limit: 3 }],
      get: ['approval.get', { caseId: seen.row.id }],
      give: ['approval.give', giving(seen)],
      return: ['approval.return', said],
      defer: ['approval.defer', said],
      letter: ['letter.make', { requestId, caseId: seen.row.id, language: null }],
    } as const;
    const [name, input] = calls[act];
    const result = await route(name, input);
    return result.ok ? 'ok' : result.failure.kind;
  };

  const there = new Map<State, Tried>();
  const differing: string[] = [];
  const counts = new Map<string, number>();
  for (let n = 0; n < 5_000; n += 1) {
    const state = chance.pick(states);
    const who = chance.pick(people);
    const act = chance.pick(acts);
    const tried = there.get(state) ?? (await bring[state]());
    there.set(state, tried);
    const want = expected(staff[who].role, act, state);
    const came = await attempt(who, act, tried);
    if (came !== want) differing.push(`${who} ${act} ${state}: ${came}, not ${want}`);
    counts.set(`${act} ${came}`, (counts.get(`${act} ${came}`) ?? 0) + 1);
    // What was settled by it is no more as it was: the next try has another.
    if (came === 'ok' && (act === 'give' || act === 'return')) there.delete(state);
  }
  expect(differing).toEqual([]);
  expect(office.bugs).toEqual([]);
  for (const act of acts) expect(counts.get(`${act} ok`), act).toBeGreaterThan(20);
  expect((await office.as('sam').gives('register.verify', {})).rowsDiffering).toBe(0);
}, 60_000);
