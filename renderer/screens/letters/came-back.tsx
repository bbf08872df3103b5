import { Link } from 'wouter';
import { z } from 'zod';
import { waysBack, type LetterRow, type WayBack } from '../../../shared/contract/rows';
import { formatDay } from '../../../shared/day';
import { dayField, noteField } from '../../../shared/register/fields';
import type { Office } from '../../../shared/register/office';
import { showDay } from '../../../shared/typed/day';
import { CommandButton } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { say } from '../../status';
import { change } from '../../wire';
import { useDays } from '../record-form/days';
import { BoundChoice, BoundDay, BoundText } from '../record-form/fields';
import { readOn } from '../record-form/reading';
import { Recording } from '../record-form/recording';

/** How a letter came back, in words. */
export const backWords: Record<WayBack, string> = {
  undeliverable: 'Undeliverable as addressed',
  moved: 'The student has moved',
  refused: 'The student refused it',
  lost: 'The student says that it never came',
};

/** The same where there is little room. */
export const backWordsShort: Record<WayBack, string> = {
  undeliverable: 'undeliverable',
  moved: 'moved',
  refused: 'refused',
  lost: 'never came',
};

const schema = z.strictObject({ on: dayField, why: z.enum(waysBack, 'Choose why it came back.'), note: noteField });
type Texts = { readonly on: string; readonly why: WayBack | null; readonly note: string };

type CameBackProps = { readonly row: LetterRow; readonly office: Office; readonly onClose: () => void };

/** Records that the post office brought a letter back, or that the student says it never came. */
export function CameBack({ row, office, onClose }: CameBackProps) {
  const days = useDays(office, true);
  if (days === null) return null;
  return (
    <Panel title={`${row.number} for ${row.studentName} came back`}>
      <Recording<Texts, z.infer<typeof schema>, LetterRow>
        label="The letter came back"
        asks="letter.cameBack"
        first={{ on: showDay(days.today), why: null, note: '' }}
        read={(texts) => readOn(texts, days)}
        schema={schema}
        send={(record, requestId) => change('letter.cameBack', { requestId, id: row.id, ...record })}
        onDone={() => {
          say({
            tone: 'saved',
            text: `${row.number} came back. Correct the address, then send it again.`,
            ...(row.studentId === null ? {} : { way: { to: to.student(row.studentId), words: 'Address' } }),
          });
          onClose();
        }}
        onLeave={onClose}
      >
        {(control) => (
          <>
            <BoundDay control={control} name="on" label="Came back on" context={days} required />
            <BoundChoice
              control={control}
              name="why"
              label="Why"
              choices={waysBack.map((value) => ({ value, words: backWords[value] }))}
              optional={false}
              digits
            />
            <BoundText control={control} name="note" label="Note" lines={2} />
          </>
        )}
      </Recording>
    </Panel>
  );
}

/** That a letter came back, since when and why, with the ways to its student's address and to sending it again. */
export function BackNotice({ row }: { readonly row: LetterRow }) {
  if (row.state !== 'came-back' || row.cameBackOn === null || row.cameBackWhy === null) return null;
  return (
    <Notice tone="warning" actions={<CommandButton id="letter.sendAgain" />}>
      <strong>
        Came back {formatDay(row.cameBackOn, 'en')}: {backWordsShort[row.cameBackWhy]}.
      </strong>{' '}
      {row.cameBackNote !== '' && `${row.cameBackNote} `}
      {row.studentId !== null && (
        <>
          <Link href={to.student(row.studentId)}>Correct the address of {row.studentName}</Link>, then send the letter
          again.
        </>
      )}
    </Notice>
  );
}
