import { Screen } from '../../components/screen';
import { useCall } from '../../wire';
import { FailureBox } from '../saying';

/** One petition or appeal. */
export function PetitionScreen({ id }: { readonly id: string }) {
  const view = useCall('petition.get', { id });
  return (
    <Screen title={view.data?.row.number ?? 'Petition'}>
      {view.error !== null && <FailureBox failure={view.error.failure} />}
    </Screen>
  );
}
