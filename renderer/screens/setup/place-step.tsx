import { useState } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { call, queries, type CallFailed } from '../../wire';
import { FailureBox } from '../saying';

type PlaceStepProps = { readonly place: UseQueryResult<Output<'register.place'>, CallFailed> };

/** Where the register lies: the folder proposed, another to choose, and why one is refused. */
export function PlaceStep({ place }: PlaceStepProps) {
  const [trouble, setTrouble] = useState<Failure | null>(null);
  async function choose(): Promise<void> {
    setTrouble(null);
    const result = await call('register.choosePlace', {});
    if (result.ok) queries.setQueryData(['register.place', {}], result.value);
    else if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  }
  const refusal = place.data?.refusal ?? null;
  return (
    <div className="stack">
      <p>
        The register is one file on this PC. Backups are made beside it every day. It must not lie on a network drive or
        in a folder that a cloud service keeps in step, because either can lose entries.
      </p>
      <dl className="pairs">
        <dt>Folder</dt>
        <dd className="path">{place.data?.path ?? '…'}</dd>
      </dl>
      {refusal !== null && <FailureBox failure={refusal} />}
      {refusal === null && place.data !== undefined && (
        <Notice tone="note">This folder is fine: it is on this PC and can be written to.</Notice>
      )}
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="row-of">
        <Button onPress={() => void choose()}>Choose another folder…</Button>
      </div>
    </div>
  );
}
