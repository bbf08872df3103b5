import { run } from '../../commanding';
import { CommandButton } from '../../components/button';
import { CodeSheet } from './code-sheet';
import { Frame } from './frame';

type RecoveryCodeProps = {
  readonly code: string;
  readonly title: string;
  readonly steps?: readonly string[];
  readonly at?: number;
  /** What the button says that goes on from here. */
  readonly last: string;
  readonly onKept: () => void;
};

/** The recovery code on a screen of its own: nothing else comes before it is kept. */
export function RecoveryCode({ code, title, steps = [], at = 0, last, onKept }: RecoveryCodeProps) {
  return (
    <Frame
      title={title}
      steps={steps}
      at={at}
      heading="The recovery code"
      actions={<CommandButton id="record.saveNew" tone="primary" label={last} />}
      onSave={() => run('record.saveNew')}
    >
      <CodeSheet code={code} onKept={onKept} />
    </Frame>
  );
}
