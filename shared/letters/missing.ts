import type { Language } from '../day';
import type { Pack } from '../policy/pack';
import { noticeKinds } from '../register/case';

/** What the student can send; anything else that is missing is the office's own to enter. In the contract's names. */
const studentWords: Readonly<Record<string, Record<Language, string>>> = {
  notice: { en: 'your drop in writing', es: 'su baja por escrito' },
  'drop-form': { en: 'the drop form, completed and signed', es: 'el formulario de baja, completado y firmado' },
  'add-drop-form': {
    en: 'the add/drop form, completed and signed',
    es: 'el formulario de altas y bajas, completado y firmado',
  },
  'fee-bill-receipt': { en: 'the receipt of your fee bill', es: 'el recibo de sus cuotas' },
  fullName: { en: 'your full name', es: 'su nombre completo' },
  email: { en: 'the e-mail address of your account', es: 'la dirección de correo electrónico de su cuenta' },
  courseTitle: { en: 'the full title of the course', es: 'el título completo del curso' },
  courseStart: { en: 'the date on which the course starts', es: 'la fecha en que comienza el curso' },
  track: { en: 'the track in which you are enrolled', es: 'la modalidad en la que está inscrito/a' },
  reason: {
    en: 'a statement of your serious and compelling reason',
    es: 'una declaración de su razón grave y de peso',
  },
  instructor: { en: 'the approval of the instructor, signed', es: 'la aprobación del instructor, firmada' },
  chair: {
    en: 'the approval of the department chair, signed',
    es: 'la aprobación de la jefatura del departamento, firmada',
  },
};

const plainReason: Record<Language, string> = { en: 'your reasons, in writing', es: 'sus razones, por escrito' };

/** What the student is asked for, in words, with the title of the form where the policy has one; and what the office must first enter itself. */
export function missingWords(
  missing: readonly string[],
  pack: Pick<Pack, 'forms' | 'schedules'>,
  language: Language,
): { readonly student: readonly string[]; readonly office: readonly string[] } {
  const student = missing.filter((id) => id in studentWords);
  return {
    student: student.map((id) => wordsFor(id, pack, language)),
    office: missing.filter((id) => !(id in studentWords)),
  };
}

function wordsFor(id: string, pack: Pick<Pack, 'forms' | 'schedules'>, language: Language): string {
  const form = pack.forms.find((f) => f.document === id);
  const compelling = pack.schedules.some((s) => s.bands.some((b) => b.petition?.needs.includes('reason') === true));
  const words = id === 'reason' && !compelling ? plainReason[language] : (studentWords[id]?.[language] ?? id);
  if (form === undefined) return words;
  // A sheet that asks for a document is not the document.
  if (id !== 'petition' && !noticeKinds.some((kind) => kind === id))
    return language === 'en'
      ? `${words}, with the enclosed “${form.title.en}”`
      : `${words}, con el formulario “${form.title.es}” adjunto`;
  return language === 'en'
    ? `the enclosed “${form.title.en}”, completed and signed`
    : `el “${form.title.es}” adjunto, completado y firmado`;
}
