import { useState } from 'react';
import { CheckGroup } from '../../components/check-group';
import { chooseLetterKeys, letterKeys } from '../../letter-keys';

/** Whether single letters approve, return and put off in the approval queue, on this PC alone; it takes effect at once. */
export function LetterKeys() {
  const [on, setOn] = useState(letterKeys);
  return (
    <div className="form">
      <CheckGroup
        label="Letter keys"
        hint="Off: use the buttons, or the Record menu (Alt+R, then the underlined letter). Takes effect at once, on this PC."
        checks={[
          {
            name: 'letterKeys',
            words: 'A, R and H approve, return and hold in the approval queue',
            checked: on,
            onCheck: (next) => {
              chooseLetterKeys(next);
              setOn(next);
            },
          },
        ]}
      />
    </div>
  );
}
