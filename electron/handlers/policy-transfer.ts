import { policyFileLimit, readPolicyFile, writePolicyFile, type SoundPolicy } from '../../shared/policy/policy-file';
import { sayMark } from '../../shared/register/chain-mark';
import { fail, ok, type Result } from '../../shared/result';
import type { ChosenFile } from '../desktop';
import type { OpenHandlers } from './context';
import { beginDraft } from './policy-drafts';
import { draftContent, fileOfVersion } from './policy-reads';
import { textsOf } from './policy-texts';

/** Calls that take a policy out of the register as one file, and bring one in as a draft. The person chooses the file; the window names none. */
export const policyTransferHandlers: OpenHandlers<'policy.export' | 'policy.import'> = {
  'policy.export': async ({ policy, version }, context) => {
    const file = await fileOfVersion(policy, version, context);
    if (!file.ok) return file;
    const mark = sayMark(context.register.head());
    const text = writePolicyFile(file.value as Pick<SoundPolicy, 'pack' | 'cases'>, mark);
    const path = await context.desktop.saveAs(`${policy}-${version}.json`, new TextEncoder().encode(text));
    return path === null ? fail({ kind: 'cancelled' }) : ok({ path });
  },

  'policy.import': async (input, context) => {
    const chosen = await context.desktop.chooseFile('Policy of Refund Desk', ['json']);
    if (chosen === null) return fail({ kind: 'cancelled' });
    const text = await textOf(chosen);
    if (!text.ok) return text;
    const read = readPolicyFile(text.value);
    if (!read.ok) return read;
    const texts = textsOf(read.value);
    if (!texts.ok) return texts;
    return context.act(
      'policy.import',
      input,
      (write) => {
        beginDraft(null, texts.value, write);
        return ok(null);
      },
      (touched) => draftContent(touched[0]?.subjectId ?? '', context),
    );
  },
};

/** The text of a chosen file; one that is larger than any policy is not even read. */
async function textOf(chosen: ChosenFile): Promise<Result<string>> {
  const refused = (message: string): Result<never> =>
    fail({ kind: 'policy-refused', problems: [{ field: '', message }] });
  if (chosen.bytes > policyFileLimit)
    return refused('The file is larger than 10 MB. No policy is: it is probably another file.');
  const bytes = await chosen.read();
  if (bytes === null) return refused('The file cannot be read. Check that it is still there and that you may open it.');
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('The file is not text in UTF-8. It is probably another file, or was saved by another program.');
  }
}
