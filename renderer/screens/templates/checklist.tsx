import type { Editor } from '@tiptap/react';
import { Check, X } from 'lucide-react';
import { useDeferredValue } from 'react';
import { gradeOf } from '../../../shared/letters/own-grade';
import { ownFieldWords } from '../../../shared/letters/own-fields';
import { itemsToWrite, partsProving } from '../../../shared/letters/own-standard';
import type { OwnWords, TemplateRun } from '../../../shared/letters/own-template';
import { ownCautions, ownLacking, ownProblems, remedyWords } from '../../../shared/letters/own-words';
import { Button } from '../../components/button';
import { putBack } from './words-editor';

type ChecklistProps = {
  readonly words: OwnWords;
  readonly standing: Readonly<Record<string, string>>;
  readonly editor: Editor | null;
};

/** What the letter must say and whether it does, live; what cannot be used; and how hard it is to read. */
export function Checklist({ words, standing, editor }: ChecklistProps) {
  const settled = useDeferredValue(words);
  const { type, language } = settled;
  const lacking = new Set(ownLacking(settled));
  const problems = ownProblems(settled);
  const cautions = ownCautions(settled);
  const grade = gradeOf(textOf(settled, standing), language);
  const placed = settled.parts.flatMap((part) => (part.kind === 'standard' ? [part.name] : []));
  return (
    <>
      {problems.length > 0 && (
        <ul className="own-problems">
          {problems.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <ul className="required" aria-label="What the letter must say">
        {itemsToWrite(type, language).map((item) => {
          const missing = lacking.has(item);
          const absent = missing
            ? partsProving(item, type, language).find(({ name }) => !placed.includes(name))
            : undefined;
          return (
            <li key={item} className={missing ? 'missing' : ''}>
              {missing ? <X size={14} aria-hidden /> : <Check size={14} aria-hidden />}
              <span>
                <span className="only-heard">{missing ? 'Missing: ' : 'There: '}</span>
                {item}
                {missing && <span className="remedy"> {remedyWords(item, type, language)}</span>}
              </span>
              {absent !== undefined && editor !== null && (
                <Button
                  tone="quiet"
                  onPress={() => putBack(editor, absent.name, settled)}
                  label={`Put back “${absent.words}”`}
                >
                  Put back
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {cautions.map((caution) => (
        <p key={caution} className="field-warning">
          {caution}
        </p>
      ))}
      <p className="part-note">
        {grade === null
          ? 'How hard it is to read shows once there are thirty words.'
          : `${grade.measure} ${grade.figure}: ${grade.words}.`}
      </p>
    </>
  );
}

/** The letter as it reads in the case looked at, as far as that is known. */
function textOf({ parts }: OwnWords, standing: Readonly<Record<string, string>>): string {
  const said = (runs: readonly TemplateRun[]): string =>
    runs.map((run) => (run.kind === 'words' ? run.text : ownFieldWords(run.field))).join('');
  return parts
    .map((part) =>
      part.kind === 'standard'
        ? (standing[part.name] ?? '')
        : part.kind === 'paragraph'
          ? said(part.runs)
          : part.items.map(said).join('\n'),
    )
    .join('\n');
}
