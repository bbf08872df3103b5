import type { Determination } from '../policy/determination';
import type { Facts } from '../policy/facts';
import type { Pack } from '../policy/pack';
import type { Language } from '../day';
import type { StudentChoice } from '../register/case';
import type { ChainMark } from '../register/chain-mark';
import type { Course } from '../register/course';
import type { Enrolment } from '../register/enrolment';
import type { Office, Term } from '../register/office';
import type { Student } from '../register/student';
import type { Instead, PetitionTold, ToldEarlier } from './told';

/** Everything that a letter is made from: the determination as stored, and the records it is about. */
export type LetterSource = {
  readonly language: Language;
  /** The letter's number and the office's day on which it is made. */
  readonly number: string;
  readonly madeOn: string;
  readonly caseNumber: string;
  readonly facts: Facts;
  readonly determination: Determination;
  /** The determination's hash, hex; empty where none was made. */
  readonly hash: string;
  readonly pack: Pack;
  readonly office: Office;
  readonly student: Student;
  readonly course: Course;
  readonly term: Term | null;
  readonly enrolment: Enrolment | null;
  /** What the student chose who may leave or stay on the free track; null where they were not asked or have not said. */
  readonly choice: StudentChoice | null;
  /** The letter that this one replaces: its number, its day, and the cents it gave (null where it gave no amount). */
  readonly corrects: { readonly number: string; readonly madeOn: string; readonly refund: number | null } | null;
  /** True where the case no longer concerns this student, and the letter only takes the other one back. */
  readonly withdrawn: boolean;
  /** The petition or appeal that the letter tells of; null where it tells of none. */
  readonly petition: PetitionTold | null;
  /** What the student did with the form instead of dropping; null where they did not. */
  readonly instead: Instead | null;
  /** True where the letter only says that the form came: nothing is decided, or what was decided may not be told yet. */
  readonly receipt: boolean;
  /** The other case that decided on the same student and course before; null where the letter tells of none. */
  readonly earlier: ToldEarlier | null;
  /** Where the register's chain ended when the letter was made; null where it has no entry. */
  readonly head: ChainMark | null;
};
