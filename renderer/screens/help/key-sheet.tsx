import type { Scope } from '../../../shared/commands';
import { Kbd } from '../../components/kbd';
import { keysOf } from './keys';

/** The keys of a screen as a sheet: one table for each place where keys are heard. */
export function KeySheet({ scopes }: { readonly scopes: readonly Scope[] }) {
  return (
    <div className="key-sheet">
      {keysOf(scopes).map((group) => (
        <table key={group.scope}>
          <caption>{group.label}</caption>
          <tbody>
            {group.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.words}</th>
                <td>
                  {row.chords.map((chord, i) => (
                    <span key={chord}>
                      {i > 0 && ' or '}
                      <Kbd chord={chord} />
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
