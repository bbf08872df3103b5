import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

// Drawn, since not every PC's fonts have such signs.
const marks = { problem: OctagonAlert, warning: TriangleAlert, note: Info } as const;

type NoticeProps = {
  readonly tone: keyof typeof marks;
  readonly children: ReactNode;
  /** What can be done about it, each a button. */
  readonly actions?: ReactNode;
};

/** A line that says what happened, what it means and what to do, where it matters; never a box in the way. */
export function Notice({ tone, children, actions }: NoticeProps) {
  const Mark = marks[tone];
  return (
    <div className={`notice ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <Mark className="notice-mark" size={16} aria-hidden />
      <div className="notice-words">{children}</div>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
