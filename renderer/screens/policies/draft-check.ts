import { compile } from '../../../shared/policy/compile';
import type { Pack } from '../../../shared/policy/pack';
import { checkPolicy } from '../../../shared/policy/policy-file';
import { runWorkedCases, type CaseResult } from '../../../shared/policy/worked';
import type { DraftTree } from './drafting';
import { branchOf, placeOf, textOf, valueAt, type Path } from './tree';

/** One thing to mend or to look at, with the place of the field it concerns. */
export type Found = { readonly severity: 'error' | 'note'; readonly path: Path; readonly message: string };

/** What can be said of a draft as it stands. */
export type DraftCheck = {
  readonly found: readonly Found[];
  /** The pack, where every field of it can be read. */
  readonly pack: Pack | null;
  /** How the worked cases come out; null while something keeps them from being run. */
  readonly results: readonly CaseResult[] | null;
};

/** Checks a draft as publishing will, and says of each finding which field it concerns. Pure and quick. */
export function checkDraft(tree: DraftTree): DraftCheck {
  const { pack, cases, findings } = checkPolicy(tree);
  const found = findings.flatMap(({ severity, where, message }): Found[] => {
    const root = /^(cases|offices)(\.|$)/.test(where) ? 'cases' : 'pack';
    const path: Path = [root, ...placeOf(tree[root], where)];
    // As long as the English words are missing, the Spanish need not be said to be.
    const spanish = path.at(-1) === 'es' && textOf(branchOf(valueAt(tree, path.slice(0, -1)))['en']).trim() === '';
    if (spanish) return [];
    const nothing = [undefined, null, ''].includes(valueAt(tree, path) as string | null | undefined);
    return [
      {
        severity,
        path,
        message: nothing && /^This must /.test(message) ? 'This is missing. Type or choose it.' : message,
      },
    ];
  });
  if (pack === null || cases === null || found.some((f) => f.severity === 'error' && f.path[0] === 'pack'))
    return { found, pack, results: null };
  const results = runWorkedCases(compile(pack), cases);
  results.forEach((result, at) => {
    for (const { field, expected, found: own } of result.differences)
      found.push({
        severity: 'error',
        path: [
          'cases',
          'cases',
          at,
          ...(expectsField(tree, at, field) ? ['expect', field] : ['facts', ...field.split('.')]),
        ],
        message: `The policy gives ${own}, and the case expects ${expected}.`,
      });
  });
  return { found, pack, results };
}

function expectsField(tree: DraftTree, at: number, field: string): boolean {
  return Object.hasOwn(branchOf(valueAt(tree, ['cases', 'cases', at, 'expect'])), field);
}
