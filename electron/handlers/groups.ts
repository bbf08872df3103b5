import type { Write } from '../../db/actions';
import type { GroupWithPeople } from '../../db/nouns/groups';
import type { CallName, Input } from '../../shared/contract';
import type { GroupView } from '../../shared/contract/groups';
import { formatDay } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { courseDays, type Course } from '../../shared/register/course';
import { placeIn } from '../../shared/register/enrolment';
import type { FoldedGroup } from '../../shared/register/group';
import { invoiceDueOn, invoiceState, mayAskDiscount, residenceOf } from '../../shared/register/registration';
import { listName } from '../../shared/register/student';
import { fail, ok, type Result } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { cited, registrationsOf, residenceRefusal, rulesOf } from './registration';

type GroupCall = Extract<CallName, `group.${string}` | `invoice.${string}`>;

/** Calls about groups that are registered for a course together, and the invoices they pay. */
export const groupHandlers: OpenHandlers<GroupCall> = {
  'group.list': ({ courseId }, context) => {
    const course = context.register.courses.get(courseId);
    if (course === null) return fail({ kind: 'not-found', what: 'That course' });
    const groups = context.register.groups.ofCourse(courseId).map((g) => viewOf(g, context));
    return ok({ course, rules: registrationsOf(course, context), groups });
  },

  'group.overdue': (_, context) => ok(groupsOverdue(context)),

  'group.save': (input, context) =>
    acting('group.save', input, input.group.id, context, (write) => saveGroup(input, context, write)),

  'invoice.issue': (input, context) =>
    acting('invoice.issue', input, input.groupId, context, (write) => {
      const group = context.register.groups.get(input.groupId);
      if (group === null) return fail({ kind: 'not-found', what: 'That group' });
      const problems = invoiceProblems(input, context);
      if (problems.length > 0) return fail({ kind: 'invalid', problems });
      return ok(write.entry('invoice.issued', group.id, input.invoice));
    }),

  'invoice.pay': (input, context) =>
    acting('invoice.pay', input, input.groupId, context, (write) => {
      const group = context.register.groups.get(input.groupId);
      const invoice = group?.invoices.find((i) => i.id === input.invoiceId);
      if (group === null || invoice === undefined) return fail({ kind: 'not-found', what: 'That invoice' });
      const problem = paidProblem(input.on, invoice.issuedOn, context);
      if (problem !== null) return fail({ kind: 'invalid', problems: [{ field: 'on', message: problem }] });
      if (invoice.paidOn !== null) {
        return fail({
          kind: 'wrong-state',
          message: `Invoice ${invoice.number} was paid on ${formatDay(invoice.paidOn, 'en')} already.`,
          next: 'Undo that entry if it was a mistake.',
        });
      }
      return ok(write.entry('invoice.paid', group.id, { invoiceId: invoice.id, on: input.on }));
    }),
};

/** The groups with an invoice that nobody paid by its day. */
export function groupsOverdue(context: OpenContext): GroupView[] {
  return context.register.groups
    .unpaid()
    .map((g) => viewOf(g, context))
    .filter((view) => view.invoices.some((i) => i.state === 'overdue'));
}

/** Carries out an action about a group and gives the group as it stands then. */
function acting(
  call: GroupCall,
  input: { readonly requestId: string },
  groupId: string,
  context: OpenContext,
  work: (write: Write) => Result<unknown>,
): Result<GroupView> {
  const { register } = context;
  return context.act(call, input, work, () => {
    const group = register.groups.get(groupId);
    const kept = group && register.groups.ofCourse(group.courseId).find((g) => g.group.id === groupId);
    return kept == null ? fail({ kind: 'not-found', what: 'That group' }) : ok(viewOf(kept, context));
  });
}

function viewOf({ group: folded, course, students }: GroupWithPeople, context: OpenContext): GroupView {
  const rules = rulesOf(course, context);
  const { invoices, ...group } = folded;
  const starts = courseDays(course).first;
  const today = context.local().day;
  return {
    group,
    course,
    discount: rules !== null && mayAskDiscount(group.participants.length, rules),
    participants: students.map((student) => ({
      student,
      enrolment: context.register.enrolments.of(student.id, course.id),
      residence: rules === null ? { kind: 'free' } : residenceOf(student.address, rules),
    })),
    invoices: invoices.map((invoice) => ({
      invoice,
      group: group.id,
      dueOn: invoiceDueOn(invoice.issuedOn, starts),
      state: invoiceState(invoice, starts, today),
    })),
  };
}

function saveGroup({ group }: Input<'group.save'>, context: OpenContext, write: Write): Result<null> {
  const { register, local } = context;
  const course = register.courses.get(group.courseId);
  if (course === null)
    return fail({
      kind: 'invalid',
      problems: [{ field: 'courseId', message: 'That course is not in the register. Choose one of the list.' }],
    });
  if (registrationsOf(course, context) === null) {
    return fail({
      kind: 'wrong-state',
      message: `The policy of ${course.code} says nothing of registrations.`,
      next: 'Enroll the students on the course’s roster instead.',
    });
  }
  const known = register.groups.get(group.id);
  const problems = [...changeProblems(group, known, context), ...participantProblems(group, course, context)];
  if (problems.length > 0) return fail({ kind: 'invalid', problems });
  for (const studentId of group.participants) {
    if (register.enrolments.of(studentId, course.id) !== null) continue;
    const id = write.newId();
    write.entry('enrolment.saved', id, placeIn(course, id, studentId, local().day));
  }
  write.entry('group.saved', group.id, group);
  return ok(null);
}

/** What a policy does not let anybody change once a group is registered: who takes part, and the course that was paid for. */
function changeProblems(
  group: Input<'group.save'>['group'],
  known: FoldedGroup | null,
  context: OpenContext,
): Problem[] {
  if (known === null) return [];
  const { register } = context;
  const course = register.courses.get(known.courseId);
  const rules = course === null ? null : rulesOf(course, context);
  if (group.courseId !== known.courseId) {
    const transfer = rules?.noTransfer;
    const message =
      transfer === undefined
        ? 'A group belongs to the course it was registered for. Register it for the other course anew.'
        : cited(transfer);
    return [{ field: 'courseId', message }];
  }
  const gone = known.participants.filter((id) => !group.participants.includes(id));
  const substitution = rules?.noSubstitution;
  if (gone.length === 0 || substitution === undefined) return [];
  const who = gone.flatMap((id) => register.students.get(id) ?? []).map(listName);
  return [
    {
      field: 'participants',
      message: `${cited(substitution)} ${who.join('; ')} ${who.length === 1 ? 'stays' : 'stay'} registered; whoever does not come drops the course.`,
    },
  ];
}

function participantProblems(group: Input<'group.save'>['group'], course: Course, context: OpenContext): Problem[] {
  const { register } = context;
  const problems: Problem[] = [];
  const add = (message: string): void => void problems.push({ field: 'participants', message });
  if (group.participants.length === 0) add('A group has participants. Add at least one.');
  for (const id of group.participants) {
    const student = register.students.get(id);
    if (student === null) {
      add('Somebody on the list is not in the register. Add them as a student first.');
      continue;
    }
    const other = register.groups.ofStudent(id, course.id);
    if (other !== null && other.id !== group.id)
      add(`${listName(student)} is registered for ${course.code} with ${other.name} already.`);
    // Somebody who has a place was checked when they got it; a move since is for the office to look at, and the list shows it.
    const refusal = register.enrolments.of(id, course.id) === null ? residenceRefusal(student, course, context) : null;
    if (refusal !== null) add(refusal);
  }
  return problems;
}

function invoiceProblems({ groupId, invoice }: Input<'invoice.issue'>, { register, local }: OpenContext): Problem[] {
  const problems: Problem[] = [];
  const same = register.groups.withInvoice(invoice.number);
  if (same !== null)
    problems.push({
      field: 'number',
      message: `${invoice.number} is an invoice to ${same.id === groupId ? 'this group' : same.name} already. Check the number.`,
    });
  if (invoice.issuedOn > local().day)
    problems.push({
      field: 'issuedOn',
      message: `${formatDay(invoice.issuedOn, 'en')} is in the future. Type the day on which it was issued.`,
    });
  return problems;
}

function paidProblem(on: string, issuedOn: string, { local }: OpenContext): string | null {
  if (on > local().day) return `${formatDay(on, 'en')} is in the future. Type the day on which it was paid.`;
  if (on < issuedOn) return `The invoice was issued on ${formatDay(issuedOn, 'en')}. It cannot have been paid before.`;
  return null;
}
