import type { BatchContent, Kept } from '../../shared/register/contents';
import { foldBatch } from '../../shared/register/fold';
import { recordOf, recordsOf, type Present } from '../rows';
import type { Sql } from '../statements';

/** What the tables hold of a batch of mail. */
export function presentBatch(id: string, kept: readonly Kept[]): Present {
  const batch = foldBatch(kept);
  const openedSeq = kept[0]?.seq ?? 0;
  return {
    table: 'batch',
    searched: false,
    row:
      batch === null
        ? null
        : {
            id,
            label: batch.label,
            channel: batch.channel,
            received_on: batch.received,
            opened_seq: openedSeq,
            record: JSON.stringify(batch),
          },
    lines: [],
  };
}

/** Reads batches. */
export function batchReads(sql: Sql) {
  return {
    get: (id: string): BatchContent | null =>
      recordOf<BatchContent>(sql.one('SELECT record FROM batch WHERE id = ?', id)),
    /** The batches opened last, the newest first. */
    recent: (): BatchContent[] =>
      recordsOf<BatchContent>(sql.all('SELECT record FROM batch ORDER BY opened_seq DESC LIMIT 20')),
  };
}
