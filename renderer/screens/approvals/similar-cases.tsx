import { Link } from 'wouter';
import type { Similar } from '../../../shared/contract/approvals';
import { OutcomeChip } from '../../components/chip';
import { Panel } from '../../components/panel';
import { useNames } from '../../names';
import { to } from '../../routes';
import { useMoment } from '../office-moment';
import { money, shortDay } from '../wording';

/** The last cases of other students that were decided alike, so that the same comes out for the same. */
export function SimilarCases({ similar }: { readonly similar: readonly Similar[] }) {
  const nameOf = useNames();
  const moment = useMoment();
  return (
    <Panel title="Last cases decided alike">
      {similar.length === 0 ? (
        <p className="quiet-text">No other case was decided under this policy with this outcome yet.</p>
      ) : (
        <table className="list" aria-label="Last cases decided alike">
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Course</th>
              <th scope="col">Received</th>
              <th scope="col">Effective</th>
              <th scope="col">Outcome</th>
              <th scope="col">Clause</th>
              <th scope="col" className="number">
                Refund
              </th>
              <th scope="col">Decided</th>
            </tr>
          </thead>
          <tbody>
            {similar.map(({ row, decidedBy, decidedAt, approvedBy }) => (
              <tr key={row.id}>
                <td className="no-wrap">
                  <Link href={to.case(row.id)}>{row.number}</Link>
                </td>
                <td title={row.courseTitle}>{row.courseCode}</td>
                <td>{shortDay(row.received)}</td>
                <td>{shortDay(row.effective)}</td>
                <td>
                  <OutcomeChip {...row} />
                </td>
                <td>{row.clause}</td>
                <td className="number">{money(row.refund)}</td>
                <td>
                  {nameOf(decidedBy)}
                  {approvedBy !== null && `, approved by ${nameOf(approvedBy)}`}
                  <div className="quiet-text">{moment(decidedAt)}</div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
