import { Pin } from 'lucide-react';
import { useId, type ReactNode } from 'react';

/** What every field of a form may show around its control. `label` has `&` before the letter that reaches it with Alt. */
export type FieldFrame = {
  readonly label: string;
  /** Further words of the label, for those who hear it: where a short one reads on from the field before. */
  readonly heard?: string;
  /** The field's name in its form: problems and worksheet lines find it by this. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly problem?: string | null | undefined;
  readonly warning?: ReactNode;
  /** Set where the value came from the record before: said in the field and to screen readers. */
  readonly carried?: boolean;
  /** Set where the value will go on to the next record. */
  readonly pinned?: boolean;
  readonly required?: boolean;
};

/** What a control takes over from its field so that label, lines and access key belong to it. */
export type ControlProps = {
  readonly id: string;
  readonly 'data-field': string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
  readonly accessKey: string | undefined;
};

type FieldProps = FieldFrame & { readonly children: (control: ControlProps) => ReactNode };

/** A field: label, control, and under it the lines that belong to it. What is wrong stands under the field, never in a box before it. */
export function Field({ label, heard, name, hint, problem, warning, carried, pinned, required, children }: FieldProps) {
  const id = useId();
  const wrong = problem != null && problem !== '';
  const lines = {
    hint: hint != null && hint !== '',
    problem: wrong,
    warning: warning != null && warning !== '',
    carried: carried === true,
  };
  const described = Object.entries(lines).flatMap(([line, shown]) => (shown ? [`${id}-${line}`] : []));
  const control: ControlProps = {
    id,
    'data-field': name,
    'aria-describedby': described.length === 0 ? undefined : described.join(' '),
    'aria-invalid': wrong ? true : undefined,
    'aria-required': required === true ? true : undefined,
    accessKey: accessKeyOf(label),
  };
  return (
    <div className="field" data-wrong={wrong || undefined}>
      <label className="field-label" htmlFor={id}>
        <Lettered label={label} />
        {heard !== undefined && <span className="only-heard"> {heard}</span>}
      </label>
      <div className="field-control">
        <div className="field-box">
          {children(control)}
          {(carried === true || pinned === true) && (
            <span className="carried" id={`${id}-carried`}>
              {pinned === true && <Pin size={12} aria-label="pinned" role="img" />}
              {carried === true && (
                <span>
                  ◈ carried<span className="carried-more"> from last</span>
                </span>
              )}
            </span>
          )}
        </div>
        {wrong && (
          <p className="field-problem" id={`${id}-problem`}>
            {problem}
          </p>
        )}
        {lines.warning && (
          <p className="field-warning" id={`${id}-warning`}>
            {warning}
          </p>
        )}
        {lines.hint && (
          <p className="field-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

/** A label with its access letter underlined. */
export function Lettered({ label }: { readonly label: string }) {
  const at = label.indexOf('&');
  if (at === -1) return label;
  return (
    <>
      {label.slice(0, at)}
      <u>{label[at + 1]}</u>
      {label.slice(at + 2)}
    </>
  );
}

function accessKeyOf(label: string): string | undefined {
  const at = label.indexOf('&');
  return at === -1 ? undefined : label[at + 1]?.toLowerCase();
}

/** Puts the cursor into a form's field by its name; false where the field is not on the screen. */
export function focusField(name: string): boolean {
  const control = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
  control?.focus();
  return control !== null;
}
