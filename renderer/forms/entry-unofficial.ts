import { unofficialBy } from '../../shared/policy/asked';
import type { Pack } from '../../shared/policy/pack';
import { noticeKinds } from '../../shared/register/case';
import type { Live } from '../worksheet/live';
import type { EntryTexts } from './entry-texts';

/** That what came will be recorded as not official, why, and what to ask for; undefined where it counts. */
export function unofficialWords(
  pack: Pack,
  { kind, channel }: Pick<EntryTexts, 'kind' | 'channel'>,
  live: Live,
): string | undefined {
  const clause = unofficialBy(pack, kind, channel);
  if (clause === null) return undefined;
  // It counts all the same where it brought every document that the policy asks for.
  if (live.kind === 'decided' && live.worksheet.determination.outcome !== 'not-official') return undefined;
  const forms = pack.forms.filter((f) => noticeKinds.some((k) => k === f.document)).map((f) => `“${f.title.en}”`);
  const write = pack.notice.spoken.includes(kind)
    ? 'Ask the student to write.'
    : 'Ask the student to ask for it themselves.';
  const ask = forms.length === 0 ? write : `Ask the student for the ${forms.join(' or the ')}.`;
  return `It will be recorded as not official. ${pack.clauses[clause]?.says.en ?? ''} (${clause}) ${ask}`;
}

/** Why the policy allows no exception to what it says here; null where it does, or where nothing is decided yet. */
export function noExceptionWords(live: Live): string | null {
  if (live.kind !== 'decided') return null;
  const line = live.worksheet.lines.find((l) => l.rule === 'no-exception');
  return line === undefined ? null : `${line.text} (${line.clause})`;
}
