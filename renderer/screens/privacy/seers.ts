import { roleWords } from '../../../shared/register/role';
import { useCall } from '../../wire';

/** Which roles see confidential records, in a sentence. */
export function useSeers(): string {
  const rules = useCall('rules.get', {});
  const roles = rules.data?.seeConfidential.map((role) => roleWords[role].replace(/ \(.*\)$/, '').toLowerCase()) ?? [];
  return roles.length === 0 ? '' : `Only these roles see it: ${roles.join(', ')}.`;
}
