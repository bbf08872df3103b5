import type { ApprovalState, CaseForm, CaseState } from './case';
import type { ApprovalContent, Content, DeterminedContent, Kept, ReceivedContent } from './contents';
import { handOver, handBack, pay, unpay } from './fold-payment';
import type { Attachment } from './petition';

/** A determination in its place among a case's entries; a later one or a later form supersedes it. */
export type Determined = DeterminedContent & {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly superseded: boolean;
};

/** A case as it stands. One whose receipt was undone keeps its number and its form, struck through. */
export type FoldedCase = Pick<ReceivedContent, 'number' | 'fiscalYear' | 'ordinal' | 'enteredOn' | 'batchId'> & {
  readonly state: CaseState;
  readonly form: CaseForm;
  /** The entry that holds the present form. */
  readonly formSeq: number;
  readonly heldWhy: string;
  readonly enteredAt: string;
  readonly person: string;
  readonly determinations: readonly Determined[];
  /** The determination that counts; null while the case is held, taken back, changed or undone. */
  readonly present: Determined | null;
  /** Where that determination stands with the second person. */
  readonly approval: ApprovalState;
  /** Everything that second persons said, the oldest first. */
  readonly said: readonly SecondPersons[];
  /** Papers kept with the case; one that was taken out again stays, with why. */
  readonly attachments: readonly FoldedAttachment[];
  /** What went to the Business Office and was not taken back, the oldest first. */
  readonly handed: readonly HandedOver[];
  /** Every payment that was entered, the oldest first; one that came to nothing says why. */
  readonly payments: readonly RefundPaid[];
};

/** A refund that lies with the Business Office, or was paid by it. */
export type HandedOver = Content['case.handedOver'] & { readonly seq: number };

/** A payment of a refund; `failed` says what became of it where it came to nothing. */
export type RefundPaid = Content['case.paid'] & {
  readonly seq: number;
  readonly person: string;
  readonly at: string;
  readonly failed: Content['case.unpaid'] | null;
};

/** What a second person said of a determination. */
export type SecondPersons = ApprovalContent & {
  readonly what: 'approved' | 'returned' | 'deferred';
  readonly seq: number;
  readonly person: string;
  readonly at: string;
};

/** A paper kept with a case; `removed` says why it was taken out again. */
export type FoldedAttachment = Attachment & {
  readonly person: string;
  readonly at: string;
  readonly removed: string | null;
};

/** A case from its entries; null where it was never received. */
export function foldCase(entries: readonly Kept[]): FoldedCase | null {
  const first = entries.find((e) => e.kind === 'case.received');
  if (first?.kind !== 'case.received') return null;
  let form = first.content.form;
  let formSeq = first.seq;
  let heldWhy = '';
  let held = true;
  let closed: 'withdrawn' | 'swapped' | null = null;
  let determinations: Determined[] = [];
  const said: SecondPersons[] = [];
  let attachments: FoldedAttachment[] = [];
  let money: Pick<FoldedCase, 'handed' | 'payments'> = { handed: [], payments: [] };
  const supersede = (): void => {
    determinations = determinations.map((d) => ({ ...d, superseded: true }));
  };
  for (const entry of entries) {
    if (entry.undone) continue;
    switch (entry.kind) {
      case 'case.received':
      case 'case.completed':
      case 'case.corrected':
        ({ form } = entry.content);
        formSeq = entry.seq;
        heldWhy = '';
        held = true;
        supersede();
        break;
      case 'case.held':
        ({ form, why: heldWhy } = entry.content);
        formSeq = entry.seq;
        held = true;
        supersede();
        break;
      case 'case.determined':
        supersede();
        determinations.push({
          ...entry.content,
          seq: entry.seq,
          at: entry.at,
          person: entry.person,
          superseded: false,
        });
        heldWhy = '';
        held = false;
        break;
      case 'case.approved':
      case 'case.returned':
      case 'case.deferred': {
        const what = entry.kind.slice('case.'.length) as SecondPersons['what'];
        said.push({ ...entry.content, what, seq: entry.seq, person: entry.person, at: entry.at });
        break;
      }
      case 'case.attached': {
        const { person, at } = entry;
        const others = attachments.filter((a) => a.hash !== entry.content.hash);
        attachments = [...others, { ...entry.content, person, at, removed: null }];
        break;
      }
      case 'case.detached': {
        const { hash, why } = entry.content;
        attachments = attachments.map((a) => (a.hash === hash ? { ...a, removed: why } : a));
        break;
      }
      case 'case.handedOver':
        money = handOver(money, entry.content, entry.seq);
        break;
      case 'case.handedBack':
        money = handBack(money, entry.content);
        break;
      case 'case.paid':
        money = pay(money, entry);
        break;
      case 'case.unpaid':
        money = unpay(money, entry.content);
        break;
      case 'case.withdrawn':
        closed = 'withdrawn';
        supersede();
        break;
      case 'case.swapped':
        closed = 'swapped';
        supersede();
        break;
      default:
        break;
    }
  }
  const { number, fiscalYear, ordinal, enteredOn, batchId } = first.content;
  const state = first.undone ? 'undone' : (closed ?? (held ? 'held' : 'decided'));
  const present = state === 'decided' ? (determinations.at(-1) ?? null) : null;
  return {
    number,
    fiscalYear,
    ordinal,
    enteredOn,
    batchId,
    state,
    form,
    formSeq,
    heldWhy,
    enteredAt: first.at,
    person: first.person,
    determinations,
    present,
    approval: present === null ? 'not-needed' : approvalOf(present, said),
    said,
    attachments,
    ...money,
  };
}

/** Where a determination stands with the second person: what was said last of just that one counts. */
export function approvalOf(determined: Determined, said: readonly SecondPersons[]): ApprovalState {
  if (determined.needsApproval !== true) return 'not-needed';
  const last = said.findLast((s) => s.determinationSeq === determined.seq && s.what !== 'deferred');
  return last === undefined ? 'waiting' : last.what === 'approved' ? 'approved' : 'returned';
}
