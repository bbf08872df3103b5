import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LetterRow } from '../../../shared/contract/rows';
import type { Failure } from '../../../shared/errors';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { Chip } from '../../components/chip';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { useStore } from '../../store';
import { call, change, newRequestId, useCall } from '../../wire';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { count } from '../wording';
import { BackNotice, CameBack } from './came-back';
import { LetterSheet } from './letter-sheet';
import { letterWalk } from './letter-walk';
import { PrintingPart } from './printing-part';
import { stateLooks } from './queue-columns';
import { sendLetterAgain } from './send-again';
import { usePrinting, wasPrinted } from './use-printing';
import '../screens.css';

/** One letter as it was made, with what has become of it; PgDn goes to the next of the list it was opened from. */
export function ArchivedLetter({ id }: { readonly id: string }) {
  const [, go] = useLocation();
  const walk = useStore(letterWalk);
  const preview = useCall('letter.open', { id });
  const row = useCall('letter.get', { id });
  const office = useCall('office.get', {}).data?.office;
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const [recording, setRecording] = useState(false);
  const printing = usePrinting(() => undefined);
  const at = walk.indexOf(id);
  const letter = row.data?.id === id ? row.data : undefined;

  const step = (by: 1 | -1) => {
    const next = walk[at + by];
    if (at !== -1 && next !== undefined) return go(to.letter(next), { replace: true });
    say({ tone: 'note', text: by === 1 ? 'This is the last letter of the list.' : 'This is the first of the list.' });
  };
  async function savePdf(): Promise<void> {
    const result = await call('letter.savePdf', { ids: [id] });
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  async function markMailed(): Promise<void> {
    const result = await change('letter.markMailed', { requestId: newRequestId(), ids: [id] });
    if (!result.ok) return setTrouble(result.failure);
    say({ tone: 'saved', text: `${result.value[0]?.number ?? 'The letter'} is marked as mailed.` });
  }
  const out = letter?.state === 'printed' || letter?.state === 'mailed';
  const print = letter === undefined ? undefined : () => printing.print([letter], false);
  useCommands({
    print,
    'letter.reprint': print,
    'print.savePdf': () => void savePdf(),
    'record.next': () => step(1),
    'record.previous': () => step(-1),
    'letter.next': () => step(1),
    'letter.previous': () => step(-1),
    'letter.markMailed': letter?.state === 'printed' ? () => void markMailed() : undefined,
    'letter.cameBack': out ? () => setRecording(true) : undefined,
    'letter.sendAgain': letter?.state === 'came-back' ? () => void sendLetterAgain(letter, setTrouble) : undefined,
  });

  return (
    <Screen
      title={letter === undefined ? 'Letter' : `Letter ${letter.number}`}
      detail={
        <>
          {preview.data?.title}
          {at !== -1 && ` · ${at + 1} of ${walk.length}`}
          {letter !== undefined && (
            <>
              {' · '}
              <Link href={to.case(letter.caseId)}>{letter.caseNumber}</Link>
            </>
          )}
        </>
      }
      actions={
        <>
          <Button onPress={() => go(to.letters)}>All letters</Button>
          {letter?.state === 'printed' && <CommandButton id="letter.markMailed" />}
          {out && <CommandButton id="letter.cameBack" />}
          <CommandButton id="print.savePdf" />
          <CommandButton
            id="print"
            tone="primary"
            label={letter !== undefined && wasPrinted(letter) ? 'Print again' : 'Print'}
          />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      {preview.error !== null && <FailureBox failure={preview.error.failure} />}
      <PrintingPart printing={printing} cover={false} />
      {letter !== undefined && recording && out && office !== undefined && (
        <CameBack row={letter} office={office} onClose={() => setRecording(false)} />
      )}
      {letter !== undefined && <BackNotice row={letter} />}
      {letter !== undefined && <Whereabouts row={letter} />}
      {preview.data !== undefined && <LetterSheet preview={preview.data} />}
    </Screen>
  );
}

/** What has become of a letter, and where its PDF is. */
function Whereabouts({ row }: { readonly row: LetterRow }) {
  const moment = useMoment();
  const said = [
    `Made ${moment(row.madeAt)}`,
    ...(row.printedAt === null
      ? []
      : [`${row.copies > 1 ? `printed ${count(row.copies, 'time')}, last` : 'printed'} ${moment(row.printedAt)}`]),
  ];
  return (
    <p className="quiet-text letter-place">
      <Chip tone={stateLooks[row.state].tone}>{stateLooks[row.state].words}</Chip> {said.join(' · ')}.{' '}
      {row.pdfHash === null
        ? 'Its PDF is made once there is an address.'
        : 'Its PDF is kept in the register as it was made; Ctrl+Shift+S saves a copy of it.'}
    </p>
  );
}
