import type { ChosenFile } from '../../electron/desktop';
import type { Output } from '../../shared/contract';
import type { CasesFile } from '../../shared/policy/worked';
import type { Pack } from '../../shared/policy/pack';
import { id } from '../db/records';
import { anOpenDesk } from './desk-here';

/** The policy of the office of these tests. */
export const policy = 'humboldt-extended-education';

/** A policy's pack and worked cases, to be changed by a test. */
export type PolicyText = { pack: Pack; cases: CasesFile };

/** A file in memory, as a person would choose it. */
export function fileOf(text: string | Uint8Array): ChosenFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name: 'policy.json', bytes: bytes.length, read: () => Promise.resolve(bytes) };
}

/** An open desk that saves files to memory and chooses the one it is given; `chosen` is null for a person who cancels. */
export async function aPolicyDesk() {
  const files = { saved: new Map<string, string>(), chosen: null as ChosenFile | null };
  const here = await anOpenDesk({
    paper: {
      saveAs: (name, bytes) => {
        files.saved.set(name, new TextDecoder().decode(bytes));
        return Promise.resolve(name);
      },
      chooseFile: () => Promise.resolve(files.chosen),
    },
  });
  /** The text of a version, free to be changed. */
  const text = async (version = '1'): Promise<PolicyText> =>
    JSON.parse(JSON.stringify(await here.gives('policy.get', { policy, version }))) as PolicyText;
  const draft = (file: { readonly pack?: unknown; readonly cases?: unknown }, from: string | null = '1') =>
    here.gives('policy.draft.save', { requestId: id(), id: null, from, file: { pack: null, cases: null, ...file } });
  /** Publishes a text as the next version. */
  const publish = async (file: PolicyText, effectiveFrom: string): Promise<Output<'policy.draft.publish'>> => {
    const { draft: kept } = await draft(file);
    return here.gives('policy.draft.publish', {
      requestId: id(),
      id: kept.id,
      effectiveFrom,
      reason: 'The board decided.',
    });
  };
  return { ...here, files, text, draft, publish };
}

/** The text with the band of ten meetings and more, in its first quarter, giving another percentage; the cases say what they said before, so most fail. */
export function withPercent(text: PolicyText, percent: number): PolicyText {
  const pack = JSON.parse(JSON.stringify(text.pack)) as Pack;
  for (const schedule of pack.schedules)
    for (const band of schedule.bands) if (band.percent === 65) band.percent = percent;
  return { pack, cases: { offices: {}, cases: [] } };
}
