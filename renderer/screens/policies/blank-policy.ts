import { bandWords } from './blank';
import type { DraftTree } from './drafting';
import { nameOf } from './tree';

/** What is asked before a new policy's draft begins. */
export type Beginning = {
  readonly name: string;
  readonly institution: string;
  readonly source: string;
  readonly clause: string;
  readonly quote: string;
  readonly category: string;
};

const both = (en: string, es = en) => ({ en, es });

/**
 * The draft of a policy with nothing settled yet: what must be in writing, which date counts and what a referral is called stand as most
 * policies have them, on its first clause; the bands are still to be written.
 */
export function blankPolicy(id: string, typed: Beginning, today: string): DraftTree {
  const clause = typed.clause.trim();
  const category = typed.category.trim();
  return {
    pack: {
      id,
      version: '1',
      effectiveFrom: today,
      name: both(typed.name.trim()),
      institution: typed.institution.trim(),
      sources: [{ title: typed.source.trim() }],
      categories: [
        { id: nameOf(category) || 'course', label: both(category), begins: 'first-meeting', failing: false, clause },
      ],
      beginsClause: clause,
      clauses: { [clause]: { quote: typed.quote.trim(), says: both(typed.quote.trim().slice(0, 400)) } },
      readings: [
        {
          name: 'effective',
          clause,
          label: both('Which date of a mailed form counts', 'Qué fecha cuenta en un formulario enviado por correo'),
          default: 'policy',
          values: [
            { value: 'policy', label: both('as the policy says', 'según la política') },
            { value: 'received', label: both('the date received', 'la fecha de recepción') },
            { value: 'postmarked', label: both('the postmark', 'el matasellos') },
          ],
        },
      ],
      notice: {
        ineffective: ['non-attendance', 'stop-payment', 'instructor-notice'],
        ineffectiveClause: clause,
        spoken: [],
        spokenChannels: [],
        spokenClause: clause,
        documents: [],
        effective: [{ uses: 'received', clause }],
        officeHours: null,
        noNoticeClause: clause,
      },
      refer: [],
      cancelled: { clause, label: both('Full: class cancelled', 'Completo: clase cancelada') },
      referLabel: both('Needs review', 'Requiere revisión'),
      outcomeLabels: {},
      dueReading: null,
      failingClause: null,
      schedules: [
        {
          id: '',
          label: both('all courses', 'todos los cursos'),
          when: {},
          clause,
          rule: 'schedule-meetings',
          bands: [{ id: '', label: bandWords(0), percent: 0, clause, due: 'follows', rule: 'no-refund' }],
        },
      ],
      federal: null,
      decisions: [],
      unknownDecisionClause: clause,
      deadlines: [],
      promise: null,
      forms: [],
    },
    cases: { offices: { usual: {} }, cases: [] },
  };
}
