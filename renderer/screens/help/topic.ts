import type { Scope } from '../../../shared/commands';

/** Help for one screen: what it is for, how the work goes, what to do when something is in the way. `scopes` are the keys heard there besides those heard everywhere. */
export type Topic = {
  readonly path: string;
  readonly title: string;
  readonly what: string;
  readonly steps: readonly string[];
  readonly trouble: readonly { readonly when: string; readonly then: string }[];
  readonly scopes: readonly Scope[];
};
