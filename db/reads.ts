import type { Entry, EntryKind, Subject } from '../shared/register/entry';
import type { Head } from './anchor';
import { headOf } from './chain';
import { entriesOf, happenedTo } from './entries';
import type { Secret } from './nouns/secrets';
import { approvalReads } from './nouns/approvals';
import { batchReads } from './nouns/batches';
import { caseReads } from './nouns/cases';
import { courseReads } from './nouns/courses';
import { deadlineReads } from './nouns/deadlines';
import { enrolmentReads } from './nouns/enrolments';
import { groupReads } from './nouns/groups';
import { keptReads } from './nouns/kept';
import { letterReads } from './nouns/letters';
import { officeReads } from './nouns/office';
import { pastReads } from './nouns/past';
import { personReads } from './nouns/people';
import { petitionReads } from './nouns/petitions';
import { policyReads } from './nouns/policies';
import { refundReads } from './nouns/refunds';
import { retentionReads } from './nouns/retention';
import { triesAt } from './nouns/secrets';
import { studentReads } from './nouns/students';
import { templateReads } from './nouns/templates';
import { todayReads } from './nouns/today';
import { trailReads } from './nouns/trail';
import { transmittalReads } from './nouns/transmittals';
import { provenRecovery, provenSecret } from './proof';
import type { About } from './project';
import { reportReads } from './reports/reads';
import type { Sql } from './statements';

/** Everything that can be read of a register: its records by noun, its entries, and what proves a person. `key` opens sealed papers and proofs. */
export function readsOn(sql: Sql, key: Buffer | null) {
  return {
    office: officeReads(sql),
    students: studentReads(sql),
    courses: courseReads(sql),
    deadlines: deadlineReads(sql),
    enrolments: enrolmentReads(sql),
    groups: groupReads(sql),
    batches: batchReads(sql),
    cases: caseReads(sql),
    approvals: approvalReads(sql),
    letters: letterReads(sql),
    templates: templateReads(sql),
    refunds: refundReads(sql),
    transmittals: transmittalReads(sql),
    reports: reportReads(sql),
    policies: policyReads(sql),
    petitions: petitionReads(sql),
    people: personReads(sql),
    waits: todayReads(sql),
    past: pastReads(sql),
    trail: trailReads(sql),
    kept: keptReads(sql, key),
    retention: retentionReads(sql),

    /** What an action's entries are about; what one entry is about. */
    aboutsOf: (actionId: string): About[] =>
      sql.all('SELECT DISTINCT subject, subject_id AS subjectId FROM entry WHERE action_id = ?', actionId),
    /** Of which kinds an action's entries are. */
    kindsOf: (actionId: string): EntryKind[] =>
      sql.all<{ kind: EntryKind }>('SELECT DISTINCT kind FROM entry WHERE action_id = ?', actionId).map((e) => e.kind),
    aboutAt: (seq: number): About | null =>
      sql.one('SELECT subject, subject_id AS subjectId FROM entry WHERE seq = ?', seq),

    /** The history of a subject, the oldest entry first. */
    entries: (subject: Subject, subjectId: string): Entry[] => entriesOf(sql, subject, subjectId),
    /** The same without what each entry holds. */
    happened: (subject: Subject, subjectId: string) => happenedTo(sql, subject, subjectId),
    entryCount: (): number => headOf(sql)?.seq ?? 0,
    head: (): Head | null => {
      const head = headOf(sql);
      return head === null ? null : { seq: head.seq, mac: head.mac.toString('hex') };
    },

    /** Whether a request was carried out. */
    hasAction: (requestId: string): boolean => sql.one('SELECT 1 FROM action WHERE id = ?', requestId) !== null,
    /** The MAC (hex) of an entry; null where there is none. */
    macAt: (seq: number): string | null =>
      sql.one<{ mac: Buffer }>('SELECT mac FROM entry WHERE seq = ?', seq)?.mac.toString('hex') ?? null,

    /** The secret by which a person signs in, and that of the recovery code; null where the entries do not bear them out. */
    secret: (personId: string): Secret | null => provenSecret(sql, key, personId),
    recoverySecret: (): Secret | null => provenRecovery(sql, key),
    /** The wrong tries in a row to sign in under a name. */
    tries: (name: string) => triesAt(sql, name),
  };
}
