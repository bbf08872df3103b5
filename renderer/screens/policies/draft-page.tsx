import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Screen } from '../../components/screen';
import { call, useCall } from '../../wire';
import { PolicyEditor } from './editor';
import { useDays } from '../record-form/days';
import { FailureBox } from '../saying';
import '../screens.css';

/** A draft of a policy, read afresh whenever it is opened: what the window had of it may be older. */
export function PolicyDraft({ id }: { readonly id: string }) {
  const [content, setContent] = useState<Output<'policy.draft.get'> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  useEffect(() => {
    let here = true;
    void call('policy.draft.get', { id }).then((result) => {
      if (!here) return;
      if (result.ok) setContent(result.value);
      else setFailure(result.failure);
    });
    return () => {
      here = false;
    };
  }, [id]);
  if (content === null || days === null)
    return <Screen title="Draft">{failure !== null && <FailureBox failure={failure} />}</Screen>;
  return <PolicyEditor kept={content} days={days} />;
}
