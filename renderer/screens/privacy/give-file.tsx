import type { z } from 'zod';
import { privacyCalls } from '../../../shared/contract/privacy';
import type { Output } from '../../../shared/contract';
import { change } from '../../wire';
import { BoundChoice, BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';

const schema = privacyCalls['privacy.file'].input.pick({ how: true, to: true, purpose: true });
type Given = z.infer<typeof schema>;

const ways = [
  { value: 'print', words: 'Print it' },
  { value: 'pdf', words: 'Save it as a PDF' },
  { value: 'data', words: 'Save it as data (JSON)' },
] as const;

type GiveFileProps = {
  readonly studentId: string;
  readonly onDone: (words: string) => void;
  readonly onLeave: () => void;
};

/** Prints or saves a student's whole file, for whom and for what: it is in the disclosure log from then on. */
export function GiveFile({ studentId, onDone, onLeave }: GiveFileProps) {
  return (
    <Recording<Given, Given, Output<'privacy.file'>>
      label="Give out the whole file"
      asks="privacy.file"
      words="Give it out"
      first={{ how: 'print', to: '', purpose: '' }}
      read={(text) => ({ record: text, wrong: [] })}
      schema={schema}
      send={(given, requestId) => change('privacy.file', { requestId, studentId, ...given })}
      onDone={({ path }) =>
        onDone(
          path === null
            ? 'the file is handed to the printer; it is in the log'
            : `the file is saved as ${path}; it is in the log`,
        )
      }
      onLeave={onLeave}
    >
      {(control) => (
        <>
          <BoundChoice control={control} name="how" label="How" choices={ways} optional={false} />
          <BoundText
            control={control}
            name="to"
            label="To whom"
            required
            hint="The student, or who asks with the right to."
          />
          <BoundText control={control} name="purpose" label="For what" required />
          <p className="field-hint">
            It holds the record, enrollments and payments, every case with its determinations and petitions, the lists
            of letters and papers, what happened, and this log.
          </p>
        </>
      )}
    </Recording>
  );
}
