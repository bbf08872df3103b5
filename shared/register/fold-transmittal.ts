import type { Content, Kept } from './contents';
import type { ClosedTransmittal, ListedPayment } from './transmittal';

/** A batch for the Business Office as it stands: as it was last closed, and what came back for it. */
export type FoldedTransmittal = ClosedTransmittal & {
  readonly state: 'closed' | 'reopened';
  readonly person: string;
  readonly closedAt: string;
  readonly reopenings: readonly { readonly at: string; readonly person: string; readonly why: string }[];
  /** The lists that came back since it was last closed. */
  readonly lists: readonly {
    readonly fileName: string;
    readonly hash: string;
    readonly rows: readonly ListedPayment[];
  }[];
  readonly reconciled: (Content['transmittal.reconciled'] & { readonly person: string }) | null;
};

/** A batch from its entries; null where it was never closed. */
export function foldTransmittal(entries: readonly Kept[]): FoldedTransmittal | null {
  return entries.reduce<FoldedTransmittal | null>(following, null);
}

function following(folded: FoldedTransmittal | null, entry: Kept): FoldedTransmittal | null {
  if (entry.kind === 'transmittal.closed') {
    const { content, person, at } = entry;
    return {
      ...content,
      state: 'closed',
      person,
      closedAt: at,
      reopenings: folded?.reopenings ?? [],
      lists: [],
      reconciled: null,
    };
  }
  if (folded === null) return null;
  switch (entry.kind) {
    case 'transmittal.reopened': {
      const reopening = { at: entry.at, person: entry.person, why: entry.content.why };
      return { ...folded, state: 'reopened', reopenings: [...folded.reopenings, reopening], reconciled: null };
    }
    case 'transmittal.listed':
      return { ...folded, lists: [...folded.lists, entry.content], reconciled: null };
    case 'transmittal.reconciled':
      return { ...folded, reconciled: { ...entry.content, person: entry.person } };
    default:
      return folded;
  }
}
