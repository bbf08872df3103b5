import { useEffect, useRef } from 'react';
import { Button } from '../components/button';
import { KeySheet } from './help/key-sheet';
import { topicOf } from './help/topics';
import './screens.css';

/** The key card of a screen, over it: every key that works there. Esc or the same key closes it and gives the focus back; it prints as one page. */
export function KeyCard({ path, onClose }: { readonly path: string; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const topic = topicOf(path);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="key-card"
      aria-labelledby="key-card-heading"
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.ctrlKey && event.key === '/') dialog.current?.close();
        if (event.ctrlKey && event.key.toLowerCase() === 'p') {
          event.preventDefault();
          window.print();
        }
      }}
    >
      <div className="key-card-head">
        <h2 id="key-card-heading">Keys: {topic.title}</h2>
        <Button onPress={() => window.print()}>Print this card</Button>
        <Button tone="primary" onPress={() => dialog.current?.close()}>
          Close
        </Button>
      </div>
      <div className="key-card-body" tabIndex={0} role="region" aria-label="Keys">
        <KeySheet scopes={topic.scopes} />
      </div>
    </dialog>
  );
}
