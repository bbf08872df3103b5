import type { KeptTemplate } from '../../db/nouns/templates';
import type { CallName } from '../../shared/contract';
import type { TemplateRow } from '../../shared/contract/templates';
import type { Language } from '../../shared/day';
import type { Problem } from '../../shared/errors';
import { shippedTemplate } from '../../shared/letters/letter';
import { standardTitleWords, standardWords, titleWords } from '../../shared/letters/own-standard';
import type { OwnWords } from '../../shared/letters/own-template';
import { compileOwn, firstOwnVersion, lackingProblems, ownProblems } from '../../shared/letters/own-words';
import { letterTypes, type LetterType } from '../../shared/letters/template';
import { fail, ok } from '../../shared/result';
import type { OpenContext, OpenHandlers } from './context';
import { previewOf } from './template-preview';

/** Calls about the words of letters: a version saved is used for the letters made from then on, and no letter already made changes. */
export const templateHandlers: OpenHandlers<Extract<CallName, `template.${string}`>> = {
  'template.list': (_, { register }) => {
    const kept = new Map(register.templates.all().map((t) => [keyOf(t), t]));
    return ok(
      letterTypes.flatMap((type) =>
        (['en', 'es'] as const).map((language) =>
          rowOf(type, language, kept.get(`${type} ${language}`), kept.get(`${type} ${other(language)}`)),
        ),
      ),
    );
  },

  'template.get': ({ type, language, version }, { register }) => {
    const kept = register.templates.of(type, language) ?? undefined;
    const row = rowOf(type, language, kept, register.templates.of(type, other(language)) ?? undefined);
    const standard = shippedTemplate(type, language);
    const asked = version ?? row.version;
    const saved = kept?.versions.find((v) => v.version === asked);
    if (saved === undefined && asked !== standard.version)
      return fail({ kind: 'not-found', what: `Version ${asked} of these words` });
    const words: OwnWords =
      saved === undefined ? standardWords(type, language) : { type, language, title: saved.title, parts: saved.parts };
    return ok({
      ...row,
      words,
      versions: [
        { version: standard.version, at: null, person: '', why: '' },
        ...(kept?.versions ?? []).map(({ version: v, at, person, why }) => ({ version: v, at, person, why })),
      ],
    });
  },

  'template.preview': ({ words, caseId, next }, context) => {
    const problems = ownProblems(words);
    if (problems.length > 0) return fail({ kind: 'invalid', problems: [...problems] });
    return previewOf(words, caseId, next, nextVersion(words, context), context);
  },

  'template.save': (input, context) => {
    const { words, why, reviewed, from } = input;
    const { register } = context;
    const problems: readonly Problem[] = [...ownProblems(words), ...lackingProblems(words)];
    if (problems.length > 0) return fail({ kind: 'invalid', problems: [...problems] });
    return context.act(
      'template.save',
      input,
      (write) => {
        const kept = register.templates.of(words.type, words.language);
        const now = rowOf(words.type, words.language, kept ?? undefined, undefined);
        if (now.version !== from) {
          return fail({
            kind: 'wrong-state',
            message: `${now.person ?? 'Somebody'} has changed these words since you opened them.`,
            next: `Look at version ${now.version} under “Versions” before you save; what you typed stays here.`,
          });
        }
        write.entry('template.saved', kept?.id ?? write.newId(), {
          ...words,
          ...compileOwn(words),
          version: nextVersion(words, context),
          why,
          reviewed,
        });
        return ok(null);
      },
      () => ok(rowNow(words, context)),
    );
  },

  'template.drop': (input, context) => {
    const { type, language, why } = input;
    return context.act(
      'template.drop',
      input,
      (write) => {
        const kept = context.register.templates.of(type, language);
        if (kept?.own !== true) {
          return fail({
            kind: 'wrong-state',
            message: 'The standard words of this letter are used already.',
            next: 'There is nothing to put back.',
          });
        }
        write.entry('template.dropped', kept.id, { type, language, why });
        return ok(null);
      },
      () => ok(rowNow(input, context)),
    );
  },
};

function keyOf({ versions }: KeptTemplate): string {
  const last = versions.at(-1);
  return last === undefined ? '' : `${last.type} ${last.language}`;
}

function other(language: Language): Language {
  return language === 'en' ? 'es' : 'en';
}

/** The number of the next version: above every one there was, and above every standard one. */
function nextVersion({ type, language }: Pick<OwnWords, 'type' | 'language'>, { register }: OpenContext): number {
  const versions = register.templates.of(type, language)?.versions ?? [];
  return Math.max(firstOwnVersion - 1, ...versions.map((v) => v.version)) + 1;
}

function rowNow({ type, language }: Pick<OwnWords, 'type' | 'language'>, { register }: OpenContext): TemplateRow {
  const kept = (l: Language) => register.templates.of(type, l) ?? undefined;
  return rowOf(type, language, kept(language), kept(other(language)));
}

function rowOf(
  type: LetterType,
  language: Language,
  kept: KeptTemplate | undefined,
  beside: KeptTemplate | undefined,
): TemplateRow {
  const last = kept?.own === true ? kept.versions.at(-1) : undefined;
  const there = beside?.own === true ? beside.versions.at(-1) : undefined;
  const standard = shippedTemplate(type, language);
  return {
    type,
    language,
    title: last === undefined ? standardTitleWords(type, language) : titleWords(last.title),
    version: last?.version ?? standard.version,
    own: last !== undefined,
    reviewed: last?.reviewed ?? standard.review === 'reviewed',
    behind: there !== undefined && there.at > (last?.at ?? ''),
    savedAt: last?.at ?? null,
    person: last?.person ?? null,
  };
}
