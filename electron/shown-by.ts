import type { CallName, Input, Output } from '../shared/contract';
import type { Failure } from '../shared/errors';
import type { Paper } from '../shared/contract/letters';
import { confidentialName } from '../shared/register/disclosure';
import type { Hidden } from './hiding';
import {
  cancelRow,
  caseRow,
  caseRows,
  enrolment,
  groupView,
  letterRow,
  printJob,
  names,
  petitionRow,
  refundRow,
  student,
  transmittalView,
  undoable,
} from './masked';

/** What a call shows of students: of nobody anything; or when it is refused, and how its answer looks, where a record is hidden. */
export type Shown<N extends CallName> =
  | 'nobody'
  | {
      readonly refuses?: (input: Input<N>, hidden: Hidden) => boolean | Failure;
      readonly masks?: (answer: Output<N>, hidden: Hidden, input: Input<N>) => Output<N>;
    };

const ofStudent = {
  refuses: (input: { readonly studentId: string | null }, hidden: Hidden) => hidden.student(input.studentId),
};
const ofCase = { refuses: (input: { readonly caseId: string }, hidden: Hidden) => hidden.case(input.caseId) };
const ofCaseId = { refuses: (input: { readonly id: string }, hidden: Hidden) => hidden.case(input.id) };
const ofPetition = { refuses: (input: { readonly id: string }, hidden: Hidden) => hidden.petition(input.id) };
const ofLetter = { refuses: (input: { readonly id: string }, hidden: Hidden) => hidden.letter(input.id) };
const ofLetters = {
  refuses: (input: { readonly ids: readonly string[] }, hidden: Hidden) => input.ids.some((id) => hidden.letter(id)),
};
const ofPaper = {
  refuses: (paper: Paper, hidden: Hidden) => {
    switch (paper.kind) {
      case 'form':
        return hidden.student(paper.studentId) || (paper.caseId != null && hidden.case(paper.caseId));
      case 'admission':
        return hidden.student(paper.studentId);
      case 'worksheet':
        return hidden.case(paper.caseId);
      case 'labels':
      case 'envelopes':
        return paper.letterIds.some((id) => hidden.letter(id));
      case 'calibration':
      case 'policy-tables':
      case 'deadlines':
      // The cover sheet names nobody; neither does a report.
      case 'transmittal':
      case 'report':
        return false;
    }
  },
};
const ofAction = {
  refuses: (input: { readonly actionId: string }, hidden: Hidden) => hidden.action(input.actionId),
};

/** What each call shows of students: a new call does not compile until it is said. */
export const shownBy: { readonly [N in CallName]: Shown<N> } = {
  'app.status': 'nobody',
  'app.quit': 'nobody',
  'app.clock': 'nobody',
  'calendar.holidays': 'nobody',
  'register.openSample': 'nobody',
  'register.closeSample': 'nobody',
  'register.retry': 'nobody',
  'register.place': 'nobody',
  'register.choosePlace': 'nobody',
  'register.create': 'nobody',
  'register.openOther': 'nobody',
  'register.saveCopy': 'nobody',
  'register.backUp': 'nobody',
  'register.backups': 'nobody',
  'register.verify': 'nobody',
  'register.restore': 'nobody',
  'person.first': 'nobody',
  'person.signIn': 'nobody',
  'person.recover': 'nobody',
  'person.printRecovery': 'nobody',
  'person.signOut': 'nobody',
  'person.lock': 'nobody',
  'person.changeOwn': 'nobody',
  'person.names': 'nobody',
  'person.list': 'nobody',
  'person.add': 'nobody',
  'person.change': 'nobody',
  'person.setPassphrase': 'nobody',
  'person.newRecovery': 'nobody',
  'rules.get': 'nobody',
  'rules.save': 'nobody',
  'office.get': 'nobody',
  'office.save': 'nobody',
  'term.save': 'nobody',
  'today.counts': {
    masks: (answer, hidden) => ({ ...answer, last: answer.last === null ? null : caseRow(answer.last, hidden) }),
  },
  'student.find': {
    // Whoever types the very number is told, rather than offered to add the student a second time.
    refuses: ({ text }, hidden) => hidden.number(text),
    masks: (rows, hidden) => rows.filter((row) => !hidden.student(row.student.id)),
  },
  'student.get': { refuses: ({ id }, hidden) => hidden.student(id) },
  'student.save': {
    refuses: ({ student: { id, number } }, hidden) => {
      if (hidden.student(id)) return true;
      const message = 'The record with this number is confidential; ask a supervisor.';
      return hidden.number(number) && { kind: 'invalid', problems: [{ field: 'number', message }] };
    },
  },
  'student.similar': {
    refuses: (input, hidden) => hidden.student(input.student.id),
    masks: (rows, hidden) => rows.filter((row) => !hidden.student(row.student.id)),
  },
  'course.find': ofStudent,
  'course.list': 'nobody',
  'course.get': {
    masks: (answer, hidden) => ({
      ...answer,
      roster: answer.roster.map((row) => ({
        enrolment: enrolment(row.enrolment, hidden),
        student: student(row.student, hidden),
        cases: caseRows(row.cases, hidden),
      })),
    }),
  },
  'course.save': 'nobody',
  'course.cancelPreview': { masks: (rows, hidden) => rows.map((row) => cancelRow(row, hidden)) },
  'course.cancel': {
    masks: (answer, hidden) => ({
      cases: caseRows(answer.cases, hidden),
      leftOut: answer.leftOut.map((row) => cancelRow(row, hidden)),
    }),
  },
  'deadline.list': 'nobody',
  'deadline.set': 'nobody',
  'deadline.save': 'nobody',
  'deadline.stop': 'nobody',
  'enrolment.get': ofStudent,
  'enrolment.save': {
    refuses: (input, hidden) =>
      hidden.student(input.enrolment.studentId) || hidden.about('enrolment', input.enrolment.id),
  },
  'group.list': {
    masks: (answer, hidden) => ({ ...answer, groups: answer.groups.map((view) => groupView(view, hidden)) }),
  },
  'group.overdue': { masks: (groups, hidden) => groups.map((view) => groupView(view, hidden)) },
  'group.save': {
    refuses: ({ group }, hidden) => hidden.group(group.id) || group.participants.some((p) => hidden.student(p)),
    masks: groupView,
  },
  'invoice.issue': { masks: groupView },
  'invoice.pay': { masks: groupView },
  'case.save': {
    refuses: ({ caseId, form, enrolment: place }, hidden) =>
      hidden.case(caseId) || hidden.student(form.studentId) || hidden.student(place?.studentId),
  },
  'case.similar': ofStudent,
  'case.get': ofCaseId,
  'case.redetermine': ofCaseId,
  'case.list': {
    refuses: ({ filter }, hidden) => hidden.student(filter.studentId),
    masks: (answer, hidden) => ({ ...answer, rows: caseRows(answer.rows, hidden) }),
  },
  'batch.open': 'nobody',
  'batch.get': { masks: (answer, hidden) => ({ ...answer, rows: caseRows(answer.rows, hidden) }) },
  'batch.recent': 'nobody',
  'action.last': {
    masks: ({ undo, redo }, hidden) => ({ undo: undoable(undo, hidden), redo: undoable(redo, hidden) }),
  },
  'action.undo': ofAction,
  'action.redo': ofAction,
  'draft.save': { refuses: ({ key, text }, hidden) => hidden.speaks(`${key} ${text}`) },
  'draft.get': {
    masks: (draft, hidden, { key }) => (draft !== null && hidden.speaks(`${key} ${draft.text}`) ? null : draft),
  },
  'draft.discard': 'nobody',
  'search.all': {
    masks: ({ cases, students, courses }, hidden) => ({
      cases: cases.filter((row) => !hidden.student(row.studentId)),
      students: students.filter((found) => !hidden.student(found.id)),
      courses,
    }),
  },
  'petition.list': {
    refuses: ({ filter }, hidden) => hidden.case(filter.caseId),
    masks: (answer, hidden) => ({ ...answer, rows: answer.rows.map((row) => petitionRow(row, hidden)) }),
  },
  'petition.get': ofPetition,
  'petition.open': ofCase,
  'petition.correct': ofPetition,
  'petition.approve': ofPetition,
  'petition.return': ofPetition,
  'petition.answer': ofPetition,
  'petition.withdraw': ofPetition,
  'petition.vote': ofPetition,
  'petition.preview': ofPetition,
  'petition.decide': ofPetition,
  'notice.withdraw': ofCase,
  'notice.swap': ofCase,
  'attachment.add': ofCase,
  'attachment.list': ofCase,
  'attachment.get': ofCase,
  'attachment.save': ofCase,
  'attachment.remove': ofCase,
  'approval.list': {
    masks: (answer, hidden) => ({
      ...answer,
      rows: answer.rows.map((waiting) => ({ ...waiting, row: caseRow(waiting.row, hidden) })),
    }),
  },
  'approval.get': {
    ...ofCase,
    masks: (answer, hidden) => ({
      ...answer,
      similar: answer.similar.map((alike) => ({ ...alike, row: caseRow(alike.row, hidden) })),
    }),
  },
  'approval.give': { refuses: ({ cases }, hidden) => cases.some((c) => hidden.case(c.caseId)) },
  'approval.return': ofCase,
  'approval.defer': ofCase,
  'history.list': {
    refuses: ({ filter: { subject, subjectId } }, hidden) =>
      subject !== null && subjectId !== null && hidden.about(subject, subjectId),
    masks: (answer, hidden, { filter }) => ({
      ...answer,
      rows: answer.rows.flatMap((row) => {
        if (!hidden.about(row.subject, row.subjectId)) return [row];
        return filter.text === '' ? [{ ...row, label: confidentialName }] : [];
      }),
    }),
  },
  'history.entry': {
    refuses: ({ seq }, hidden) => hidden.entry(seq),
    masks: (answer, hidden) => ({ ...answer, names: names(answer.names, hidden) }),
  },
  'history.case': {
    ...ofCase,
    masks: (answer, hidden) => ({ ...answer, names: names(answer.names, hidden) }),
  },
  'history.proof': {
    masks: (answer, hidden, { seq }) =>
      hidden.entry(seq) ? { ...answer, said: `Entry ${seq} is about a confidential record.` } : answer,
  },
  'disclosure.list': ofStudent,
  'disclosure.record': ofStudent,
  // Who may flag may take the flag away again, also where the office's rules do not let them see what is under it.
  'privacy.flag': 'nobody',
  'privacy.file': ofStudent,
  'retention.preview': {
    masks: (answer, hidden) => ({
      ...answer,
      rows: answer.rows.map((row) =>
        hidden.case(row.caseId) ? { ...row, label: `${row.number} ${confidentialName}` } : row,
      ),
    }),
  },
  'retention.remove': 'nobody',
  'retention.past': 'nobody',
  'retention.print': 'nobody',
  'letter.list': { masks: (answer, hidden) => ({ ...answer, rows: answer.rows.map((row) => letterRow(row, hidden)) }) },
  'letter.get': ofLetter,
  'letter.preview': ofCase,
  'letter.make': ofCase,
  'letter.open': ofLetter,
  'letter.print': ofLetters,
  'letter.markPrinted': ofLetters,
  'letter.markMailed': ofLetters,
  'letter.printing': { masks: printJob },
  'letter.answerPrinting': {
    refuses: ({ printed }, hidden) => printed.some((id) => hidden.letter(id)),
    masks: printJob,
  },
  'letter.savePdf': ofLetters,
  'paper.preview': ofPaper,
  'paper.print': ofPaper,
  'paper.savePdf': ofPaper,
  'letter.makeAll': {
    refuses: ({ caseIds }, hidden) => caseIds.some((id) => hidden.case(id)),
  },
  'letter.stop': 'nobody',
  'letter.saveSeparate': ofLetters,
  'letter.cameBack': ofLetter,
  'letter.sendAgain': ofLetter,
  'printer.list': 'nobody',
  'printer.choose': 'nobody',
  'printer.nudge': 'nobody',
  'template.list': 'nobody',
  'template.get': 'nobody',
  'template.preview': {
    masks: (answer, hidden) => (hidden.case(answer.caseId) ? { ...answer, url: 'about:blank' } : answer),
  },
  'template.save': 'nobody',
  'template.drop': 'nobody',
  'refund.list': { masks: (answer, hidden) => ({ ...answer, rows: answer.rows.map((row) => refundRow(row, hidden)) }) },
  'refund.get': ofCase,
  'transmittal.list': 'nobody',
  'transmittal.get': { masks: transmittalView },
  // Whoever may not see whose refund it is leaves it for somebody who may.
  'transmittal.close': {
    refuses: ({ cases }, hidden) => cases.some((c) => hidden.case(c.caseId)),
    masks: transmittalView,
  },
  'transmittal.reopen': { masks: transmittalView },
  // The Business Office pays everybody, also whose record is confidential here: whoever may hand over saves the whole file.
  'transmittal.saveCsv': 'nobody',
  'transmittal.reconcile': { masks: transmittalView },
  'exchange.get': 'nobody',
  'exchange.save': 'nobody',
  'payment.read': 'nobody',
  'payment.preview': {
    masks: (answer, hidden) => ({
      ...answer,
      rows: answer.rows.map((row) => (hidden.case(row.caseId) ? { ...row, studentName: confidentialName } : row)),
    }),
  },
  'payment.import': {
    masks: (answer, hidden) => ({ ...answer, view: transmittalView(answer.view, hidden) }),
  },
  'payment.enter': {
    refuses: ({ payments }, hidden) => payments.some((p) => hidden.case(p.caseId)),
    masks: transmittalView,
  },
  'payment.fail': { ...ofCase, masks: refundRow },
  'report.run': 'nobody',
  'report.save': 'nobody',
  'determination.check': {
    masks: (answer, hidden) =>
      hidden.case(answer.caseId)
        ? {
            ...answer,
            findings: [{ what: 'This record is confidential; ask a supervisor.', good: false }],
            lines: [],
            refund: 0,
            derived: 0,
            result: '',
          }
        : answer,
  },
  'determination.save': ofCase,
  'policy.list': 'nobody',
  'policy.get': 'nobody',
  'policy.own': 'nobody',
  'policy.export': 'nobody',
  'policy.draft.get': 'nobody',
  'policy.draft.save': 'nobody',
  'policy.draft.discard': 'nobody',
  'policy.draft.publish': 'nobody',
  'policy.impact': {
    masks: (answer, hidden) => ({
      ...answer,
      rows: answer.rows.map((row) => (hidden.case(row.caseId) ? { ...row, student: confidentialName } : row)),
    }),
  },
  'policy.impact.cancel': 'nobody',
  'policy.import': 'nobody',
  'policy.readings': 'nobody',
};
