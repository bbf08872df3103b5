import { formatDay } from '../day';
import { formatCents } from '../money';
import { disclosureWords } from '../register/disclosure';
import { assessed, collected } from '../register/enrolment';
import { listName } from '../register/student';
import type { Section } from './record-page';
import type { FiledCase, StudentFile } from './student-file';

const pairs = [
  { head: '', part: 1 },
  { head: '', part: 4 },
];

/** A student's whole file as sections of a paper; the disclosure log stands on a sheet of its own, so that it can be handed out alone. */
export function fileSections(file: StudentFile): readonly Section[] {
  return [
    { name: 'The student', columns: pairs, rows: studentRows(file) },
    {
      name: 'Enrollments and payments',
      columns: [
        { head: 'Course', part: 3 },
        { head: 'Enrolled', part: 1.3 },
        { head: 'Charged', part: 1 },
        { head: 'Paid', part: 1 },
        { head: 'Payments and waivers', part: 3 },
      ],
      rows: file.enrolments.map(({ course, enrolment: e }) => [
        `${course.code} ${course.title}`,
        day(e.enrolledOn),
        formatCents(assessed(e)),
        formatCents(collected(e)),
        [
          ...e.payments.map(
            (p) =>
              `${day(p.on)}: ${formatCents(p.cents)}${p.method === '' ? '' : ` by ${p.method}`}${p.payer.kind === 'other' ? ` from ${p.payer.name}` : ''}`,
          ),
          ...e.waivers.map((w) => `${formatCents(w.cents)} waived: ${w.reason}`),
        ].join('; '),
      ]),
      empty: 'None.',
    },
    ...file.cases.flatMap(caseSections),
    {
      name: 'What happened',
      columns: [
        { head: 'When', part: 2 },
        { head: 'What', part: 3 },
        { head: 'About', part: 1.6 },
        { head: 'By', part: 1.2 },
        { head: 'Entry', part: 0.8 },
      ],
      rows: file.history.map((e) => [
        e.at,
        `${e.what}${e.undone ? ' (undone since)' : ''}`,
        e.about,
        e.person,
        String(e.seq),
      ]),
      empty: 'Nothing.',
    },
    {
      name: 'Disclosure log: to whom this record was given out, and who asked in vain',
      fresh: true,
      columns: [
        { head: 'Day', part: 1.2 },
        { head: 'To whom', part: 2 },
        { head: 'For what', part: 2.2 },
        { head: 'What was shown, and how', part: 3 },
        { head: 'By', part: 1 },
      ],
      rows: file.disclosures.map((d) => [
        day(d.on),
        d.to,
        d.purpose,
        `${d.refused ? 'Refused: ' : ''}${d.what}. ${disclosureWords[d.how]}.${d.note === '' ? '' : ` ${d.note}`}`,
        d.person,
      ]),
      empty: 'This record was given out to nobody.',
    },
  ];
}

function studentRows({ student: s, confidential }: StudentFile): Section['rows'] {
  const { line1, line2, city, state, postal, country } = s.address;
  return [
    ['Name', listName(s)],
    ['Student number', s.number],
    ['E-mail', s.email],
    ['Phone', s.phone],
    [
      'Mailing address',
      [line1, line2, `${city} ${state} ${postal}`.trim(), country].filter((p) => p !== '').join(', '),
    ],
    ['Language of letters', s.language === 'es' ? 'Spanish' : 'English'],
    ['Federal student aid', s.federalAid ? 'Yes' : 'No'],
    ['Note', s.note],
    [
      'Confidential',
      confidential === null ? 'No' : `Since ${confidential.at}, by ${confidential.person}: ${confidential.why}`,
    ],
  ];
}

function caseSections(c: FiledCase): readonly Section[] {
  const { form } = c;
  const documents = form.documents.map(
    (d) => `${d.kind}${d.received === null ? ' (awaited)' : ` (${day(d.received)})`}`,
  );
  return [
    {
      name: `${c.number} · ${c.course}`,
      columns: pairs,
      rows: [
        ['State', `${capital(c.state)}${c.heldWhy === '' ? '' : `: ${c.heldWhy}`}`],
        ['Entered', `${c.enteredAt} by ${c.enteredBy}`],
        ['What came', capital(form.kind)],
        ['How', form.channel === null ? '' : capital(form.channel)],
        ['Written', day(form.written)],
        ['Postmarked', form.postmarkIllegible ? 'Cannot be read' : day(form.postmarked)],
        ['Received', `${day(form.received)}${form.receivedAt === null ? '' : `, ${form.receivedAt}`}`],
        ['Signed', form.signed ? 'Yes' : 'No'],
        ['Documents', documents.join('; ')],
        ['Note', form.note],
      ].filter(([, value]) => value !== ''),
    },
    ...c.determinations.map((d): Section => ({
      name: `${d.superseded ? 'Earlier determination' : 'Determination'}, ${d.at} by ${d.person}: ${d.label}, refund ${formatCents(d.determination.refund)}`,
      inner: true,
      columns: [
        { head: 'Clause', part: 1 },
        { head: 'Step', part: 5 },
        { head: 'Value', part: 1.2 },
      ],
      rows: [
        ...d.sentences.map((s) => [s.clause, s.text, s.value]),
        ...(d.why === '' ? [] : [['', `Why it was made: ${d.why}`, '']]),
      ],
    })),
    ...c.petitions.map((p): Section => ({
      name: `${p.petition.kind === 'appeal' ? 'Appeal' : 'Petition'} ${p.number}`,
      inner: true,
      columns: pairs,
      rows: [
        ['Asks for', capital(p.petition.kind)],
        ['State', capital(p.state)],
        ['Received', day(p.petition.receivedOn)],
        ['Reason', p.petition.reason],
        [
          'Evidence',
          p.petition.evidence
            .map((e) => `${e.what}${e.seenOn === null ? ' (awaited)' : ` (seen ${day(e.seenOn)})`}`)
            .join('; '),
        ],
        ...p.approvals.map((a) => [
          capital(a.role),
          `${capital(a.verdict)} by ${a.name}, ${day(a.on)}. ${a.note}`.trim(),
        ]),
        ...p.returns.map((r) => [
          'Returned',
          `${day(r.on)}: ${r.why}${r.answeredOn === null ? '' : ` Answered ${day(r.answeredOn)}: ${r.answer}`}`,
        ]),
        ...p.votes.map((v) => ['Vote', `${v.member}: ${capital(v.vote)}, ${day(v.on)}. ${v.note}`.trim()]),
        [
          'Decision',
          p.decision === null
            ? ''
            : `${capital(p.decision.verdict)}, ${day(p.decision.on)}. ${p.decision.reason}`.trim(),
        ],
      ].filter(([, value]) => value !== ''),
    })),
    ...(c.letters.length === 0
      ? []
      : [
          {
            name: 'Letters',
            inner: true,
            columns: [
              { head: 'Letter', part: 1 },
              { head: 'What it is', part: 3 },
              { head: 'State', part: 1 },
              { head: 'Made', part: 2 },
              { head: 'PDF (SHA-256)', part: 3 },
            ],
            rows: c.letters.map((l) => [l.number, l.title, capital(l.state), l.madeAt, l.pdf ?? '']),
          },
        ]),
    ...(c.attachments.length === 0
      ? []
      : [
          {
            name: 'Attached papers',
            inner: true,
            columns: [
              { head: 'File', part: 3 },
              { head: 'Shows', part: 1 },
              { head: 'Attached', part: 2 },
              { head: 'SHA-256', part: 3 },
            ],
            rows: c.attachments.map((a) => [
              `${a.name}${a.removed === null ? '' : ` (taken out: ${a.removed})`}`,
              capital(a.what),
              a.at,
              a.hash,
            ]),
          },
        ]),
  ];
}

function day(on: string | null): string {
  return on === null ? '' : formatDay(on, 'en');
}

/** A name of the register as a word: `drop-form` is a drop form. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}
