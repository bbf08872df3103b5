import type { PolicyReadings } from './office';

/** A policy's text being worked on: pack and worked cases as plain data under their SHA-256 (hex), however unfinished. */
export type DraftedContent = {
  /** The policy's id and name as the draft has them; empty where it has none yet. */
  readonly policy: string;
  readonly name: string;
  /** The version it was made from; null for a new policy. */
  readonly from: string | null;
  readonly packHash: string;
  readonly casesHash: string;
};

/** A version that the office published: from then on it is only read. */
export type PublishedContent = {
  readonly policy: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly name: string;
  readonly institution: string;
  readonly packHash: string;
  readonly casesHash: string;
  readonly reason: string;
  /** Whether the policy had no version before this one. */
  readonly first: boolean;
};

/** The readings that the office chose for one policy, and why; those left out are the pack's defaults. */
export type ReadingsContent = {
  readonly policy: string;
  readonly readings: PolicyReadings;
  readonly reason: string;
};
