import type { Language } from '../day';
import type { Pack } from '../policy/pack';
import type { NoticeKind, Petition } from '../register/case';
import type { ApprovalRole } from '../register/petition';

type Said = Record<Language, string>;

const notices: Record<NoticeKind, Said> = {
  'drop-form': { en: 'your drop form', es: 'su formulario de baja' },
  'add-drop-form': { en: 'your add/drop form', es: 'su formulario de altas y bajas' },
  letter: { en: 'your letter', es: 'su carta' },
  email: { en: 'your e-mail', es: 'su correo electrónico' },
  fax: { en: 'your fax', es: 'su fax' },
  portal: { en: 'your message through the portal', es: 'su mensaje por el portal' },
  phone: { en: 'your telephone call', es: 'su llamada telefónica' },
  'in-person': { en: 'what you told us in person', es: 'lo que nos dijo en persona' },
  'non-attendance': { en: 'notice that you were not attending', es: 'el aviso de que no asistía a clase' },
  'stop-payment': { en: 'notice that a payment was stopped', es: 'el aviso de que se detuvo un pago' },
  'instructor-notice': {
    en: 'notice that you had told your instructor',
    es: 'el aviso de que se lo había dicho a su instructor',
  },
};

/** What came, as a letter names it; by the title of the policy's own form where it is one. */
export function noticeWords(kind: NoticeKind, pack: Pick<Pack, 'forms'>, language: Language): string {
  const form = pack.forms.find((f) => f.document === kind);
  if (form === undefined) return notices[kind][language];
  return language === 'en' ? `your “${form.title.en}”` : `su “${form.title.es}”`;
}

const petitions: Record<Petition['kind'], Said> = {
  'late-drop': { en: 'petition for a late drop', es: 'petición de baja tardía' },
  retroactive: { en: 'petition for a retroactive refund', es: 'petición de reembolso retroactivo' },
  appeal: { en: 'appeal', es: 'apelación' },
  reinstatement: { en: 'request for reinstatement', es: 'solicitud de reincorporación' },
};

/** What was asked for, as a letter names it. */
export function petitionWords(kind: Petition['kind'], language: Language): string {
  return petitions[kind][language];
}

/** What was asked for, as a title names it. */
export function petitionHeading(kind: Petition['kind'], language: Language): string {
  if (kind === 'appeal') return language === 'en' ? 'Appeal' : 'apelación';
  return language === 'en' ? 'Petition' : 'petición';
}

const approvers: Record<ApprovalRole, Said> = {
  instructor: { en: 'the instructor', es: 'el instructor' },
  chair: { en: 'the department chair', es: 'la jefatura del departamento' },
};

/** Who approves a late drop, as a letter names them: by office, not by name. */
export function approverWords(role: ApprovalRole, language: Language): string {
  return approvers[role][language];
}

/** What is kept of the fees: the drop fee or the deposit, as the determination's own step says. */
export function withheldWords(source: unknown, language: Language): string {
  if (source === 'deposit') return language === 'en' ? 'non-returnable deposit' : 'depósito no reembolsable';
  return language === 'en' ? 'drop fee' : 'cargo por baja';
}

/** The lines of the table in a letter. */
export const sumWords = {
  en: {
    charged: 'Fees charged',
    collected: 'Fees paid',
    rate: 'Refund rate',
    less: (what: string): string => `Less the ${what}`,
    before: (day: string): string => `Refund decided before, on ${day}`,
    refund: 'Refund',
    cancelled: 'Unpaid fees that are cancelled',
    applied: 'Refund applied to fees still due',
    payable: 'Paid out',
    stillDue: 'Fees still due',
  },
  es: {
    charged: 'Cuotas cobrables',
    collected: 'Cuotas pagadas',
    rate: 'Porcentaje de reembolso',
    less: (what: string): string => `Menos el ${what}`,
    before: (day: string): string => `Reembolso decidido antes, el ${day}`,
    refund: 'Reembolso',
    cancelled: 'Cuotas no pagadas que se cancelan',
    applied: 'Reembolso aplicado a cuotas pendientes',
    payable: 'Monto que se paga',
    stillDue: 'Cuotas pendientes',
  },
} as const;

/** How often a course meets: `10 meetings`. */
export function meetingWords(count: number, language: Language): string {
  if (count === 0) return language === 'en' ? 'No scheduled meetings' : 'Sin sesiones programadas';
  if (language === 'en') return count === 1 ? '1 meeting' : `${count} meetings`;
  return count === 1 ? '1 sesión' : `${count} sesiones`;
}

/** Who paid, and by what means where that is known: `Acme Corp. (paid by check)`. */
export function payerWords(name: string, methods: readonly string[], language: Language): string {
  if (methods.length === 0) return name;
  if (language === 'en') return `${name} (paid by ${methods.join(', ')})`;
  const said = methods.map((method) => method.replace(usualMeans, (word) => inSpanish[word] ?? word));
  return `${name} (forma de pago: ${said.join(', ')})`;
}

/** The usual means of payment; the field is free, and what else a clerk typed stands as it was typed. */
const inSpanish: Readonly<Record<string, string>> = {
  'credit card': 'tarjeta de crédito',
  'debit card': 'tarjeta de débito',
  'money order': 'giro postal',
  card: 'tarjeta',
  cash: 'efectivo',
  check: 'cheque',
  voucher: 'vale',
};
const usualMeans = new RegExp(`\\b(?:${Object.keys(inSpanish).join('|')})\\b`, 'g');
