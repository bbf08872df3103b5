import type { Write } from '../../db/actions';
import { sha256 } from '../../db/chain';
import type { CallName, Input, Output } from '../../shared/contract';
import type { Problem } from '../../shared/errors';
import type { FoldedAttachment, FoldedCase } from '../../shared/register/fold-case';
import { attachmentLimit, attachmentsPerCase, type Attachment } from '../../shared/register/petition';
import { fail, ok, type Result } from '../../shared/result';
import { attachmentEndings, mediaOf, nameProblem, plainName, savedName } from '../attachment-file';
import type { OpenContext, OpenHandlers } from './context';
import { closedCase } from './petition-found';

type Adding = Input<'attachment.add'>;
type File = { readonly name: string; readonly bytes: Uint8Array };

/** Calls about the papers kept with a case: scans of forms, envelopes and letters, sealed inside the register and in its backups. */
export const attachmentHandlers: OpenHandlers<Extract<CallName, `attachment.${string}`>> = {
  'attachment.add': add,

  'attachment.list': ({ caseId }, { register }) => {
    const folded = register.cases.folded(caseId);
    return folded === null ? fail({ kind: 'not-found', what: 'That case' }) : ok([...folded.attachments]);
  },

  'attachment.get': ({ caseId, hash }, context) => {
    const paper = paperOf(caseId, hash, context);
    if (!paper.ok) return paper;
    const { attachment, bytes } = paper.value;
    return ok({ name: attachment.name, media: attachment.media, base64: Buffer.from(bytes).toString('base64') });
  },

  'attachment.save': async ({ caseId, hash }, context) => {
    const paper = paperOf(caseId, hash, context);
    if (!paper.ok) return paper;
    const path = await context.desktop.saveAs(savedName(paper.value.attachment), paper.value.bytes);
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
  },

  'attachment.remove': (input, context) =>
    context.act(
      'attachment.remove',
      input,
      (write) => {
        const found = findAttachment(input.caseId, input.hash, context);
        if (!found.ok) return found;
        if (found.value.removed !== null)
          return fail({
            kind: 'wrong-state',
            message: `“${found.value.name}” was taken out already.`,
            next: 'It stays in the history, struck through.',
          });
        write.entry('case.detached', input.caseId, { hash: input.hash, why: input.why });
        return ok(null);
      },
      () => ok({}),
    ),
};

/** Keeps a paper with a case, once, and reads it back before it says so. Without a file the system's dialog asks for one. */
async function add(input: Adding, context: OpenContext): Promise<Result<Output<'attachment.add'>>> {
  const { register } = context;
  // The same request again shows what it kept; nobody is asked for the file twice.
  const again = register.hasAction(input.requestId);
  const file = again ? null : input.file === null ? await chosenFile(context) : givenFile(input.file);
  if (file !== null && !file.ok) return file;
  return context.act(
    'attachment.add',
    input,
    (write) => keep(input, file?.value ?? null, context, write),
    () => {
      const kept = register.entries('case', input.caseId).find((e) => e.actionId === input.requestId);
      const { hash } = (kept?.content ?? { hash: '' }) as Pick<Attachment, 'hash'>;
      const paper = paperOf(input.caseId, hash, context);
      return paper.ok ? ok(paper.value.attachment) : paper;
    },
  );
}

function keep(input: Adding, file: File | null, { register }: OpenContext, write: Write): Result<unknown> {
  const { caseId, petitionId, what } = input;
  const folded = register.cases.folded(caseId);
  if (folded === null || file === null) return fail({ kind: 'not-found', what: 'That case' });
  // A case that was taken back or changed still gets the paper that says so.
  const closed =
    folded.state === 'withdrawn' || folded.state === 'swapped' ? null : closedCase(folded.number, folded.state);
  if (closed !== null) return fail(closed);
  const petition = petitionId === null ? null : register.petitions.folded(petitionId);
  if (petitionId !== null && (petition?.caseId !== caseId || petition.state === 'undone'))
    return fail({ kind: 'not-found', what: 'That petition of the case' });
  const read = readFile(file, folded);
  if (!read.ok) return read;
  const { name, bytes } = file;
  const hash = write.paper(read.value, bytes);
  write.entry('case.attached', caseId, { hash, name, media: read.value, bytes: bytes.length, what, petitionId });
  return ok(null);
}

/** What a file is that can be kept with a case; else what is wrong with it. */
function readFile({ name, bytes }: File, { attachments, number }: FoldedCase): Result<Attachment['media']> {
  const wrong = (message: string): Result<never> => fail({ kind: 'invalid', problems: [{ field: 'file', message }] });
  const called = nameProblem(name);
  if (called !== null) return wrong(called);
  if (bytes.length === 0) return wrong(`“${name}” is empty. Scan it again.`);
  if (bytes.length > attachmentLimit) return wrong(tooHeavy(name));
  const media = mediaOf(bytes);
  if (media === null)
    return wrong(`“${name}” is no PDF, PNG, JPEG or TIFF, whatever it is called. Scan or save it as one of them.`);
  const there = attachments.filter((a) => a.removed === null);
  const hash = sha256(bytes).toString('hex');
  const twin = there.find((a) => a.hash === hash);
  if (twin !== undefined) return wrong(`The same file is kept with ${number} already, as “${twin.name}”.`);
  if (there.length >= attachmentsPerCase)
    return wrong(`${number} has ${attachmentsPerCase} papers already. Put several pages into one PDF.`);
  return ok(media);
}

function tooHeavy(name: string): string {
  return `“${name}” weighs more than 10 MB. Scan it in gray, or at 200 dots an inch.`;
}

/** A file that the window sends. */
function givenFile({ name, base64 }: NonNullable<Adding['file']>): Result<File> {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(base64)) {
    const problem: Problem = { field: 'file', message: 'The file did not come over whole. Attach it again.' };
    return fail({ kind: 'invalid', problems: [problem] });
  }
  return ok({ name, bytes: Buffer.from(base64, 'base64') });
}

/** A file that the person chooses in the system's dialog; its size is looked at before it is read. */
async function chosenFile({ desktop }: OpenContext): Promise<Result<File>> {
  const chosen = await desktop.chooseFile('Scans and letters', attachmentEndings);
  if (chosen === null) return fail({ kind: 'cancelled' });
  const name = plainName(chosen.name);
  const wrong = (message: string): Result<never> => fail({ kind: 'invalid', problems: [{ field: 'file', message }] });
  if (chosen.bytes > attachmentLimit) return wrong(tooHeavy(name));
  const bytes = await chosen.read();
  return bytes === null
    ? wrong(`“${name}” could not be read. Check that it is still there, and attach it again.`)
    : ok({ name, bytes });
}

function findAttachment(caseId: string, hash: string, { register }: OpenContext): Result<FoldedAttachment> {
  const found = register.cases.folded(caseId)?.attachments.find((a) => a.hash === hash);
  return found === undefined ? fail({ kind: 'not-found', what: 'That paper of the case' }) : ok(found);
}

/** A paper of a case with its bytes, proven by their hash. */
function paperOf(
  caseId: string,
  hash: string,
  context: OpenContext,
): Result<{ readonly attachment: FoldedAttachment; readonly bytes: Uint8Array }> {
  const found = findAttachment(caseId, hash, context);
  if (!found.ok) return found;
  const bytes = context.register.kept.document(hash);
  return bytes === null
    ? fail({
        kind: 'wrong-state',
        message: `“${found.value.name}” no longer reads as it was kept.`,
        next: 'Check the register; a backup from before may still have it whole.',
      })
    : ok({ attachment: found.value, bytes });
}
