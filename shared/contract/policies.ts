import { z } from 'zod';
import { dayField, idField, line, noteField } from '../register/fields';
import { nothing, requestId } from './register';

// Calls about the policies themselves: those that come with the app, and the office's own, which lie in the register as entries.

/** A pack and its worked cases as plain data: what an exported file holds, what a draft is, untrusted until it was read by `readPolicyFile`. */
const policyFile = z.strictObject({ pack: z.unknown(), cases: z.unknown() });

/** What is wrong with a pack: where (`schedules.short.first-week`), and what it means and what to do. An error keeps it from being published. */
const findingSchema = z.strictObject({ severity: z.enum(['error', 'note']), where: z.string(), message: z.string() });

/** How a worked case came out: the fields that differ from what it expects. */
const caseResultSchema = z.strictObject({
  id: z.string(),
  clause: z.string(),
  why: z.string(),
  passed: z.boolean(),
  differences: z.array(z.strictObject({ field: z.string(), expected: z.string(), found: z.string() })),
});

const versionSchema = z.strictObject({
  policy: z.string(),
  version: z.string(),
  effectiveFrom: dayField,
  name: z.string(),
  institution: z.string(),
  origin: z.enum(['shipped', 'office']),
  /** Who published it when, and why; null for one that came with the app. */
  published: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
  /** How many determinations of the register were made by it. */
  used: z.number().int(),
});

const draftSchema = z.strictObject({
  id: idField,
  policy: z.string(),
  name: z.string(),
  /** The version it was made from; null for a new policy. */
  from: z.string().nullable(),
  savedBy: z.string(),
  savedAt: z.string(),
});

const draftContent = z.strictObject({
  draft: draftSchema,
  file: policyFile,
  findings: z.array(findingSchema),
  cases: z.array(caseResultSchema),
});

/** A case of the register that would come out otherwise under a draft. */
const impactRow = z.strictObject({
  caseId: idField,
  number: z.string(),
  student: z.string(),
  course: z.string(),
  before: z.string(),
  after: z.string(),
  beforeCents: z.number().int(),
  afterCents: z.number().int(),
});

export const policyCalls = {
  /** Every published version, and the drafts. */
  'policy.list': {
    input: nothing,
    output: z.strictObject({ versions: z.array(versionSchema), drafts: z.array(draftSchema) }),
  },
  /** The pack and worked cases of a published version, whole. */
  'policy.get': { input: z.strictObject({ policy: line(60), version: line(20) }), output: policyFile },
  /** The office's own published packs, for the window's own evaluation; those that come with the app it has. */
  'policy.own': { input: nothing, output: z.array(z.unknown()) },
  'policy.draft.get': { input: z.strictObject({ id: idField }), output: draftContent },
  /** Keeps a draft, however unfinished; a new one where `id` is null. What is wrong with it comes back and keeps nothing from being kept. */
  'policy.draft.save': {
    input: z.strictObject({ requestId, id: idField.nullable(), from: line(20).nullable(), file: policyFile }),
    output: draftContent,
  },
  'policy.draft.discard': { input: z.strictObject({ requestId, id: idField }), output: nothing },
  /** Publishes a draft from a day on, under the next version number; refused where the audit has errors or a worked case fails. */
  'policy.draft.publish': {
    input: z.strictObject({ requestId, id: idField, effectiveFrom: dayField, reason: noteField.min(1) }),
    output: versionSchema,
  },
  /** Re-runs the register's past determinations under a draft and lists what would differ; nothing is changed. Tells `progress`, task `policy.impact`. */
  'policy.impact': {
    input: z.strictObject({ id: idField, effectiveFrom: dayField }),
    output: z.strictObject({
      cancelled: z.boolean(),
      cases: z.number().int(),
      differing: z.number().int(),
      beforeCents: z.number().int(),
      afterCents: z.number().int(),
      /** The first thousand that differ. */
      rows: z.array(impactRow),
    }),
  },
  'policy.impact.cancel': { input: nothing, output: nothing },
  /** Saves a published version as one file where the person chooses. */
  'policy.export': {
    input: z.strictObject({ policy: line(60), version: line(20) }),
    output: z.strictObject({ path: z.string() }),
  },
  /** Reads a policy's file that the person chooses into a new draft; refused with place and reason, and nothing kept, where it cannot be one. */
  'policy.import': { input: z.strictObject({ requestId }), output: draftContent },
  /** Chooses readings of a policy for this office, with the reason; those left out, or null, are the pack's defaults. */
  'policy.readings': {
    input: z.strictObject({
      requestId,
      policy: line(60),
      readings: z.record(z.string(), z.unknown()),
      reason: noteField.min(1),
    }),
    output: nothing,
  },
};
