import { useWatch, type Control } from 'react-hook-form';
import type { Exchange } from '../../../shared/register/exchange';
import { cellsOf } from '../../../shared/register/exchange-lines';
import { Panel } from '../../components/panel';
import { sampleRefunds } from './exchange-words';

/** Three made-up refunds as the file would have them now, made by what makes the file. */
export function ExchangeSample({ control }: { readonly control: Control<Exchange, unknown, Exchange> }) {
  const exchange = useWatch({ control }) as Exchange;
  return (
    <Panel title="Three made-up refunds as the file will have them">
      <div className="scrolling-list" role="region" aria-label="Sample of the file" tabIndex={0}>
        <table className="list file-sample">
          <thead className={exchange.headings ? undefined : 'undone'}>
            <tr>
              {exchange.columns.map(({ heading }, i) => (
                <th key={i} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sampleRefunds.map((row) => (
              <tr key={row.case}>
                {cellsOf(exchange, row).map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!exchange.headings && <p className="quiet-text">The headings are left out of the file.</p>}
    </Panel>
  );
}
