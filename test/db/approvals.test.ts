import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { determinationHash } from '../../db/nouns/case-rows';
import type { Register } from '../../db/register';
import { evaluate } from '../../shared/policy/evaluate';
import { shippedPacks } from '../../shared/policy/packs/index';
import { courseOnlyFacts } from '../../shared/register/facts';
import { ok } from '../../shared/result';
import { aCourse, aForm, anOffice, id } from './records';
import { act, aRegister, request, reopened, someFolder } from './register-here';
import { runThrough } from '../../db/check';

/** A case that kim keyed and that waits for a second person; gives its id and its determination’s sequence and hash. */
function aWaitingCase(register: Register, person = 'kim') {
  const caseId = id();
  const facts = courseOnlyFacts(aCourse(), null, anOffice());
  const result = evaluate(facts, shippedPacks);
  if ('problems' in result) throw new Error('the test’s course is malformed');
  let determinationSeq = 0;
  const made = { cause: 'form', why: '', facts, engine: '1', label: 'x', determination: result.determination } as const;
  const content = { ...made, packHash: '', needsApproval: true };
  act(
    register,
    (write) => {
      write.entry('case.received', caseId, {
        ...write.caseNumber(2026),
        enteredOn: '2026-09-30',
        batchId: null,
        form: aForm(null, null),
      });
      content.packHash = write.pack('a pack');
      determinationSeq = write.entry('case.determined', caseId, content);
    },
    { person },
  );
  return { caseId, determinationSeq, hash: determinationHash(content) };
}

const approved = (register: Register, { caseId, ...of }: ReturnType<typeof aWaitingCase>, person: string) =>
  register.act(request({ person }), (write) => ok(write.entry('case.approved', caseId, { ...of, note: '' })));

describe('the register on disk', () => {
  test('keeps an approval of another person, and has it again when its tables are made anew', async () => {
    const register = await aRegister();
    const first = aWaitingCase(register);
    aWaitingCase(register, 'sam');
    expect([register.approvals.totals().total, register.approvals.mine('sam'), register.approvals.mine('pat')]).toEqual(
      [2, 1, 2],
    );
    expect(register.approvals.waitingOf(first.caseId)).toMatchObject({ ...first, deferred: '' });
    expect(approved(register, first, 'sam').ok).toBe(true);
    expect(register.cases.row(first.caseId)).toMatchObject({ approval: 'approved', approvedBy: 'sam' });
    expect(register.approvals.waitingOf(first.caseId)).toBeNull();
    expect(register.approvals.waiting(0, 9)).toHaveLength(1);
    expect(runThrough(register.compareTables())).toBe(0);
    expect(register.rebuild()).toEqual(ok(null));
    expect(register.cases.row(first.caseId)).toMatchObject({ approval: 'approved', approvedBy: 'sam' });
    expect(runThrough(register.checkWhole())).toBeNull();
  });

  test('refuses that of whoever keyed, corrected or decided the case, whatever the program above it does', async () => {
    const register = await aRegister();
    const waits = aWaitingCase(register);
    expect(() => approved(register, waits, 'kim')).toThrow('nobody approves their own entry');
    act(
      register,
      (write) => write.entry('case.corrected', waits.caseId, { corrects: 1, why: 'x', form: aForm(null, null) }),
      {
        person: 'sam',
      },
    );
    expect(() => approved(register, waits, 'sam')).toThrow('nobody approves their own entry');
    expect(register.cases.row(waits.caseId)?.approvedBy).toBeNull();
  });

  test('refuses it to whoever writes past the program, too', async () => {
    const folder = someFolder();
    const register = await aRegister(folder);
    const one = aWaitingCase(register);
    const two = aWaitingCase(register);
    approved(register, two, 'sam');
    const head = register.entryCount();
    const { db: file } = register.files;
    register.close();
    const db = new Database(file);
    const row = (person: string, seq: number, of = one) => [of.caseId, of.determinationSeq, seq, person];
    const insert = 'INTO approval (case_id, determination_seq, seq, person) VALUES (?, ?, ?, ?)';
    const tries: readonly (readonly [string, readonly (string | number)[], RegExp])[] = [
      [`INSERT ${insert}`, row('kim', head), /own entry|stands on its entry/],
      [`INSERT OR REPLACE ${insert}`, row('kim', head), /own entry|stands on its entry/],
      // Not of the case, nor of anybody who approved it.
      [`INSERT ${insert}`, row('pat', head), /stands on its entry/],
      [`INSERT ${insert}`, [one.caseId, 1, head, 'sam'], /stands on its entry/],
      ['UPDATE approval SET case_id = ?, determination_seq = ?', [one.caseId, one.determinationSeq], /never changed/],
      [`UPDATE "case" SET approval = 'approved' WHERE id = ?`, [one.caseId], /approved by an entry/],
      [
        `INSERT INTO entry SELECT seq + 1, ?, action_id, request_hash, subject, ?, kind, 'kim', at, content_hash, mac FROM entry WHERE seq = ?`,
        [id(), one.caseId, head],
        /own entry/,
      ],
    ];
    for (const [statement, values, why] of tries)
      expect(() => db.prepare(statement).run(...values), statement).toThrow(why);
    db.close();
    const again = await reopened(folder);
    expect(again.cases.row(one.caseId)?.approval).toBe('waiting');
    expect(runThrough(again.compareTables())).toBe(0);
  });
});
