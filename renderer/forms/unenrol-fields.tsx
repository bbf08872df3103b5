import type { Unenrollment } from '../../shared/policy/features';
import { confirmationOf } from '../../shared/policy/unenrollment';
import { choices, type Track } from '../../shared/register/case';
import { formatDay } from '../../shared/day';
import { ChoiceField } from '../components/choice-field';
import { Notice } from '../components/notice';
import type { EntryTexts } from './entry-texts';
import { trackChoices } from './choices';
import { choiceWords } from './words';

const choiceChoices = choices.map((value) => ({ value, words: choiceWords[value] }));

type TrackFieldProps = {
  readonly track: Track | null;
  readonly onTrack: (track: Track | null) => void;
};

/** The track that the student is on when the form comes; what the register knows stands there already. */
export function TrackField({ track, onTrack }: TrackFieldProps) {
  return (
    <ChoiceField
      label="Track"
      name="track"
      choices={trackChoices}
      value={track}
      onChoose={onTrack}
      hint={track === null ? 'The policy asks for it before anything can be said.' : undefined}
    />
  );
}

type UnenrolFieldsProps = {
  readonly unenrollment: Unenrollment;
  readonly track: Track | null;
  readonly enrollmentDeadline: string | null;
  /** The day on which the student is unenrolled. */
  readonly today: string;
  readonly texts: EntryTexts;
  readonly onTexts: (texts: Partial<EntryTexts>, field: 'choice' | 'confirmed') => void;
  readonly problem: string | undefined;
};

/** Whether the student leaves or stays; and, before they are unenrolled, what that means, to be read and ticked. */
export function UnenrolFields(props: UnenrolFieldsProps) {
  const { unenrollment, track, enrollmentDeadline, today, texts, onTexts, problem } = props;
  const { auditOnly, mayStayOnAudit } = unenrollment;
  const staying = track === 'audit' ? auditOnly?.says.en : mayStayOnAudit?.says.en;
  return (
    <>
      <ChoiceField
        label="Student &wants"
        name="choice"
        choices={choiceChoices}
        value={texts.choice}
        onChoose={(choice) => onTexts({ choice, confirmed: false }, 'choice')}
        hint={texts.choice === 'unenroll' && track !== 'audit' ? undefined : staying}
      />
      {texts.choice === 'unenroll' && (
        <Notice tone="warning">
          <Confirmation
            unenrollment={unenrollment}
            track={track}
            enrollmentDeadline={enrollmentDeadline}
            today={today}
          />
          <label className="check">
            <input
              type="checkbox"
              data-field="confirmed"
              aria-invalid={problem === undefined ? undefined : true}
              checked={texts.confirmed}
              onChange={(e) => onTexts({ confirmed: e.target.checked }, 'confirmed')}
            />
            Unenroll all the same
          </label>
          {problem !== undefined && <p className="field-problem">{problem}</p>}
        </Notice>
      )}
    </>
  );
}

function Confirmation({
  unenrollment,
  track,
  enrollmentDeadline,
  today,
}: Pick<UnenrolFieldsProps, 'unenrollment' | 'track' | 'enrollmentDeadline' | 'today'>) {
  const { sentences, missing } = confirmationOf(unenrollment, { track, enrollmentDeadline }, today, 'en');
  return (
    <>
      {sentences.map(({ text }) => (
        <p key={text}>
          <strong>{text}</strong>
        </p>
      ))}
      {missing.includes('enrollmentDeadline') && (
        <p>
          Whether the student may enroll again cannot be said: the course has no enrollment deadline. Give it on the
          course’s page.
        </p>
      )}
      <ul>
        {unenrollment.consequences.map(({ says, clause }) => (
          <li key={says.en}>
            {says.en} <span className="quiet-text">{clause}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** That a student was unenrolled, with the day. */
export function unenrolledWords(on: string): string {
  return `Unenrolled on ${formatDay(on, 'en')}`;
}
