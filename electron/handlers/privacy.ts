import type { CallName, Input } from '../../shared/contract';
import { formatMoment } from '../../shared/day';
import { sayMark } from '../../shared/register/chain-mark';
import type { Disclosure } from '../../shared/register/disclosure';
import { listName, type Student } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import { recordPage } from '../../shared/sheets/record-page';
import type { StudentFile } from '../../shared/sheets/student-file';
import { fileSections } from '../../shared/sheets/student-file-page';
import type { Page } from '../desktop';
import type { OpenContext, OpenHandlers } from './context';
import { handOver, madePdf } from './paper';
import { studentFile } from './student-file';

type PrivacyCall = Extract<CallName, `disclosure.${string}` | `privacy.${string}`>;

/** Calls about what a student may ask of the office: the disclosure log, who sees the record, and the whole of it. */
export const privacyHandlers: OpenHandlers<PrivacyCall> = {
  'disclosure.list': ({ studentId }, { register }) =>
    register.students.get(studentId) === null ? fail(noStudent) : ok(register.students.disclosures(studentId)),

  'disclosure.record': (input, context) => {
    const { act, register, local } = context;
    return act(
      'disclosure.record',
      input,
      (write) => {
        const { studentId, disclosure } = input;
        if (register.students.get(studentId) === null) return fail(noStudent);
        if (disclosure.on > local().day) {
          const message = 'This day is in the future. Type the day on which it was asked.';
          return fail({ kind: 'invalid', problems: [{ field: 'on', message }] });
        }
        write.entry('disclosure.made', studentId, disclosure);
        return ok(null);
      },
      () => {
        const made = register
          .entries('student', input.studentId)
          .find((e) => e.actionId === input.requestId && e.kind === 'disclosure.made');
        if (made === undefined) return fail(noStudent);
        return ok({ ...(made.content as Disclosure), person: made.person, at: made.at });
      },
    );
  },

  'privacy.flag': (input, { act, register }) =>
    act(
      'privacy.flag',
      input,
      (write) => {
        const { studentId, confidential, why } = input;
        if (register.students.get(studentId) === null) return fail(noStudent);
        if ((register.students.flag(studentId) !== null) === confidential) {
          return fail({
            kind: 'wrong-state',
            message: confidential ? 'This record is confidential already.' : 'This record is not confidential.',
            next: 'Look again: somebody has changed it since.',
          });
        }
        write.entry('student.flagged', studentId, { confidential, why });
        return ok(null);
      },
      () => ok({}),
    ),

  'privacy.file': async (input, context) => {
    const { register, act, local, desktop, session } = context;
    const student = register.students.get(input.studentId);
    if (student === null) return fail(noStudent);
    // A second press: the file has left the office and is in the log.
    if (register.hasAction(input.requestId)) return ok({ path: null, handedOver: true });
    const stopped = register.readOnly();
    if (stopped !== null) return fail(stopped);
    const disclosure = disclosureOf(input, local().day);
    const coming = { ...disclosure, person: session().account, at: desktop.now() };
    const given = await handedOut(input.how, student, studentFile(student, coming, context), context);
    if (!given.ok || !given.value.handedOver) return given;
    return act(
      'privacy.file',
      input,
      (write) => {
        write.entry('disclosure.made', student.id, disclosure);
        return ok(null);
      },
      () => given,
    );
  },
};

const noStudent = { kind: 'not-found', what: 'That student' } as const;

function disclosureOf({ how, to, purpose }: Input<'privacy.file'>, on: string): Disclosure {
  return {
    on,
    to,
    purpose,
    what: 'The whole file',
    how: how === 'print' ? 'print' : 'export',
    refused: false,
    note: how === 'data' ? 'As data.' : how === 'pdf' ? 'As a PDF.' : '',
  };
}

type Given = { readonly path: string | null; readonly handedOver: boolean };

async function handedOut(
  how: Input<'privacy.file'>['how'],
  student: Student,
  file: StudentFile,
  context: OpenContext,
): Promise<Result<Given>> {
  const { desktop, local } = context;
  const name = `Student file ${local().day}`;
  const save = async (ending: string, bytes: Uint8Array): Promise<Result<Given>> => {
    const path = await desktop.saveAs(`${name}.${ending}`, bytes);
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path, handedOver: true });
  };
  if (how === 'data') return save('json', new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`));
  const page = pageOf(student, file, context);
  if (how === 'print') {
    const printed = await handOver([page], context);
    if (!printed.ok) return printed;
    return printed.value.handedOver ? ok({ path: null, handedOver: true }) : fail({ kind: 'cancelled' });
  }
  const pdf = await madePdf(page, context);
  return pdf.ok ? save('pdf', pdf.value) : pdf;
}

function pageOf(student: Student, file: StudentFile, { office, local }: OpenContext): Page {
  const { day, time } = local();
  const { html, title } = recordPage(fileSections(file), {
    office: office(),
    title: 'Student file',
    about: `${listName(student)} · ${student.number}`,
    made: `Made ${formatMoment(`${day}T${time}`, 'en')}`,
    mark: sayMark(file.register),
  });
  return { html, title, language: 'en' };
}
