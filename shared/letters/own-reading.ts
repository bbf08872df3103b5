import type { Language } from '../day';
import { ownField, ownSentences } from './own-fields';
import type { TemplatePart, TemplateRun } from './own-template';
import type { LetterType } from './template';

/** Standard paragraphs read back as words and fields, where they are no more than that. */

/** A standard paragraph as own paragraphs and lists; null where it holds anything but words, fields and bold. */
export function readPlain(piece: string, type: LetterType, language: Language): readonly TemplatePart[] | null {
  let text = piece;
  for (const [name, sentence] of Object.entries(ownSentences(language)))
    text = text.replaceAll(sentence, `{{ ${name} }}`);
  if (text.includes('{%')) return null;
  const inner = /^<p(?: class="case")?>(.*)<\/p>$/s.exec(text)?.[1];
  if (inner === undefined || /<\/?p\b/.test(inner)) return null;
  const runs = readRuns(inner, type);
  return runs === null ? null : [{ kind: 'paragraph', heading: false, runs: [...runs], when: null }];
}

/** The standard letter's title as words and fields; null where it chooses among wordings. */
export function readTitle(title: string, type: LetterType): TemplateRun[] | null {
  const runs = title.includes('{%') ? null : readRuns(title, type);
  return runs === null ? null : [...runs];
}

function readRuns(html: string, type: LetterType): readonly TemplateRun[] | null {
  const runs: TemplateRun[] = [];
  let strong = false;
  for (const token of html.split(/(\{\{.*?\}\}|<[^>]*>)/s)) {
    if (token === '' || token === '<bdi>' || token === '</bdi>' || token === '<bdi class="whole">') continue;
    if (token === '<strong>' || token === '</strong>') {
      strong = token === '<strong>';
    } else if (token === '<br>') {
      runs.push({ kind: 'words', text: '\n', strong });
    } else if (token.startsWith('{{')) {
      const name = token.slice(2, -2).trim();
      if (ownField(name, type) === null) return null;
      runs.push({ kind: 'field', field: name, strong });
    } else if (token.startsWith('<')) {
      return null;
    } else {
      runs.push({ kind: 'words', text: token, strong });
    }
  }
  return runs;
}
