import { channels, noticeKinds, tracks } from '../../shared/register/case';
import { channelWords, noticeWords, trackWords } from './words';

/** How a notice may come, as it is chosen by its digit. */
export const channelChoices = channels.map((value) => ({ value, words: channelWords[value] }));
/** What a student may send, as it is chosen. */
export const noticeChoices = noticeKinds.map((value) => ({ value, words: noticeWords[value] }));
/** The tracks of a course session, as they are chosen. */
export const trackChoices = tracks.map((value) => ({ value, words: trackWords[value] }));
