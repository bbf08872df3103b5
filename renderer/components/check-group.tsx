import { useId, type ReactNode } from 'react';

type Check = {
  readonly name: string;
  readonly words: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
};

type CheckGroupProps = {
  readonly label: string;
  readonly checks: readonly Check[];
  readonly hint?: ReactNode;
};

/** Things that are there or not, side by side in one box; Space ticks. */
export function CheckGroup({ label, checks, hint }: CheckGroupProps) {
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {label}
      </span>
      <div className="field-control">
        <div className="input check-group">
          {checks.map((check) => (
            <label key={check.name} className="check">
              <input
                type="checkbox"
                data-field={check.name}
                checked={check.checked}
                onChange={(e) => check.onCheck(e.target.checked)}
              />
              {check.words}
            </label>
          ))}
        </div>
        {hint !== undefined && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}
