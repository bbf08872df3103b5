import { useState } from 'react';
import { leaveDesk } from '../../leaving';
import { FirstPeople } from './first-people';
import { FirstPerson } from './first-person';
import { firstSteps } from './frame';
import { RecoveryCode } from './recovery-code';

type FirstRunProps = {
  /** Told true before the first administrator is made, who is signed in from then on, and false once everything here is done. */
  readonly onBeginning: (beginning: boolean) => void;
};

/** A register that has nobody yet: its first administrator, the recovery code for the safe, and the first people who key forms. */
export function FirstRun({ onBeginning }: FirstRunProps) {
  const [code, setCode] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  if (code === null) return <FirstPerson onBeginning={onBeginning} onMade={setCode} />;
  if (!kept)
    return (
      <RecoveryCode
        code={code}
        title="Who works here"
        steps={firstSteps}
        at={1}
        last="Next"
        onKept={() => setKept(true)}
      />
    );
  return <FirstPeople onDone={() => void leaveDesk('person.signOut').then(() => onBeginning(false))} />;
}
