import { describe, expect, test } from 'vitest';
import type { Page } from '../../electron/desktop';
import type { CallName, Input } from '../../shared/contract';
import { reportKinds } from '../../shared/contract/reports';
import { allowed, asked } from '../../shared/register/permissions';
import { aCourse, aStudent, id } from '../db/records';
import { aKeyedCase, anOfficeInTurns, type Turns } from './privacy-here';

/** Calls that change something; the others only show. */
type Writes =
  | `person.${string}`
  | `app.${string}`
  | `register.${string}`
  | `policy.draft.${string}`
  | 'policy.import'
  | 'policy.readings'
  | 'rules.save'
  | 'template.save'
  | 'template.drop'
  | 'printer.choose'
  | 'printer.nudge'
  | 'exchange.save'
  | `transmittal.${'close' | 'reopen' | 'reconcile' | 'saveCsv'}`
  | `payment.${'import' | 'enter' | 'fail'}`
  | 'office.save'
  | 'term.save'
  | 'student.save'
  | 'course.save'
  | 'course.cancel'
  | 'deadline.set'
  | 'enrolment.save'
  | 'group.save'
  | 'invoice.issue'
  | 'invoice.pay'
  | 'case.save'
  | 'case.redetermine'
  | 'batch.open'
  | 'action.undo'
  | 'action.redo'
  | 'draft.save'
  | 'draft.discard'
  | Exclude<Extract<CallName, `petition.${string}`>, 'petition.list' | 'petition.get' | 'petition.preview'>
  | `notice.${string}`
  | 'attachment.add'
  | 'attachment.remove'
  | 'approval.give'
  | 'approval.return'
  | 'approval.defer'
  | 'disclosure.record'
  | 'privacy.flag'
  | 'retention.remove'
  | 'letter.make'
  | 'letter.markPrinted'
  | 'letter.markMailed'
  | 'letter.answerPrinting'
  | `letter.${'makeAll' | 'stop' | 'saveSeparate' | 'cameBack' | 'sendAgain'}`;
type Reads = Exclude<CallName, Writes>;

const noFilter = {
  text: '',
  state: null,
  outcome: null,
  termId: null,
  courseId: null,
  studentId: null,
  batchId: null,
  receivedFrom: null,
  receivedTo: null,
  overdueOn: null,
} as const;
const page = { sort: 'number', descending: false, offset: 0, limit: 100 } as const;
const sheets = { courseId: null, text: '', termId: null } as const;

/** What is planted on the student, each value found nowhere else. */
const planted = {
  lastName: 'Quixworth',
  firstName: 'Zephyrine',
  number: 'PLANT-77-1203',
  email: 'zq@planted-mail.example',
  phone: '(555) 777-1203',
  note: 'planted note on the student',
  line1: '17 Planted Lane',
  line2: 'Unit Planted',
  city: 'Plantedville',
  postal: '91203-7777',
  formNote: 'planted note on the form',
  held: 'planted reason for the petition',
  evidence: 'planted evidence paper',
  payer: 'Planted Payer Trust',
  payerLine: '3 Payer Planted Way',
  method: 'planted wire',
  waiver: 'planted waiver reason',
  secondNote: 'planted note on the second form',
  flagged: 'planted reason of the flag',
  disclosedTo: 'planted asker',
  purpose: 'planted purpose',
  shown: 'planted thing shown',
  disclosed: 'planted note on the disclosure',
  scan: 'planted scan of the envelope.pdf',
  draft: 'planted words half typed',
  name: 'Quixworth, Zephyrine',
  letterName: 'Zephyrine Quixworth',
  capitals: 'ZEPHYRINE QUIXWORTH',
  mailing: '17 PLANTED LANE',
} as const;
const evidence = Array.from({ length: 18 }, (_, i) => `planted paper no. ${i}.`);
const documents = Array.from({ length: 15 }, (_, i) => `planted document no. ${i}.`);
const everything: readonly string[] = [...Object.values(planted), ...evidence, ...documents];

/** A flagged student with everything that can hang on one, another student beside them, and all ids by which it could be asked for. */
async function aFlaggedStudent(here: Turns) {
  const payer = {
    kind: 'other',
    name: planted.payer,
    address: { line1: planted.payerLine, line2: '', city: 'Arcadia', state: 'CA', postal: '95521', country: '' },
  } as const;
  const { student, course, caseId } = await aKeyedCase(here, {
    student: {
      lastName: planted.lastName,
      firstName: planted.firstName,
      number: planted.number,
      email: planted.email,
      phone: planted.phone,
      note: planted.note,
      address: {
        line1: planted.line1,
        line2: planted.line2,
        city: planted.city,
        state: 'CA',
        postal: planted.postal,
        country: '',
      },
    },
    form: { note: planted.formNote, documents: documents.map((kind) => ({ kind, received: null })) },
    enrolment: {
      fee: 40_000,
      waivers: [{ cents: 1_000, reason: planted.waiver }],
      payments: [{ on: '2026-08-20', cents: 39_000, payer, method: planted.method }],
    },
  });
  const desk = here.as('kim');
  const other = await aKeyedCase(here, { course, student: { lastName: 'Plainly' } });
  const letter = await desk.gives('letter.make', { requestId: id(), caseId, language: null });
  const opened = await desk.gives('petition.open', {
    requestId: id(),
    caseId,
    petition: {
      kind: 'appeal',
      receivedOn: '2026-09-29',
      channel: 'mail',
      reasonCode: null,
      reason: planted.held,
      evidence: [planted.evidence, ...evidence].map((what) => ({ what, seenOn: null })),
      askedCents: null,
    },
  });
  const paper = await desk.gives('attachment.add', {
    requestId: id(),
    caseId,
    petitionId: opened.row.id,
    what: 'envelope',
    file: { name: planted.scan, base64: Buffer.from('%PDF-1.7 a scan').toString('base64') },
  });
  const batch = await desk.gives('batch.open', {
    requestId: id(),
    label: 'Monday’s mail',
    channel: 'mail',
    received: '2026-09-28',
  });
  const { view: second } = await desk.gives('case.save', {
    requestId: id(),
    caseId: null,
    mode: 'hold',
    form: {
      ...(await desk.gives('case.get', { id: caseId })).form,
      note: planted.secondNote,
    },
    batchId: batch.id,
    enrolment: null,
    why: '',
    secondForm: true,
  });
  const cohort = await desk.gives('course.save', {
    requestId: id(),
    course: aCourse({
      code: 'xPRO 1',
      policy: 'mit-xpro',
      category: 'course',
      meetings: [],
      meetingLine: '',
      starts: '2026-10-05',
      ends: '2026-11-13',
    }),
  });
  const group = await desk.gives('group.save', {
    requestId: id(),
    group: {
      id: id(),
      courseId: cohort.id,
      name: 'Alder Works',
      code: '',
      contact: { name: '', email: '', phone: '' },
      participants: [student.id],
      note: '',
    },
  });
  await desk.gives('disclosure.record', {
    requestId: id(),
    studentId: student.id,
    disclosure: {
      on: '2026-09-29',
      to: planted.disclosedTo,
      purpose: planted.purpose,
      what: planted.shown,
      how: 'spoken',
      refused: true,
      note: planted.disclosed,
    },
  });
  const text = JSON.stringify({ student: student.id, words: planted.draft });
  await here.as('kim').gives('draft.save', { key: 'entry', text });
  await here
    .as('pat')
    .gives('privacy.flag', { requestId: id(), studentId: student.id, confidential: true, why: planted.flagged });
  return { student, course, caseId, other, letter, petitionId: opened.row.id, paper, batch, second, group };
}
type Flagged = Awaited<ReturnType<typeof aFlaggedStudent>>;

/** Every call that shows something, asked in every way in which the student could come of it. */
const questions = (at: Flagged, seqs: readonly number[]): { readonly [N in Reads]: readonly Input<N>[] } => {
  const { student, course, caseId, other, letter, petitionId, batch, second, group } = at;
  const { hash } = at.paper;
  const words = [planted.lastName, planted.number, planted.email, 'quix zeph', 'planted', 'RD-2026', ''];
  const papers: Input<'paper.preview'>[] = [
    { kind: 'form', form: 'drop-form', studentId: student.id, courseId: course.id },
    { kind: 'form', form: 'petition', studentId: null, courseId: null, caseId },
    { kind: 'worksheet', caseId },
    { kind: 'admission', courseId: course.id, studentId: student.id, language: null },
  ];
  return {
    'template.list': [{}],
    'template.get': [{ type: 'full', language: 'en', version: null }],
    'template.preview': [],
    'printer.list': [],
    'refund.list': words.map((text) => ({ state: null, text, sort: 'student' as const, offset: 0, limit: 50 })),
    'refund.get': [{ caseId }, { caseId: second.row.id }],
    'transmittal.list': [{ offset: 0, limit: 50 }],
    'transmittal.get': [],
    'exchange.get': [{}],
    'payment.read': [],
    'payment.preview': [],
    'report.run': reportKinds.map((kind) => ({ kind, from: null, to: null, termId: null, policy: null })),
    'report.save': [],
    'determination.check': [{ text: 'RD-2026-0001' }, { text: 'RD-2026-0002' }],
    'determination.save': [{ caseId }],
    'calendar.holidays': [],
    'rules.get': [{}],
    'office.get': [{}],
    'today.counts': [{}],
    'student.find': words.map((text) => ({ text, limit: 20 })),
    'student.get': [{ id: student.id }],
    'student.similar': [
      { student },
      { student: { ...student, id: id() } },
      { student: aStudent({ number: planted.number }) },
    ],
    'course.find': [
      { text: '', limit: 20, studentId: student.id },
      { text: 'EXT', limit: 20, studentId: null },
    ],
    'course.list': [{ text: '', termId: null, offset: 0, limit: 50 }],
    'course.get': [{ id: course.id }],
    'course.cancelPreview': [{ id: course.id, on: '2026-09-30' }],
    'deadline.list': [{ filter: sheets, offset: 0, limit: 20 }],
    'deadline.save': [{ filter: sheets, as: 'csv' }],
    'deadline.stop': [{}],
    'enrolment.get': [{ studentId: student.id, courseId: course.id }],
    'group.list': [{ courseId: group.course.id }],
    'group.overdue': [{}],
    'case.similar': [{ studentId: student.id, courseId: course.id, exceptCaseId: null }],
    'case.get': [{ id: caseId }, { id: second.row.id }, { id: other.caseId }],
    'case.list': [
      ...words.map((text) => ({ filter: { ...noFilter, text }, ...page })),
      { filter: { ...noFilter, studentId: student.id }, ...page },
      { filter: { ...noFilter, courseId: course.id }, ...page, sort: 'student' as const },
    ],
    'batch.get': [{ id: batch.id }],
    'batch.recent': [{}],
    'action.last': [{}],
    'draft.get': [{ key: 'entry' }],
    'search.all': words.map((text) => ({ text })),
    'petition.list': words.map((text) => ({
      filter: { kinds: [], state: null, text, dueBy: null, caseId: null },
      sort: 'student' as const,
      descending: false,
      offset: 0,
      limit: 50,
    })),
    'petition.get': [{ id: petitionId }],
    'petition.preview': [
      {
        id: petitionId,
        decision: { verdict: 'granted', percent: 100, cents: null, authority: '', reason: '', on: '2026-09-30' },
      },
    ],
    'attachment.list': [{ caseId }],
    'attachment.get': [{ caseId, hash }],
    'attachment.save': [{ caseId, hash }],
    'approval.list': [{ offset: 0, limit: 50 }],
    'approval.get': [{ caseId }],
    'history.list': [
      ...words.map((text) => ({
        filter: { text, person: null, from: null, to: null, subject: null, subjectId: null, kind: null },
        before: null,
        limit: 200,
      })),
      {
        filter: {
          text: '',
          person: null,
          from: null,
          to: null,
          subject: 'student' as const,
          subjectId: student.id,
          kind: null,
        },
        before: null,
        limit: 200,
      },
    ],
    'history.entry': seqs.map((seq) => ({ seq })),
    'history.case': [{ caseId }, { caseId: second.row.id }],
    'history.proof': seqs.map((seq) => ({ seq, mac: '0'.repeat(16) })),
    'disclosure.list': [{ studentId: student.id }],
    'privacy.file': (['print', 'pdf', 'data'] as const).map((how) => ({
      requestId: id(),
      studentId: student.id,
      how,
      to: 'The student',
      purpose: 'Asked for it',
    })),
    'retention.preview': [{}],
    'retention.past': [{}],
    'retention.print': [{ seq: 1 }],
    'letter.list': words.map((text) => ({ text, state: null, sort: 'name' as const, offset: 0, limit: 50 })),
    'letter.get': [{ id: letter.id }],
    'letter.preview': [{ caseId, language: null }],
    'letter.open': [{ id: letter.id }],
    'letter.print': [{ ids: [letter.id] }],
    'letter.printing': [{}],
    'letter.savePdf': [{ ids: [letter.id] }],
    'paper.preview': papers,
    'paper.print': papers,
    'paper.savePdf': papers,
    'policy.list': [{}],
    'policy.get': [],
    'policy.own': [{}],
    'policy.impact': [],
    'policy.impact.cancel': [{}],
    'policy.export': [],
  };
};

/** An office whose pages and files are seen as text, with everything that left it. */
async function anOpenOffice() {
  const out: string[] = [];
  const seen = ({ html }: Page): string => {
    out.push(html);
    return html;
  };
  const here = await anOfficeInTurns({
    show: seen,
    print: (pages) => {
      pages.forEach(seen);
      return Promise.resolve(true);
    },
    pdf: ({ html }) => Promise.resolve(new TextEncoder().encode(html)),
    saveAs: (name, bytes) => {
      out.push(name, new TextDecoder().decode(bytes));
      return Promise.resolve(`/elsewhere/${name}`);
    },
  });
  return { here, out };
}

/** Everything that somebody is given for every question, and what left the office by it. */
async function answersOf(here: Turns, who: 'kim' | 'aud' | 'pat', at: Flagged, out: string[]): Promise<string> {
  const desk = here.as(who);
  out.length = 0;
  const { entries } = desk.desk.status();
  const given: unknown[] = [];
  for (const [name, inputs] of Object.entries(
    questions(
      at,
      Array.from({ length: entries }, (_, i) => i + 1),
    ),
  ) as [CallName, readonly unknown[]][]) {
    if (!(name in asked)) continue;
    for (const input of inputs) given.push([name, await desk.desk.route(name, input)]);
  }
  return JSON.stringify([given, out]);
}

describe('a confidential record', () => {
  test('is told to nobody outside the roles that the office named, by whatever call it is asked for', async () => {
    const { here, out } = await anOpenOffice();
    const at = await aFlaggedStudent(here);
    for (const who of ['kim', 'aud'] as const) {
      const answers = await answersOf(here, who, at, out);
      expect(everything.filter((value) => answers.includes(value))).toEqual([]);
      expect(answers).toContain('Confidential record');
      expect(answers).toContain('Plainly');
    }
    const all = await answersOf(here, 'pat', at, out);
    // What is half typed is its own person’s alone.
    expect(everything.filter((value) => !all.includes(value))).toEqual([planted.draft]);
    expect(everything.length).toBeGreaterThanOrEqual(60);
    expect(here.bugs).toEqual([]);
  });

  test('is seen by those whom the office names, and again by everybody once it is no longer confidential', async () => {
    const { here } = await anOpenOffice();
    const { student, caseId } = await aFlaggedStudent(here);
    expect(await here.as('aud').refuses('student.get', { id: student.id })).toMatchObject({ kind: 'wrong-state' });
    await here.rules({ seeConfidential: ['auditor'] });
    expect((await here.as('aud').gives('student.get', { id: student.id })).flag).toMatchObject({
      why: planted.flagged,
      person: 'pat',
    });
    expect(await here.as('pat').refuses('case.get', { id: caseId })).toMatchObject({ kind: 'wrong-state' });
    await here
      .as('pat')
      .gives('privacy.flag', { requestId: id(), studentId: student.id, confidential: false, why: 'No longer needed' });
    expect((await here.as('kim').gives('case.get', { id: caseId })).confidential).toBe(false);
  });

  test('keeps its line in a list, without the name; what is typed does not find it, nor does the sorting tell it', async () => {
    const { here } = await anOpenOffice();
    const { course, student, caseId } = await aFlaggedStudent(here);
    const list = (text: string, sort: 'number' | 'student' = 'number') =>
      here.as('kim').gives('case.list', { filter: { ...noFilter, text }, ...page, sort });
    const all = await list('', 'student');
    expect(all).toMatchObject({ total: 3 });
    expect(all.rows.map((r) => r.studentName)).toEqual([
      'Plainly, María',
      'Confidential record',
      'Confidential record',
    ]);
    expect(all.rows[1]).toMatchObject({ hidden: true, studentId: null, studentNumber: '', courseId: course.id });
    expect(await list('quixworth')).toMatchObject({ rows: [], total: 0, refund: 0 });
    expect((await list(course.code)).rows.map((r) => r.studentName)).toEqual(['Plainly, María']);
    expect(
      (await here.as('pat').gives('case.list', { filter: { ...noFilter, text: 'quixworth' }, ...page })).total,
    ).toBe(2);
    const letters = await here
      .as('kim')
      .gives('letter.list', { text: '', state: null, sort: 'name', offset: 0, limit: 50 });
    expect(letters.rows).toMatchObject([{ studentName: 'Confidential record', postal: '' }]);
    expect(await here.refuses('case.get', { id: caseId })).toMatchObject({
      message: 'This student’s record is confidential; ask a supervisor.',
    });
    const roster = (await here.gives('course.get', { id: course.id })).roster;
    expect(roster.find((r) => r.student.id === student.id)).toMatchObject({
      student: { lastName: 'Confidential record', number: '–', email: '' },
      enrolment: { payments: [] },
    });
  });

  test('whose number a clerk types is said to be confidential, and no second one is made', async () => {
    const { here } = await anOpenOffice();
    await aFlaggedStudent(here);
    const kim = here.as('kim');
    expect(await kim.refuses('student.find', { text: planted.number, limit: 10 })).toMatchObject({
      message: 'This student’s record is confidential; ask a supervisor.',
    });
    const student = aStudent({ number: planted.number, lastName: 'Other' });
    expect(await kim.problems('student.save', { requestId: id(), student })).toEqual({
      number: 'The record with this number is confidential; ask a supervisor.',
    });
    expect(await kim.gives('student.similar', { student })).toEqual([]);
  });

  test('is neither changed nor undone by somebody who may not see it', async () => {
    const { here } = await anOpenOffice();
    const { student, caseId, second, petitionId, letter } = await aFlaggedStudent(here);
    const before = here.desk.status().entries;
    const kim = here.as('kim');
    const confidential = { kind: 'wrong-state', message: 'This student’s record is confidential; ask a supervisor.' };
    const { form } = second;
    const none = { requestId: id(), batchId: null, enrolment: null, why: 'Mistyped', secondForm: true } as const;
    expect(await kim.refuses('case.save', { ...none, caseId, mode: 'decide', form })).toMatchObject(confidential);
    expect(await kim.refuses('case.save', { ...none, caseId: null, mode: 'hold', form })).toMatchObject(confidential);
    expect(await kim.refuses('student.save', { requestId: id(), student })).toMatchObject(confidential);
    expect(
      await kim.refuses('petition.withdraw', { requestId: id(), id: petitionId, on: '2026-09-30', note: '' }),
    ).toMatchObject(confidential);
    expect(await kim.refuses('letter.markMailed', { requestId: id(), ids: [letter.id] })).toMatchObject(confidential);
    const actionId = second.entries[0]?.actionId ?? '';
    expect(await kim.refuses('action.undo', { requestId: id(), actionId })).toMatchObject(confidential);
    expect(here.desk.status().entries).toBe(before);
  });

  test('is in no answer to an administrator, flagged or not', async () => {
    const { here } = await anOpenOffice();
    await aKeyedCase(here, { student: { lastName: planted.lastName, number: planted.number } });
    const desk = here.as('ada').desk;
    const answers: unknown[] = [];
    for (const name of Object.keys(asked) as CallName[])
      if (allowed.administrator.includes(asked[name]) && /\.(get|list|last|counts|verify|status|names)$/.test(name))
        answers.push(await desk.route(name, {}));
    expect(answers.length).toBeGreaterThan(5);
    const text = JSON.stringify(answers);
    expect([planted.lastName, planted.number].filter((value) => text.includes(value))).toEqual([]);
  });
});
