import { describe, expect, test } from 'vitest';
import { readEntry, type Chosen, type EntryContext } from '../../renderer/forms/entry-reading';
import { emptyState, firstField, inBatch, isTouched, nextState, withField } from '../../renderer/forms/entry-state';
import { emptyPetition, emptyTexts, textsOf, type EntryTexts } from '../../renderer/forms/entry-texts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { aCourse, anEnrolment, anOffice, aStudent, id } from '../db/records';

const student = aStudent();
const course = aCourse();
const enrolment = anEnrolment(student, course);
const context: EntryContext = {
  office: anOffice(),
  packs: shippedPacks,
  today: '2026-09-30',
  near: '2026-09-22',
  decision: null,
};
const known: Chosen = { student, course, term: null, enrolment };
const stranger: Chosen = { ...known, enrolment: null };
const newId = id();
const read = (texts: Partial<EntryTexts>, chosen: Chosen = known) =>
  readEntry({ ...emptyTexts, ...texts }, chosen, context, newId);

describe('a form read from its fields', () => {
  test('becomes the record it says', () => {
    const { form, problems, warnings } = read({
      channel: 'mail',
      postmarked: '19',
      received: '22',
      receivedAt: '230',
      reason: 2,
      note: ' torn ',
    });
    expect(problems).toEqual({});
    expect(warnings).toEqual({});
    expect(form).toMatchObject({
      studentId: student.id,
      courseId: course.id,
      channel: 'mail',
      postmarked: '2026-09-19',
      received: '2026-09-22',
      receivedAt: '14:30',
      reason: 2,
      note: 'torn',
    });
  });

  test('a postmark belongs to mail alone, and an illegible one is no date', () => {
    expect(read({ channel: 'email', postmarked: '19' }).form.postmarked).toBeNull();
    expect(read({ channel: 'mail', postmarked: '', postmarkIllegible: true }).form).toMatchObject({
      postmarked: null,
      postmarkIllegible: true,
    });
  });

  test('what is impossible is a problem under its field', () => {
    expect(read({ received: '10/1/2026' }).problems).toEqual({
      received: 'Thu, Oct 1, 2026 is in the future. Check the date; today is Wed, Sep 30, 2026.',
    });
    expect(read({ received: '9/30/2026' }).problems).toEqual({});
    expect(read({ received: '2/30' }).problems).toEqual({ received: 'February 2026 has 28 days.' });
    expect(read({ received: '11126' }).problems['received']).toMatch(
      /^This could be Sun, Jan 11, 2026 or Sun, Nov 1, 2026\./,
    );
    expect(read({ receivedAt: '10' }).problems['received']).toBe(
      'There is a time but no date. Type the date received.',
    );
    expect(read({ received: '22', receivedAt: '25:00' }).problems['receivedAt']).toBe(
      'A day has no hour 25. Check the time.',
    );
    expect(read({ student: 'garc' }, { ...known, student: null }).problems['studentId']).toBe(
      'No student is chosen for “garc”. F9 lists them.',
    );
    expect(read({ petition: { ...emptyPetition, received: '2/30' } }).problems['petitionReceived']).toBe(
      'February 2026 has 28 days.',
    );
  });

  test('what is odd is a warning, and no more', () => {
    const both = (postmarked: string, received: string) => read({ channel: 'mail', postmarked, received });
    expect(both('9/23', '9/22').warnings['postmarked']).toBe(
      'Postmark (Wed, Sep 23, 2026) is after the received date (Tue, Sep 22, 2026). Check both dates.',
    );
    expect(both('9/22', '9/22').warnings).toEqual({});
    expect(both('8/23', '9/22').warnings).toEqual({});
    expect(both('8/22', '9/22').warnings['postmarked']).toBe(
      '31 days lie between postmark and receipt. Check both dates.',
    );
    expect(read({ received: '9/20' }).warnings['received']).toContain('(a Sunday)');
    expect(read({ received: '11/11/2025' }).warnings['received']).toContain('The student enrolled only on');
    expect(both('9/23', '9/22').problems).toEqual({});
  });

  test('an enrolment that the register does not have is read with the form', () => {
    const typed = { ...emptyTexts.enrolment, paid: '=180+220', paidOn: '8/25' };
    expect(read({ enrolment: typed }, stranger)).toMatchObject({
      enrols: true,
      enrolment: {
        id: newId,
        studentId: student.id,
        fee: 40_000,
        payments: [{ on: '2026-08-25', cents: 40_000, payer: { kind: 'student' } }],
      },
      problems: {},
    });
    expect(read({ enrolment: { ...typed, fee: '399.99' } }, stranger).problems['paid']).toBe(
      'More was paid than the fee charged. Check both amounts.',
    );
    expect(read({ enrolment: { ...typed, fee: '400' } }, stranger).problems).toEqual({});
    expect(read({ enrolment: { ...typed, fee: '0' } }, stranger).problems['fee']).toMatch(/^The fee is 0\./);
    expect(read({ enrolment: { ...typed, paidOn: '' } }, stranger).problems['paidOn']).toMatch(
      /^The day it was paid is missing\./,
    );
    expect(read({ enrolment: { ...typed, payer: 'other' } }, stranger).problems['payerName']).toMatch(
      /^The payer’s name is missing\./,
    );
    expect(read({ enrolment: typed }).enrols).toBe(false);
    // While the register is still being asked, nothing is made up.
    expect(read({ enrolment: typed }, { ...known, enrolment: undefined })).toMatchObject({
      enrols: false,
      enrolment: null,
    });
  });

  test('a kept form comes back as the texts that make it again', () => {
    const kept = read({
      channel: 'mail',
      postmarked: '19',
      received: '22',
      receivedAt: '2:30p',
      reason: 1,
      petition: { ...emptyPetition, reason: 'Ill', received: '21' },
    }).form;
    expect(kept.petition).toMatchObject({ approvals: [], percent: null, authority: '' });
    expect(readEntry(textsOf(kept, student, course), known, context, newId).form).toEqual(kept);
    // What an earlier form held of approvals and a decision stays there when it is corrected.
    const petition = {
      kind: 'retroactive' as const,
      received: '2026-09-21',
      reason: 'Ill',
      approvals: ['instructor' as const],
      percent: 50,
      authority: 'The board',
    };
    const earlier = { ...kept, petition };
    expect(readEntry(textsOf(earlier, student, course), known, context, newId).form).toEqual(earlier);
  });
});

describe('what goes on to the next form', () => {
  const batch = { id: id(), label: 'Mail 9/22', channel: 'mail', received: '2026-09-22' } as const;
  const before = {
    ...emptyState,
    student,
    course,
    texts: { ...emptyTexts, channel: 'email', student: 'x', course: 'y', received: '9/21/2026', reason: 2, note: 'n' },
  } as const;

  test('the pinned fields, and the batch’s channel and date over them', () => {
    const next = nextState(before, new Set(['channel', 'courseId', 'reason']), batch);
    expect(next.texts).toMatchObject({
      channel: 'mail',
      received: '9/22/2026',
      course: 'y',
      reason: 2,
      note: '',
      student: '',
    });
    expect(next.student).toBeNull();
    expect([...next.carried].sort()).toEqual(['channel', 'courseId', 'reason', 'received']);
    expect(isTouched(next)).toBe(false);
    expect(firstField(next)).toBe('studentId');
    expect(nextState(null, new Set(['courseId']), null)).toEqual(emptyState);
  });

  test('the cursor begins at the first field that is not carried', () => {
    expect(firstField(emptyState)).toBe('channel');
    expect(firstField(nextState(before, new Set(['channel']), null))).toBe('studentId');
    expect(
      firstField({
        ...nextState(before, new Set(['courseId']), batch),
        student,
        texts: { ...before.texts, channel: 'mail' },
      }),
    ).toBe('postmarked');
  });

  test('a form that was begun keeps what was typed when a batch begins', () => {
    const now = withField(emptyState, 'studentId', before);
    const after = inBatch(now, null, new Set(), batch);
    expect(after).toMatchObject({ student, texts: { student: 'x', channel: 'mail', received: '9/22/2026' } });
    expect(inBatch(emptyState, before, new Set(['courseId']), batch).texts.course).toBe('y');
  });
});
