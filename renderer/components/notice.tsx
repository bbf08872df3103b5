import type { ReactNode } from 'react';

const marks = { problem: '⚠', warning: '△', note: 'ⓘ' } as const;

type NoticeProps = {
  readonly tone: keyof typeof marks;
  readonly children: ReactNode;
  /** What can be done about it, each a button. */
  readonly actions?: ReactNode;
};

/** A line that says what happened, what it means and what to do, where it matters; never a box in the way. */
export function Notice({ tone, children, actions }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      <span className="notice-mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div className="notice-words">{children}</div>
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
