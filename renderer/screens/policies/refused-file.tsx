import { sayFailure, type Failure } from '../../../shared/errors';
import { Notice } from '../../components/notice';
import { FailureBox } from '../saying';

const shown = 30;

/** Why a policy was refused: every place and what is wrong there, so that it can be mended by whoever wrote it. */
export function RefusedFile({ failure }: { readonly failure: Failure }) {
  if (!('problems' in failure)) return <FailureBox failure={failure} />;
  const said = sayFailure(failure);
  const { problems } = failure;
  return (
    <Notice tone="problem">
      <strong>{problems.length === 1 ? said.what : `${problems.length} things are wrong.`}</strong> {said.meaning}{' '}
      {said.next}
      {(problems.length > 1 || problems[0]?.field !== '') && (
        <ul className="found">
          {problems.slice(0, shown).map((p) => (
            <li key={`${p.field} ${p.message}`}>
              {p.field !== '' && <code>{p.field}</code>} <span>{p.message}</span>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
