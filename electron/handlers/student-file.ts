import { formatMoment } from '../../shared/day';
import { explain } from '../../shared/policy/explain';
import type { DisclosureMade } from '../../shared/register/disclosure';
import type { Entry } from '../../shared/register/entry';
import { wordsOfKind } from '../../shared/register/kind-words';
import type { Student } from '../../shared/register/student';
import type { FiledCase, FiledEntry, StudentFile } from '../../shared/sheets/student-file';
import { createClock } from '../clock';
import type { OpenContext } from './context';
import { keptOf } from './letter-making';
import { packOf } from './letter-source';

/** Everything the register holds about a student; letters to others that stand with their cases are left out. `coming` is the disclosure that giving it out will be. */
export function studentFile(student: Student, coming: DisclosureMade, context: OpenContext): StudentFile {
  const { register, office, desktop } = context;
  const { institution, name, timeZone } = office();
  const moment = (at: string): string => {
    const { day, time } = createClock(() => Date.parse(at)).local(timeZone);
    return formatMoment(`${day}T${time}`, 'en');
  };
  const { id } = student;
  const rows = register.cases.ofStudent(id);
  const enrolments = register.enrolments.ofStudent(id);
  const filed = rows.flatMap((row): FiledCase[] => {
    const folded = register.cases.folded(row.id);
    if (folded === null) return [];
    return [
      {
        number: row.number,
        state: row.state,
        course: `${row.courseCode} ${row.courseTitle}`.trim(),
        enteredAt: moment(row.enteredAt),
        enteredBy: row.person,
        form: folded.form,
        heldWhy: folded.heldWhy,
        determinations: register.cases.determinations(folded).map((d) => ({
          at: moment(d.at),
          person: d.person,
          label: folded.determinations.find((own) => own.seq === d.seq)?.label ?? '',
          why: d.why,
          superseded: d.superseded,
          hash: d.hash,
          sentences: explain(d.determination, packOf(d.packHash, register), 'en').map(({ clause, text, value }) => ({
            clause,
            text,
            value,
          })),
          determination: d.determination,
        })),
        petitions: register.petitions.ofCase(row.id).flatMap((p) => register.petitions.folded(p.id) ?? []),
        letters: lettersTo(id, row.id, context).map((l) => ({
          number: l.number,
          title: l.title,
          state: l.state,
          madeAt: moment(l.madeAt),
          printedAt: l.printedAt === null ? null : moment(l.printedAt),
          pdf: l.pdfHash,
        })),
        attachments: folded.attachments.map(({ person: _, ...kept }) => ({ ...kept, at: moment(kept.at) })),
      },
    ];
  });
  const said = (entries: readonly Entry[], about: string): FiledEntry[] =>
    entries.map((e) => ({
      seq: e.seq,
      at: moment(e.at),
      person: e.person,
      what: wordsOfKind(e.kind).what,
      about,
      undone: e.undone,
    }));
  const history = [
    ...said(register.entries('student', id), 'The student'),
    ...enrolments.flatMap(({ enrolment, course }) => said(register.entries('enrolment', enrolment.id), course.code)),
    ...rows.flatMap((row) => [
      ...said(register.entries('case', row.id), row.number),
      ...register.petitions.ofCase(row.id).flatMap((p) => said(register.entries('petition', p.id), p.number)),
      ...lettersTo(id, row.id, context).flatMap((l) => said(register.entries('letter', l.id), l.number)),
    ]),
  ].sort((a, b) => a.seq - b.seq);
  return {
    format: 'refund-desk-student-file',
    version: 1,
    made: moment(desktop.now()),
    office: { institution, name },
    register: register.head(),
    student,
    confidential: withMoment(register.students.flag(id), moment),
    enrolments: enrolments.map(({ enrolment, course }) => ({
      course: { code: course.code, title: course.title },
      enrolment,
    })),
    cases: filed,
    history,
    disclosures: [coming, ...register.students.disclosures(id)].map((d) => ({ ...d, at: moment(d.at) })),
  };
}

/** A case's letters that went to this student: one keyed for somebody else first has letters to them, too. */
function lettersTo(studentId: string, caseId: string, { register }: OpenContext) {
  return register.letters.ofCase(caseId).filter((row) => {
    const letter = register.letters.get(row.id);
    return letter !== null && keptOf(letter).studentId === studentId;
  });
}

function withMoment<T extends { readonly at: string }>(made: T | null, moment: (at: string) => string): T | null {
  return made === null ? null : { ...made, at: moment(made.at) };
}
