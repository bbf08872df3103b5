import type { Language } from '../day';

/** What every form says besides its own fields. */
type FormWords = {
  readonly return: string;
  readonly deadlines: string;
  readonly refund: string;
  readonly student: string;
  readonly course: string;
  readonly decision: string;
  readonly request: string;
  readonly asked: string;
  readonly tickOne: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly date: string;
  readonly statement: string;
  readonly officeUse: string;
  /** The boxes of the office; one of them is for the case's number, which stands there where it is known. */
  readonly officeBoxes: readonly { readonly label: string; readonly width: number; readonly caseNumber?: true }[];
  readonly by: string;
  readonly before: string;
  readonly version: string;
  readonly clause: string;
};

/** The words that forms share, in both languages. */
export const formWords: Record<Language, FormWords> = {
  en: {
    return: 'Fill in every box in ink, sign, and bring, mail or e-mail the form to the office named above.',
    deadlines: 'Deadlines of this course',
    refund: 'Refund',
    student: 'Student',
    course: 'Course',
    decision: 'Our decision',
    request: 'Request',
    asked: 'Tick what you ask for',
    tickOne: 'Tick one',
    firstDay: 'First day of the course',
    lastDay: 'Last day of the course',
    date: 'Date',
    statement: 'What I have written is true, and I have read the rules and deadlines on this form.',
    officeUse: 'For office use',
    officeBoxes: [
      { label: 'Received on', width: 3 },
      { label: 'Time', width: 2 },
      { label: 'Postmarked', width: 3 },
      { label: 'How it came', width: 2 },
      { label: 'Initials', width: 2 },
      { label: 'Case number', width: 5, caseNumber: true },
      { label: 'Decision', width: 4 },
      { label: 'Entered on', width: 3 },
    ],
    by: 'by',
    before: 'before',
    version: 'version',
    clause: 'clause',
  },
  es: {
    return:
      'Complete todas las casillas con tinta, firme y entregue el formulario en la oficina indicada arriba, o envíelo por correo o correo electrónico.',
    deadlines: 'Fechas límite de este curso',
    refund: 'Reembolso',
    student: 'Estudiante',
    course: 'Curso',
    decision: 'Nuestra decisión',
    request: 'Solicitud',
    asked: 'Marque lo que solicita',
    tickOne: 'Marque una',
    firstDay: 'Primer día del curso',
    lastDay: 'Último día del curso',
    date: 'Fecha',
    statement: 'Lo que he escrito es verdadero, y he leído las reglas y fechas límite de este formulario.',
    officeUse: 'Para uso de la oficina (For office use)',
    officeBoxes: [
      { label: 'Received on', width: 3 },
      { label: 'Time', width: 2 },
      { label: 'Postmarked', width: 3 },
      { label: 'How it came', width: 2 },
      { label: 'Initials', width: 2 },
      { label: 'Case number', width: 5, caseNumber: true },
      { label: 'Decision', width: 4 },
      { label: 'Entered on', width: 3 },
    ],
    by: 'hasta el',
    before: 'antes del',
    version: 'versión',
    clause: 'cláusula',
  },
};
