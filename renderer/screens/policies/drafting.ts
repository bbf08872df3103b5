import { createContext, useContext } from 'react';
import type { DayContext } from '../../../shared/typed/day';
import type { DraftCheck } from './draft-check';
import type { Path } from './tree';

/** A policy's pack and worked cases as they are being worked on: plain data, possibly unfinished. */
export type DraftTree = { readonly pack: unknown; readonly cases: unknown };

/** The draft that the fields of the editor belong to. */
export type Drafting = {
  readonly tree: DraftTree;
  readonly check: DraftCheck;
  readonly days: DayContext;
  /** Puts a value in its place; undefined takes it out. */
  readonly put: (path: Path, value: unknown) => void;
  /** Changes the draft as a whole: what is renamed is renamed everywhere. */
  readonly change: (next: (tree: DraftTree) => DraftTree) => void;
};

/** Hands the draft to its fields. */
export const DraftingContext = createContext<Drafting | null>(null);

/** The draft that a field belongs to. */
export function useDrafting(): Drafting {
  const drafting = useContext(DraftingContext);
  if (drafting === null) throw new Error('a field of a policy outside its editor');
  return drafting;
}

/** The name of a field by its place, as problems and the keyboard find it. */
export function fieldName(path: Path): string {
  return path.join('.');
}
