import type { Difference } from './sides';

type SidesTableProps = {
  readonly sides: readonly Difference[];
  /** Whether something stood there before, so that both are shown. */
  readonly both: boolean;
};

/** A record field by field, before and after side by side where there was a before; what changed is marked by a sign and by its type, not by colour alone. */
export function SidesTable({ sides, both }: SidesTableProps) {
  return (
    <table className="sides">
      <thead>
        <tr>
          <th scope="col">Field</th>
          {both && <th scope="col">Before</th>}
          <th scope="col">{both ? 'After' : 'What it says'}</th>
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => {
          const marked = both && side.changed;
          return (
            <tr key={side.path} className={marked ? 'changed' : undefined}>
              <th scope="row">
                {marked && <span aria-hidden="true">▸ </span>}
                {side.field}
                {marked && <span className="only-heard"> (changed)</span>}
              </th>
              {both && <td>{marked ? <s>{said(side.before)}</s> : said(side.before)}</td>}
              <td>{marked ? <strong>{said(side.after)}</strong> : said(side.after)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function said(text: string): string {
  return text === '' ? '—' : text;
}
