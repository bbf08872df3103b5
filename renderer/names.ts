import { useMemo } from 'react';
import { useCall } from './wire';

/** Says an account as its person's name; the account itself where nobody of the register has it. */
export function useNames(): (account: string) => string {
  const people = useCall('person.names', {}).data;
  return useMemo(() => {
    const names = new Map(people?.map(({ account, name }) => [account, name]));
    return (account) => names.get(account) ?? account;
  }, [people]);
}
