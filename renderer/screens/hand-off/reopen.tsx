import { useState } from 'react';
import { z } from 'zod';
import type { TransmittalView } from '../../../shared/contract/transmittals';
import { requiredLine } from '../../../shared/register/fields';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { useMay } from '../../may';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';

const schema = z.strictObject({ why: requiredLine('The reason', 400) });

/** A supervisor reopens a closed batch, with the reason; anybody else is told who may. */
export function Reopen({ view }: { readonly view: TransmittalView }) {
  const may = useMay('transmittal.reopen');
  const [asking, setAsking] = useState(false);
  if (view.state === 'reopened') return null;
  return (
    <Panel title="If it has to change">
      {!may && <p className="quiet-text">A closed batch stays as it is. A supervisor may reopen it, with a reason.</p>}
      {may && !asking && (
        <>
          <p className="quiet-text">
            Reopened, what was not paid waits to be handed over again; closing it again makes its next revision.
          </p>
          <div className="row-of above">
            <Button asks="transmittal.reopen" onPress={() => setAsking(true)}>
              Reopen this batch
            </Button>
          </div>
        </>
      )}
      {may && asking && (
        <Recording
          label="Reopen the batch"
          asks="transmittal.reopen"
          first={{ why: '' }}
          read={(record) => ({ record, wrong: [] })}
          schema={schema}
          words="Reopen"
          send={({ why }, requestId) => change('transmittal.reopen', { requestId, id: view.id, why })}
          onDone={() => {
            setAsking(false);
            say({ tone: 'saved', text: `Batch ${view.number} is reopened.` });
          }}
          onLeave={() => setAsking(false)}
        >
          {(control) => <BoundText control={control} name="why" label="Why" required lines={2} />}
        </Recording>
      )}
    </Panel>
  );
}
