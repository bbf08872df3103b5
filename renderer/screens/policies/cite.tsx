import { createContext, useContext, useState, type KeyboardEvent } from 'react';
import { branchOf, textOf } from './tree';

/** The clauses of the policy that is shown, by their short names. */
export const ClausesContext = createContext<Readonly<Record<string, unknown>>>({});

/** The clause that a value stands on. Enter or F1 shows its words, and what they mean. */
export function Cite({ clause }: { readonly clause: string }) {
  const clauses = useContext(ClausesContext);
  const [open, setOpen] = useState(false);
  if (clause === '') return <span className="problem-line">no clause</span>;
  const own = branchOf(clauses[clause]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F1') return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(!open);
  };
  return (
    <span className="cite">
      <button
        type="button"
        className="link"
        aria-expanded={open}
        onClick={(e) => {
          e.stopPropagation();
          setOpen(!open);
        }}
        onKeyDown={keyDown}
      >
        {clause}
      </button>
      {open && (
        <span className="why-box cite-words" role="note">
          {textOf(own['quote']) === ''
            ? 'The policy’s data gives no words for this clause.'
            : `“${textOf(own['quote'])}”`}
          <span className="quiet-text"> {textOf(branchOf(own['says'])['en'])}</span>
        </span>
      )}
    </span>
  );
}
