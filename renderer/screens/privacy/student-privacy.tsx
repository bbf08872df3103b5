import { formatDay } from '../../../shared/day';
import { disclosureWords, type DisclosureMade, type Flag } from '../../../shared/register/disclosure';
import { listName, type Student } from '../../../shared/register/student';
import type { DayContext } from '../../../shared/typed/day';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useNames } from '../../names';
import { say } from '../../status';
import { useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { GiveFile } from './give-file';
import { RecordDisclosure } from './record-disclosure';
import { FlagForm } from './flag-form';
import { useSeers } from './seers';

/** What is being recorded about a student's privacy just now. */
export type PrivacyAsking = 'disclosure' | 'file' | 'flag';

type StudentPrivacyProps = {
  readonly student: Student;
  readonly flag: Flag | null;
  readonly days: DayContext;
  readonly asking: PrivacyAsking | null;
  readonly onAsk: (asking: PrivacyAsking | null) => void;
};

/** To whom the student's record was given out or refused, with the ways to record that, to give out the whole file, and to hide the record. */
export function StudentPrivacy({ student, flag, days, asking, onAsk }: StudentPrivacyProps) {
  const log = useCall('disclosure.list', { studentId: student.id });
  const moment = useMoment();
  const name = useNames();
  const seers = useSeers();
  const done = (words: string) => {
    say({ tone: 'saved', text: `${listName(student)}: ${words}` });
    onAsk(null);
  };
  const leave = () => onAsk(null);
  return (
    <Panel
      title="Disclosures"
      aside={
        asking === null && (
          <span className="row-of">
            <Button asks="disclosure.record" onPress={() => onAsk('disclosure')}>
              Record a disclosure
            </Button>
            <Button asks="privacy.file" onPress={() => onAsk('file')}>
              Give out the whole file
            </Button>
            <Button asks="privacy.flag" onPress={() => onAsk('flag')}>
              {flag === null ? 'Make confidential' : 'No longer confidential'}
            </Button>
          </span>
        )
      }
    >
      {flag !== null && (
        <Notice tone="warning">
          <strong>This record is confidential.</strong> {seers} Since {moment(flag.at)}, by {name(flag.person)}:{' '}
          {flag.why}
        </Notice>
      )}
      {asking === 'disclosure' && <RecordDisclosure studentId={student.id} days={days} onDone={done} onLeave={leave} />}
      {asking === 'file' && <GiveFile studentId={student.id} onDone={done} onLeave={leave} />}
      {asking === 'flag' && <FlagForm studentId={student.id} hide={flag === null} onDone={done} onLeave={leave} />}
      {log.data?.length === 0 && <p className="quiet-text">This record was given out to nobody.</p>}
      <ul className="history" aria-label="Disclosure log">
        {(log.data ?? []).map((made, at) => (
          <Line key={at} made={made} by={name(made.person)} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ made, by }: { readonly made: DisclosureMade; readonly by: string }) {
  return (
    <li>
      {formatDay(made.on, 'en')} — {made.refused ? 'Refused to' : 'To'} <strong>{made.to}</strong>: {made.what}
      <div className="quiet-text">
        For: {made.purpose}. {disclosureWords[made.how]}. Recorded by {by}.{made.note === '' ? '' : ` ${made.note}`}
      </div>
    </li>
  );
}
