import { expect, test } from 'vitest';
import { aStudent, id } from './records';
import { act, aRegister, request, valueOf } from './register-here';

const all = {
  text: '',
  person: null,
  from: null,
  until: null,
  subject: null,
  subjectId: null,
  kind: null,
} as const;

test('words find the same entries, few or many: beyond what is gathered the entries are walked until a part is full', async () => {
  const register = await aRegister();
  act(register, (write) => {
    for (let i = 0; i < 2_100; i += 1) {
      const student = aStudent({ number: `N-${i}`, lastName: i % 2 === 0 ? 'Quill' : 'Quince' });
      write.entry('student.saved', student.id, student);
    }
  });
  const seqsOf = (text: string, before: number | null = null) =>
    register.trail.list({ ...all, text }, before, 1_200).map((r) => r.seq);
  const quill = seqsOf('quill');
  expect([quill.length, quill[0], quill.at(-1)]).toEqual([1_050, 2_100, 2]);
  const many = [...seqsOf('qui'), ...seqsOf('qui', seqsOf('qui').at(-1))];
  expect(many).toEqual(Array.from({ length: 2_100 }, (_, i) => 2_101 - i));
});

test('what is on record for good neither is the last action nor ends what can be redone; each has their own', async () => {
  const register = await aRegister();
  const [student, personId] = [aStudent(), id()];
  const saved = act(register, (write) => write.entry('student.saved', student.id, student), { person: 'kim' });
  const signIn = { account: 'kim', role: 'clerk' as const };
  act(register, (write) => write.entry('person.signedIn', personId, signIn), { person: 'kim' });
  expect(register.lastActions('kim').undo?.actionId).toBe(saved);
  valueOf(register.undo(request({ person: 'kim' }), saved));
  act(register, (write) => write.entry('person.signedOut', personId, { why: 'asked' }), { person: 'kim' });
  act(register, (write) => write.entry('student.saved', id(), aStudent({ number: 'other' })), { person: 'lee' });
  expect(register.lastActions('kim')).toMatchObject({ undo: null, redo: { actionId: saved } });
  expect(register.lastActions('lee').redo).toBeNull();
  act(register, (write) => write.entry('student.saved', id(), aStudent({ number: 'own' })), { person: 'kim' });
  expect(register.lastActions('kim').redo).toBeNull();
});

test('an action with something on record for good in it is never undone, and says why', async () => {
  const register = await aRegister();
  const student = aStudent();
  const mixed = act(register, (write) => {
    write.entry('student.saved', student.id, student);
    write.entry('student.flagged', student.id, { confidential: true, why: 'asked' });
  });
  expect(register.lastActions().undo?.actionId).not.toBe(mixed);
  expect(register.undo(request(), mixed)).toMatchObject({
    ok: false,
    failure: { kind: 'wrong-state', message: 'It is on record for good: saving the student García-López, María.' },
  });
});
