import { QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Bridge, CallName, EventName, Events, Input, Output } from '../shared/contract';
import type { Failure } from '../shared/errors';
import type { Result } from '../shared/result';
import { useMay } from './may';

declare global {
  interface Window {
    readonly desk: Bridge;
  }
}

/** A failed call as something that can be thrown; `failure` has its words in `sayFailure`. */
export class CallFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
    this.name = 'CallFailed';
  }
}

/** What the window has read from the register. Lists stay on the screen while they are read again; nothing waits for a network. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      staleTime: 2_000,
      refetchOnWindowFocus: false,
      placeholderData: <T>(before: T) => before,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Under which the register's status is kept, which main also tells without being asked. */
export const statusKey = ['app.status', {}] as const;

/** Forgets everything that was read from the register. */
export function forgetRead(): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== statusKey[0] });
}

/** Makes a call and gives its result or its failure. It never throws for a failure that a person can meet. */
export async function call<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  return await window.desk.call(name, input);
}

/** A call that changes the register: when it succeeded, everything on the screen that was read from it is read again. */
export async function change<N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  const result = await call(name, input);
  if (result.ok) void queries.invalidateQueries();
  return result;
}

async function read<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(name, input);
  if (!result.ok) throw new CallFailed(result.failure);
  return result.value;
}

/** Reads something for a component and keeps it; null as input means that there is nothing to ask yet. What is not the person's to read is not asked. */
export function useCall<N extends CallName>(name: N, input: Input<N> | null): UseQueryResult<Output<N>, CallFailed> {
  const may = useMay(name);
  return useQuery<Output<N>, CallFailed>({
    queryKey: [name, input],
    queryFn: () => {
      if (input === null) throw new Error(`${name} was asked without an input`);
      return read(name, input);
    },
    enabled: input !== null && may,
  });
}

/** Reads something once, from what is kept where that is fresh; for lookups while typing. */
export function ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  return queries.fetchQuery({ queryKey: [name, input], queryFn: () => read(name, input) });
}

/** Hears what main tells the window; the function given back ends it. */
export function subscribe<N extends EventName>(name: N, listener: (data: Events[N]) => void): () => void {
  return window.desk.subscribe(name, listener);
}

/** A request id, made once per form, so that a double click or a retry cannot do a thing twice. */
export function newRequestId(): string {
  return crypto.randomUUID();
}
