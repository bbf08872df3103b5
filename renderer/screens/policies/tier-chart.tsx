import { TriangleAlert } from 'lucide-react';
import { formatPercent } from '../../../shared/money';
import { Cite } from './cite';
import { layOutTiers, ticksOf, type Tier, type TierRow } from './tier-layout';

/**
 * The schedules of a policy as they reach from the beginning of a course: one row each, its bands in their own unit, with pattern and words
 * for the percentage. What leaves a gap or can never apply is marked. The table under it says the same, each value with its clause.
 */
export function TierChart({ pack, troubles }: { readonly pack: unknown; readonly troubles: readonly string[] }) {
  const rows = layOutTiers(pack);
  if (rows.length === 0) return <p className="empty-line">There is no schedule yet. Add the first one.</p>;
  return (
    <div className="tiers">
      <div className="tiers-drawing" role="img" aria-label={`Tier chart. ${rows.map(sayRow).join(' ')}`}>
        {rows.map((row) => (
          <Row key={row.at} row={row} />
        ))}
      </div>
      {troubles.map((text) => (
        <p key={text} className="tier-trouble">
          <TriangleAlert size={14} aria-hidden /> {text}
        </p>
      ))}
      <div className="tiers-scroll">
        <table className="list tiers-table" aria-label="The tiers as a table">
          <thead>
            <tr>
              <th scope="col">Schedule</th>
              <th scope="col">A drop</th>
              <th scope="col" className="number">
                Gives
              </th>
              <th scope="col">Clause</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) =>
              row.tiers.map((tier, i) => (
                <tr key={`${row.at} ${i}`}>
                  {i === 0 && (
                    <th scope="row" rowSpan={row.tiers.length}>
                      <strong>{row.title}</strong> <span className="quiet-text">{row.lengths}</span>{' '}
                      <Cite clause={row.clause} />
                    </th>
                  )}
                  <td>
                    {tier.ends}
                    {tier.trouble !== null && <span className="problem-line"> ⚠ {sayTrouble(tier)}</span>}
                  </td>
                  <td className="number">
                    {tier.percent === null ? '?' : formatPercent(tier.percent, 'en')}
                    {tier.withheld !== '' && ` less $${tier.withheld}`}
                  </td>
                  <td>
                    <Cite clause={tier.clause} />
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const unitWords: Readonly<Partial<Record<TierRow['unit'], string>>> = {
  order: 'in order, not to scale',
  'before and after': 'before and after it begins',
};

function Row({ row }: { readonly row: TierRow }) {
  const at = (n: number) => ((n - row.low) / Math.max(1e-9, row.high - row.low)) * 100;
  return (
    <div className="tier-row">
      <div className="tier-name">
        <strong>{row.title}</strong>
        <span className="quiet-text">{unitWords[row.unit] ?? row.unit}</span>
      </div>
      <div className="tier-track">
        <div className="tier-bar">
          {row.tiers.map((tier, i) => {
            const wide = at(tier.to) - at(tier.from);
            if (wide <= 0) return null;
            const words = wide > 20 ? tier.label : wide > 7 ? shortOf(tier) : '';
            return (
              <div
                key={i}
                className={`tier ${tier.pattern}${tier.trouble === null ? '' : ' wrong'}`}
                style={{ left: `${at(tier.from)}%`, width: `${wide}%` }}
                title={`${tier.label}: ${tier.ends}`}
              >
                {words !== '' && <span className="tier-words">{words}</span>}
              </div>
            );
          })}
          {row.tiers.some((t) => t.trouble === 'gap') && (
            <div
              className="tier gap"
              style={{ left: `${at(row.tiers.at(-1)?.to ?? row.high)}%`, right: 0 }}
              title="Nothing decides here"
            >
              <span className="tier-words">⚠ gap</span>
            </div>
          )}
        </div>
        <div className="tier-ticks">
          {ticksOf(row).map((n) => (
            <span key={n} style={{ left: `${at(n)}%` }}>
              {n === 0 ? 'begins' : row.unit === '% of course time' ? `${n}%` : n}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

function shortOf(tier: Tier): string {
  return tier.percent === null ? '?' : formatPercent(tier.percent, 'en');
}

function sayTrouble(tier: Tier): string {
  return tier.trouble === 'gap'
    ? 'After it nothing decides: the last band has no end.'
    : 'It does not end after the one before it.';
}

function sayRow(row: TierRow): string {
  const tiers = row.tiers.map((t) => `${t.ends}: ${shortOf(t)}`).join('; ');
  return `${row.lengths}: ${tiers}.`;
}
