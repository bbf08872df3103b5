import type { Determination } from '../policy/determination';
import type { CaseForm } from '../register/case';
import type { DisclosureMade, Flag } from '../register/disclosure';
import type { Enrolment } from '../register/enrolment';
import type { StandingPetition } from '../register/fold-petition';
import type { Attachment } from '../register/petition';
import type { Student } from '../register/student';

/** Everything that the office holds about a student, as it is given out: as data it is this, on paper its pages. Moments are the office's own. */
export type StudentFile = {
  readonly format: 'refund-desk-student-file';
  readonly version: 1;
  readonly made: string;
  readonly office: { readonly institution: string; readonly name: string };
  /** The last entry of the register when it was made, with its MAC. */
  readonly register: { readonly seq: number; readonly mac: string } | null;
  readonly student: Student;
  readonly confidential: Flag | null;
  readonly enrolments: readonly {
    readonly course: { readonly code: string; readonly title: string };
    readonly enrolment: Enrolment;
  }[];
  readonly cases: readonly FiledCase[];
  readonly history: readonly FiledEntry[];
  readonly disclosures: readonly DisclosureMade[];
};

/** One of the student's cases, whole. */
export type FiledCase = {
  readonly number: string;
  readonly state: string;
  readonly course: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly form: CaseForm;
  readonly heldWhy: string;
  readonly determinations: readonly {
    readonly at: string;
    readonly person: string;
    readonly label: string;
    readonly why: string;
    readonly superseded: boolean;
    readonly hash: string;
    readonly sentences: readonly { readonly clause: string; readonly text: string; readonly value: string }[];
    readonly determination: Determination;
  }[];
  readonly petitions: readonly StandingPetition[];
  readonly letters: readonly FiledLetter[];
  readonly attachments: readonly (Attachment & { readonly at: string; readonly removed: string | null })[];
};

/** A letter of the file: its archived PDF is named by its SHA-256. */
export type FiledLetter = {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly madeAt: string;
  readonly printedAt: string | null;
  readonly pdf: string | null;
};

/** What happened, when and by whom. */
export type FiledEntry = {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly what: string;
  readonly about: string;
  readonly undone: boolean;
};
