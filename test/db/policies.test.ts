import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runThrough } from '../../db/check';
import { filesOf } from '../../db/files';
import { presentVersion } from '../../db/migrations';
import type { Register } from '../../db/register';
import { ok, type Result } from '../../shared/result';
import { evaluate } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import { courseOnlyFacts } from '../../shared/register/facts';
import type { PolicyReadings } from '../../shared/register/office';
import { aCourse, aForm, anOffice, id } from './records';
import { olderRegister } from './older-register';
import { act, aRegister, reopened, request, someFolder } from './register-here';

/** What may happen to the policies of a register; numbers choose among what is there. */
type Step = { readonly does: (typeof kinds)[number]; readonly pick: number; readonly text: string };
const kinds = [
  'draft',
  'again',
  'discard',
  'publish',
  'readings',
  'office',
  'decide',
  'undo',
  'redo',
  'undo-any',
  'redo-any',
] as const;
const step: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...kinds, 'publish', 'publish', 'decide'),
  pick: fc.nat(30),
  text: fc.constantFrom('a', 'b', '{"deep":[1]}', 'política', '"'),
});

type Made = { readonly drafts: string[]; readonly actions: string[]; count: number };
const choose = (from: readonly string[], pick: number): string | undefined => from[pick % Math.max(1, from.length)];

function take(register: Register, made: Made, { does, pick, text }: Step): Result<unknown> {
  const asked = request();
  const draft = choose(made.drafts, pick);
  const result = ((): Result<unknown> => {
    switch (does) {
      case 'undo':
      case 'redo': {
        const last = register.lastActions()[does];
        return last === null ? ok(null) : register[does](asked, last.actionId);
      }
      case 'undo-any':
        return register.undo(asked, choose(made.actions, pick) ?? id());
      case 'redo-any':
        return register.redo(asked, choose(made.actions, pick) ?? id());
      default:
        return register.act(asked, (write) => {
          const texts = { packHash: write.pack(text), casesHash: write.pack('{}') };
          const state = draft === undefined ? null : register.policies.get(draft);
          switch (does) {
            case 'draft': {
              const own = id();
              made.drafts.push(own);
              return ok(
                write.entry('policy.drafted', own, { policy: `p${pick % 3}`, name: text, from: null, ...texts }),
              );
            }
            case 'again':
              if (draft === undefined || state === null || state.published !== null) return ok(null);
              return ok(write.entry('policy.drafted', draft, { policy: 'p0', name: text, from: '1', ...texts }));
            case 'discard':
              if (draft === undefined || state === null || state.published !== null) return ok(null);
              return ok(write.entry('policy.discarded', draft, { name: text }));
            case 'publish': {
              const ready = register.policies.drafts();
              const chosen = ready[pick % Math.max(1, ready.length)];
              if (chosen === undefined) return ok(null);
              made.count += 1;
              const packHash = write.pack(`{"id":"${chosen.policy}","version":"${made.count}"}`);
              return ok(
                write.entry('policy.published', chosen.id, {
                  policy: chosen.policy,
                  version: String(made.count),
                  effectiveFrom: '2026-01-01',
                  name: text,
                  institution: text,
                  packHash,
                  casesHash: texts.casesHash,
                  reason: text,
                  first: pick % 2 === 0,
                }),
              );
            }
            case 'readings': {
              const readings: PolicyReadings =
                pick % 2 === 0 ? { [text]: text, window: { days: pick, capDaysAfterPayment: null } } : {};
              return ok(
                write.entry('office.readings', register.office.id() ?? id(), {
                  policy: `p${pick % 3}`,
                  readings,
                  reason: text,
                }),
              );
            }
            case 'office': {
              const before = register.office.get();
              if (before === null) throw new Error('no office');
              return ok(
                write.entry('office.saved', register.office.id() ?? id(), { ...before, name: `Office ${text}` }),
              );
            }
            case 'decide': {
              const packHash = choose(register.policies.publishedHashes(), pick);
              if (packHash === undefined) return ok(null);
              return ok(decide(register, packHash, write));
            }
          }
        });
    }
  })();
  if (result.ok && does !== 'undo' && does !== 'redo') made.actions.push(asked.id);
  return result;
}

function decide(register: Register, packHash: string, write: Parameters<Parameters<Register['act']>[1]>[0]): number {
  const course = aCourse();
  const facts = courseOnlyFacts(course, null, anOffice());
  const result = evaluate(facts, shippedPacks);
  if ('problems' in result) throw new Error('the test’s course is malformed');
  const own = id();
  write.entry('case.received', own, {
    ...write.caseNumber(2026),
    enteredOn: '2026-09-30',
    batchId: null,
    form: aForm(null, null),
  });
  return write.entry('case.determined', own, {
    cause: 'form',
    why: '',
    facts,
    determination: result.determination,
    packHash,
    engine: '1',
    label: '',
  });
}

/** All that the screens read of policies. */
const everything = (register: Register): unknown => ({
  drafts: register.policies.drafts(),
  published: register.policies.published(),
  hashes: register.policies.publishedHashes(),
  used: register.policies.used(),
  office: register.office.get(),
});

describe('whatever happens to policies, in whatever order,', () => {
  test('the tables hold what the fold of the entries gives, and a version that decided stays', async () => {
    let published = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
        const register = await aRegister();
        const made: Made = { drafts: [], actions: [], count: 0 };
        for (const one of steps) {
          const result = take(register, made, one);
          if (!result.ok) expect(['wrong-state', 'not-found']).toContain(result.failure.kind);
          // A version that decided something is there, whatever is undone.
          const hashes = register.policies.publishedHashes();
          for (const { packHash } of register.policies.used()) expect(hashes).toContain(packHash);
        }
        published += made.count;
        expect(runThrough(register.compareTables())).toBe(0);
        expect(runThrough(register.checkWhole())).toBeNull();
        const before = everything(register);
        expect(register.rebuild()).toEqual(ok(null));
        expect(everything(register)).toEqual(before);
        expect(runThrough(register.compareTables())).toBe(0);
        register.close();
      }),
      { numRuns: 40, endOnFailure: true },
    );
    expect(published).toBeGreaterThan(10);
  }, 60_000);
});

describe('a register from before an office could have several policies', () => {
  /** Makes such a register: a file of the first form, its readings without their policy. */
  function earlier(readings: Record<string, string | boolean>): string {
    const folder = someFolder();
    const office = { ...anOffice({ name: 'Ünïted “Extended” \\ Education' }), readings };
    olderRegister(folder, 1, [['office.saved', id(), office]]);
    // The present state as that form wrote it; the entries are of every form.
    const tables = new Database(filesOf(folder).db);
    tables.prepare('UPDATE office SET record = ?').run(JSON.stringify(office));
    tables.close();
    return folder;
  }

  test.each([
    [{ 'semester-week': 'friday', 'due-follows-collected': false }, true],
    [{}, false],
  ])('with the readings %j keeps them as its own policy’s', async (readings, some) => {
    const folder = earlier(readings);
    const register = await reopened(folder);
    expect(register.pragma('user_version')).toBe(presentVersion);
    const { policy } = anOffice();
    expect(register.office.get()?.readings).toEqual(some ? { [policy]: readings } : {});
    expect(runThrough(register.compareTables())).toBe(0);
    expect(runThrough(register.checkFile())).toBeNull();
    act(register, (write) =>
      write.entry('office.readings', register.office.id() ?? id(), {
        policy: 'other',
        readings: { x: true },
        reason: 'r',
      }),
    );
    expect(register.office.get()?.readings).toEqual({ ...(some ? { [policy]: readings } : {}), other: { x: true } });
  });
});
