import { useState } from 'react';
import { readJson } from '../../../shared/policy/json-text';
import { TextField } from '../../components/text-field';
import { CheckGroup } from '../../components/check-group';
import { useDrafting } from './drafting';
import { branchOf } from './tree';

/** The draft as the text it is kept as. It can be changed here only by those who ask for it. */
export function TextPanel() {
  const { tree, change } = useDrafting();
  const [editing, setEditing] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const text = typed ?? JSON.stringify(tree, null, 2);
  return (
    <div className="stack as-text">
      <CheckGroup
        label=""
        hint="For those who know how a policy is written as JSON. The form asks for everything, too."
        checks={[{ name: 'asText', words: 'Change it as text', checked: editing, onCheck: setEditing }]}
      />
      {editing ? (
        <TextField
          label="Text"
          name="text"
          lines={24}
          text={text}
          problem={problem}
          onText={(next) => {
            setTyped(next);
            const read = readJson(next, 64);
            if ('problem' in read) {
              const { line, column, message } = read.problem;
              return setProblem(
                `Line ${line}, column ${column}: ${message} The draft stays as it was until this is mended.`,
              );
            }
            setProblem(undefined);
            const { pack, cases } = branchOf(read.value);
            change(() => ({ pack, cases }));
          }}
        />
      ) : (
        <pre className="as-text-only" tabIndex={0} aria-label="The draft as text">
          {text}
        </pre>
      )}
    </div>
  );
}
