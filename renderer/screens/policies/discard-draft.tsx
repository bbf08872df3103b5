import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId } from '../../wire';
import { FailureBox } from '../saying';

/** The way out of a draft that nobody wants: asked once more, and then it is no longer listed. */
export function DiscardDraft({ id, onDiscard }: { readonly id: string; readonly onDiscard: () => void }) {
  const [, go] = useLocation();
  const [asked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const discard = async () => {
    onDiscard();
    const result = await change('policy.draft.discard', { requestId: newRequestId(), id });
    if (!result.ok) return setFailure(result.failure);
    say({ tone: 'note', text: 'The draft is discarded' });
    go(to.policies);
  };
  return (
    <div className="stack at-foot">
      {failure !== null && <FailureBox failure={failure} />}
      {asked ? (
        <Notice
          tone="warning"
          actions={
            <>
              <Button onPress={() => setAsked(false)}>Keep it</Button>
              <Button tone="danger" onPress={() => void discard()}>
                Discard it
              </Button>
            </>
          }
        >
          The draft goes from the list. What was published stays as it is.
        </Notice>
      ) : (
        <div className="row-of">
          <Button asks="policy.draft.discard" tone="danger" onPress={() => setAsked(true)}>
            Discard this draft…
          </Button>
        </div>
      )}
    </div>
  );
}
