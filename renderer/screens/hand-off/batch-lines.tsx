import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import { Chip } from '../../components/chip';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { money, shortDay } from '../wording';
import { fundWords } from './promise';
import { unpaidWords } from './unpaid-words';

type Line = TransmittalView['lines'][number];

/** The refunds of a batch with what became of each; Enter opens the case. */
export function BatchLines({ view, actions }: { readonly view: TransmittalView; readonly actions: ReactNode }) {
  const [, go] = useLocation();
  return (
    <Panel title="Refunds" aside={<div className="row-of">{actions}</div>}>
      <div className="scrolling-list">
        <ListTable
          label="Refunds of the batch"
          columns={columns}
          rows={view.lines}
          keyOf={(line) => line.caseId}
          onOpen={(line) => go(to.case(line.caseId))}
        />
      </div>
    </Panel>
  );
}

const columns: readonly Column<Line>[] = [
  { id: 'number', heading: 'Case', cell: (line) => <span className="no-wrap">{line.number}</span> },
  { id: 'student', heading: 'Student', cell: (line) => <strong>{line.studentName}</strong> },
  { id: 'course', heading: 'Course', cell: (line) => <span className="no-wrap">{line.courseCode}</span> },
  { id: 'fund', heading: 'Fund', cell: (line) => fundWords(line.fund) },
  { id: 'amount', heading: 'Amount', numeric: true, cell: (line) => money(line.cents) },
  { id: 'became', heading: 'What became of it', cell: (line) => <Became line={line} /> },
];

function Became({ line }: { readonly line: Line }) {
  if (line.failed !== null && line.failed !== 'mistake')
    return (
      <>
        <Chip tone="bad">{unpaidWords[line.failed]}</Chip>{' '}
        <span className="quiet-text">{line.lies ? 'waits for its payment' : 'goes again in another batch'}</span>
      </>
    );
  if (line.paidOn !== null)
    return (
      <>
        <Chip tone="good">{line.paidCents === line.cents ? 'Paid' : `Paid ${money(line.paidCents)}`}</Chip>{' '}
        <span className="quiet-text no-wrap">
          {shortDay(line.paidOn)}, {line.reference}
        </span>
      </>
    );
  if (!line.lies) return <Chip tone="quiet">Taken back</Chip>;
  if (line.now !== line.cents) return <Chip tone="wait">{`Case gives ${money(line.now)} now`}</Chip>;
  return <span className="quiet-text">not paid yet</span>;
}
