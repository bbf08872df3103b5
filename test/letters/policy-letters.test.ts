import { describe, expect, it } from 'vitest';
import type { Language } from '../../shared/day';
import { makeLetter } from '../../shared/letters/letter';
import type { LetterSource } from '../../shared/letters/source';
import type { LetterType } from '../../shared/letters/template';
import type { CompiledPack } from '../../shared/policy/compile';
import type { Facts } from '../../shared/policy/facts';
import { shippedPacks } from '../../shared/policy/packs/index';
import { sourceUnder } from './source-under';
import { wordsOf } from './samples';

/** Week by week from a first day. */
const weekly = (count: number, first: string) =>
  Array.from({ length: count }, (_, week) => ({
    date: new Date(Date.parse(first) + week * 7 * 86_400_000).toISOString().slice(0, 10),
    from: '18:00',
    to: '20:00',
  }));

const fees = { assessed: 40_000, collected: 40_000 };
const letter = { kind: 'letter', channel: 'mail', received: '2026-09-22' } as const;
const summer = { category: 'regular-summer', meetings: weekly(4, '2026-06-22') };
const addDrop = { kind: 'add-drop-form', channel: 'mail', received: '2026-06-23' } as const;
const ownCredit = { category: 'self-sustaining-credit', meetings: weekly(5, '2026-09-14') };
const identity = { fullName: true, email: true, courseTitle: true, courseStart: true };
const session = {
  category: 'course-session',
  starts: '2026-09-07',
  ends: '2026-11-30',
  enrollmentDeadline: '2026-09-20',
  refundableUntil: '2026-09-25',
};
const request = { kind: 'email', channel: 'email', received: '2026-09-22', identity } as const;
const paying = { track: 'verified' } as const;
const cohort = { category: 'course', starts: '2026-10-05', ends: '2026-11-13' };

type Told = {
  readonly name: string;
  readonly policy: string;
  readonly facts: Omit<Facts, 'policy' | 'fees'> & { readonly fees?: Facts['fees'] };
  readonly other?: Partial<LetterSource>;
  readonly type: LetterType;
  readonly says: Record<Language, readonly string[]>;
  readonly not?: Record<Language, readonly string[]>;
};

const wou = 'wou-extended-programs';
const dedp = 'mitx-online-dedp';
const xpro = 'mit-xpro';

const told: readonly Told[] = [
  {
    name: 'W2: a telephone call is no drop; how to make one',
    policy: wou,
    facts: {
      course: { category: 'regular-term', termBegins: '2026-09-21', termEnds: '2026-12-04' },
      notice: { ...letter, kind: 'phone', channel: 'phone' },
    },
    type: 'not-official',
    says: {
      en: [
        'You are still enrolled, and no refund is due: what reached us is not an official drop.',
        'To drop, tell us in writing, for example on the enclosed “Add-Drop form”, completed and signed: Extended Education, 100 Campus Way',
        'A withdrawal must be sent in writing',
        'It must reach us by Friday, September 25, 2026, for a refund of up to 100% of the fees paid.',
      ],
      es: [
        'lo que nos llegó no es una baja oficial',
        'avísenos por escrito, por ejemplo con el “Formulario de alta y baja (Add-Drop form)” adjunto, completado y firmado: Extended Education',
        'Debe llegarnos a más tardar el viernes 25 de septiembre de 2026, para un reembolso de hasta el 100 % de las cuotas pagadas.',
      ],
    },
    not: {
      en: ['office hours,', 'Request for the Fee Bill receipt'],
      es: ['horario de oficina,', 'Solicitud del recibo Fee Bill'],
    },
  },
  {
    name: 'W2 where the postmark counts: by when it must be postmarked',
    policy: wou,
    facts: { course: ownCredit, notice: { ...letter, kind: 'in-person', channel: 'counter', received: '2026-09-15' } },
    type: 'not-official',
    says: {
      en: ['It must be postmarked, or reach us where it does not come by mail, by Monday, October 5, 2026'],
      es: ['Debe llevar matasellos, o llegarnos si no viene por correo, a más tardar el lunes 5 de octubre de 2026'],
    },
  },
  {
    name: 'W5: the document that is missing, by name',
    policy: wou,
    facts: { course: summer, notice: addDrop },
    type: 'incomplete',
    says: {
      en: [
        'Please send us: the receipt of your fee bill, with the enclosed “Request for the Fee Bill receipt”',
        'by Monday, July 6, 2026',
      ],
      es: ['el recibo de sus cuotas, con el formulario “Solicitud del recibo Fee Bill” adjunto'],
    },
    not: { en: ['the enclosed “Add-Drop form”'], es: [] },
  },
  {
    name: 'W6: awaiting the federal figure',
    policy: wou,
    facts: {
      course: summer,
      student: { federalAid: true },
      notice: { ...addDrop, documents: ['fee-bill-receipt'] },
    },
    type: 'federal',
    says: {
      en: ['Your refund is not decided yet: because you receive federal aid', 'as soon as the amount is known'],
      es: ['Su reembolso todavía no está decidido: como usted recibe ayuda federal'],
    },
  },
  {
    name: 'W6: decided by the federal figure',
    policy: wou,
    facts: {
      course: summer,
      student: { federalAid: true },
      federal: 12_345,
      notice: { ...addDrop, documents: ['fee-bill-receipt'] },
    },
    type: 'partial',
    says: {
      en: ['Your refund is $123.45, the amount that the federal guidelines give.'],
      es: ['Su reembolso es de $123.45, el monto que dan las normas federales.'],
    },
    not: { en: ['which is'], es: ['es decir, el'] },
  },
  {
    name: 'W7: the postmark counts',
    policy: wou,
    facts: { course: ownCredit, notice: { ...letter, postmarked: '2026-09-19' } },
    type: 'full',
    says: {
      en: [
        '(postmarked Saturday, September 19, 2026). The postmark counts: your drop took effect on Saturday, September 19, 2026.',
      ],
      es: ['Cuenta la fecha del matasellos: su baja surte efecto el sábado 19 de septiembre de 2026.'],
    },
  },
  {
    name: 'W7: a postmark that nobody can read',
    policy: wou,
    facts: { course: ownCredit, notice: letter },
    type: 'full',
    says: {
      en: [
        'Its postmark would count, but it is missing, cannot be read or is later than the day it came. So the day we received it counts: your drop took effect on Tuesday, September 22, 2026.',
      ],
      es: ['Contaría el matasellos, pero falta, no se puede leer o es posterior al día en que llegó.'],
    },
  },
  {
    name: 'W12: a credit overlay is not refunded',
    policy: wou,
    facts: { course: { category: 'credit-overlay', meetings: weekly(2, '2026-09-14') }, notice: letter },
    type: 'none',
    says: {
      en: ['No refund is due ($0.00).', 'unless the course is cancelled'],
      es: ['No corresponde ningún reembolso ($0.00).'],
    },
  },
  {
    name: 'W12: unless the course is cancelled, and then by itself',
    policy: wou,
    facts: {
      course: { category: 'credit-overlay', meetings: weekly(2, '2026-09-14'), cancelledOn: '2026-09-10' },
      notice: null,
    },
    type: 'class-cancelled',
    says: {
      en: [
        'Your refund is $400.00, all the fees paid, because this class was cancelled',
        'You do not need to send a form.',
      ],
      es: ['Usted no tiene que enviar ningún formulario.'],
    },
    not: { en: ['drop fee'], es: ['cargo por baja'] },
  },
  {
    name: 'W4: how to appeal, with no day that the policy does not have',
    policy: wou,
    facts: { course: ownCredit, notice: { ...letter, received: '2026-10-20', postmarked: '2026-10-19' } },
    type: 'none',
    says: {
      en: [
        'A student who believes that the circumstances warrant an exception may appeal. (Clause W4.) Write to us with your reasons',
        'The policy names no last day for this.',
      ],
      es: ['(Cláusula W4.) Escríbanos con sus razones', 'La política no fija un último día para esto.'],
    },
  },
  {
    name: 'W4: an appeal granted',
    policy: wou,
    facts: {
      course: ownCredit,
      notice: { ...letter, received: '2026-10-20', postmarked: '2026-10-19' },
      decision: { kind: 'appeal', received: '2026-11-02', reason: 'Illness', percent: 50, authority: 'the Director' },
    },
    type: 'petition-granted',
    says: {
      en: [
        'Appeal decision: $200.00',
        'Your appeal is granted: your refund is $200.00, which is 50% of the fees paid. We received it on Monday, November 2, 2026. It was decided by the Director.',
      ],
      es: ['Decisión sobre su apelación: $200.00', 'Su apelación fue concedida'],
    },
  },
  {
    name: 'M5: exactly what is missing, and the day that is kept',
    policy: dedp,
    facts: {
      course: session,
      student: paying,
      notice: { ...request, identity: { ...identity, email: false, courseStart: false } },
    },
    type: 'incomplete',
    says: {
      en: [
        'Your refund request is not complete yet',
        'Please send us: the e-mail address of your account the date on which the course starts By when.',
        'Your request keeps the day on which it first came, Tuesday, September 22, 2026.',
      ],
      es: ['Su solicitud de reembolso todavía no está completa', 'conserva el día en que llegó por primera vez'],
    },
    not: { en: ['your full name', 'the full title of the course'], es: ['su nombre completo'] },
  },
  {
    name: 'M6: the refund with the choice still to be made',
    policy: dedp,
    facts: { course: session, student: paying, notice: request },
    type: 'full',
    says: {
      en: [
        'Your refund is $400.00, all the fees paid.',
        'After a refund the learner may leave the session or stay enrolled on the Audit (free) track. (M6) Please tell us which you choose.',
        'If a date or an amount in this letter is wrong, tell us in writing',
      ],
      es: ['seguir inscrita en la modalidad Audit (gratuita). (M6) Por favor, díganos qué elige.'],
    },
    not: { en: ['your drop', 'appeal'], es: ['su baja', 'apelación'] },
  },
  {
    name: 'M6: the refund of one who stays',
    policy: dedp,
    facts: { course: session, student: paying, notice: request },
    other: { choice: 'stay' },
    type: 'full',
    says: { en: ['You chose to stay enrolled.'], es: ['Usted eligió seguir inscrito/a.'] },
    not: { en: ['What leaving means'], es: ['Qué significa dejar'] },
  },
  {
    name: 'M8: what leaving means, for one who is unenrolled',
    policy: dedp,
    facts: { course: session, student: paying, notice: request },
    other: { choice: 'unenroll' },
    type: 'full',
    says: {
      en: [
        'What leaving means. You asked to be unenrolled.',
        'there is no archived access when the session closes. (M8)',
        'It may not be possible to enroll in this session again',
        'Coursework and scores do not move to another session',
        'A payment for this session does not move to another session. (M8)',
        'Whoever was unenrolled in error should tell us as soon as possible and ask to be reinstated. (M9)',
      ],
      es: ['Qué significa dejar el curso.', 'El pago de esta sesión no pasa a otra sesión. (M8)'],
    },
  },
  {
    name: 'M7: outside the window, with the options',
    policy: dedp,
    facts: { course: session, student: paying, notice: { ...request, received: '2026-09-26' } },
    type: 'none',
    says: {
      en: [
        'No refund is due ($0.00).',
        'the end of Friday, September 25, 2026; your request came after it.',
        'What you can do now. You may remain enrolled in the course session. (M7) You may unenroll yourself from the course session. (M7)',
        're-enroll in a future session of the course and pay the course fee again. (M7)',
      ],
      es: [
        'Qué puede hacer ahora. Puede seguir inscrito en la sesión. (M7)',
        'pagar de nuevo la cuota del curso. (M7)',
      ],
    },
  },
  {
    name: 'M1: somebody on the free track who only wants to stop',
    policy: dedp,
    facts: {
      course: session,
      student: { track: 'audit' },
      fees: { assessed: 0, collected: 0 },
      notice: { ...request, received: '2026-09-26' },
    },
    type: 'none',
    says: {
      en: ['Staying enrolled on the Audit (free) track costs nothing'],
      es: ['Seguir inscrito en la modalidad Audit (gratuita) no cuesta nada'],
    },
    not: { en: ['What you can do now'], es: ['Qué puede hacer ahora'] },
  },
  {
    name: 'M5: stopping is no request; what a request names',
    policy: dedp,
    facts: { course: session, student: paying, notice: { ...request, kind: 'non-attendance' } },
    type: 'not-official',
    says: {
      en: [
        'what reached us is not a request for a refund',
        'naming: your full name the e-mail address of your account the full title of the course the date on which the course starts',
      ],
      es: ['lo que nos llegó no es una solicitud de reembolso', 'e indique: su nombre completo'],
    },
  },
  {
    name: 'M9: enrolled again',
    policy: dedp,
    facts: {
      course: session,
      student: paying,
      notice: request,
      decision: { kind: 'reinstatement', received: '2026-09-26', percent: 100, authority: 'the Registrar' },
    },
    type: 'reinstated',
    says: {
      en: [
        'You are enrolled again: your request for reinstatement is granted. We received it on Saturday, September 26, 2026. It was decided by the Registrar.',
      ],
      es: ['Usted está inscrito/a de nuevo: su solicitud de reincorporación fue concedida.'],
    },
    not: { en: ['$0.00'], es: ['$0.00'] },
  },
  {
    name: 'M9: not enrolled again',
    policy: dedp,
    facts: {
      course: session,
      student: paying,
      notice: request,
      decision: { kind: 'reinstatement', received: '2026-09-26', percent: 0 },
    },
    type: 'not-reinstated',
    says: { en: ['You are not enrolled again'], es: ['Usted no está inscrito/a de nuevo'] },
  },
  {
    name: 'M9: not decided yet',
    policy: dedp,
    facts: {
      course: session,
      student: paying,
      notice: request,
      decision: { kind: 'reinstatement', received: '2026-09-26' },
    },
    type: 'reinstatement-received',
    says: {
      en: ['Whether you are enrolled again is not decided yet'],
      es: ['Todavía no se ha decidido si usted está inscrito/a de nuevo'],
    },
  },
  {
    name: 'X1: the date that nobody changes',
    policy: xpro,
    facts: {
      course: cohort,
      notice: { ...request, received: '2026-10-15' },
      decision: { kind: 'appeal', received: '2026-10-20', reason: 'Illness' },
    },
    type: 'refused',
    says: {
      en: [
        'The last day for a refund cannot be changed',
        'We received it on Tuesday, October 20, 2026. The last day for a refund was Wednesday, October 14, 2026. No petition and no appeal can extend that day.',
        'The policy lets nobody extend its date: A full refund is given through the seventh working day',
      ],
      es: [
        'El último día para un reembolso fue el miércoles 14 de octubre de 2026. Ninguna petición ni apelación puede extender ese plazo.',
      ],
    },
    not: { en: ['with your reasons'], es: ['con sus razones'] },
  },
  {
    name: 'X1: a cancelled course is not covered',
    policy: xpro,
    facts: { course: { ...cohort, cancelledOn: '2026-10-01' }, notice: null },
    type: 'refer',
    says: {
      en: ['No refund has been decided, and none has been refused'],
      es: ['No se ha decidido ningún reembolso ni se ha negado ninguno'],
    },
  },
];

describe.each(told)('$name', ({ policy, facts, other, type, says, not }) => {
  it.each(['en', 'es'] as const)('in %s', (language) => {
    const source = sourceUnder(packOf(policy), { policy, fees, ...facts }, { language, ...other });
    const made = makeLetter(source);
    expect(made.type).toBe(type);
    const words = wordsOf(made.html);
    for (const said of says[language]) expect(`${made.title} ${words}`).toContain(said);
    for (const said of not?.[language] ?? []) expect(words).not.toContain(said);
  });
});

describe('before a letter goes out', () => {
  it('the clerk hears of a row of the table that is to be checked, and of closures that are not entered', () => {
    const long = { category: 'self-sustaining-credit', meetings: weekly(10, '2026-09-14') };
    const table = sourceUnder(packOf(wou), { policy: wou, fees, course: long, notice: letter });
    expect(makeLetter(table).problems.join(' ')).toContain('is to be checked with the office');
    const counted = sourceUnder(packOf(xpro), { policy: xpro, fees, course: cohort, notice: request });
    expect(makeLetter(counted).problems.join(' ')).toContain('No closures are entered for a year');
    const short = sourceUnder(packOf(wou), { policy: wou, fees, course: ownCredit, notice: letter });
    expect(makeLetter(short).problems).toEqual([]);
  });
});

function packOf(policy: string): CompiledPack {
  const found = shippedPacks.find((p) => p.id === policy);
  if (found === undefined) throw new Error(`${policy} is not shipped`);
  return found;
}
