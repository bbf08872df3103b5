import { useState } from 'react';
import type { Preview } from '../../../shared/contract/letters';
import { useCommands } from '../../commanding';
import { useCall } from '../../wire';
import { SheetFrame } from './sheet-frame';

/** What stands in the way, the window's outline to switch, and the page. */
export function LetterSheet({ preview }: { readonly preview: Preview }) {
  const office = useCall('office.get', {});
  const [overlay, setOverlay] = useState(() => localStorage.getItem(overlayKey) !== 'no');
  const toggle = () => {
    localStorage.setItem(overlayKey, overlay ? 'no' : 'yes');
    setOverlay(!overlay);
  };
  useCommands({ 'letter.window': toggle });
  const envelope = office.data?.office.printing.envelope ?? 'none';
  return (
    <div className="letter-view">
      {preview.problems.length > 0 && (
        <div className="said-box bad" role="alert">
          <ul>
            {preview.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {envelope !== 'none' && (
        <label className="tick">
          <input type="checkbox" checked={overlay} onChange={toggle} aria-keyshortcuts="Control+Shift+W" />
          Show where the envelope’s window comes to lie
        </label>
      )}
      <SheetFrame preview={preview} envelope={envelope} overlay={overlay} />
    </div>
  );
}

const overlayKey = 'letter-window';
