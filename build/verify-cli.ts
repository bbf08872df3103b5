import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readLetterCode } from '../shared/letters/letter-code';
import { formatCents } from '../shared/money';
import { engine } from '../shared/policy/evaluate';
import { readArithmeticFile, workOut, type ArithmeticFile, type Finding } from '../shared/register/arithmetic';

// `verify FILE` or `verify -`: a determination saved in the app, worked out again from its facts and its policy's text, on standard output.
// `verify FILE CODE` also compares it with what the QR code of a letter says. Exit 0 when everything holds, 1 when something does not, 2 with
// a message when the file or the code cannot be read.

const [name, code] = process.argv.slice(2);
const text = name === undefined ? null : readText(name);
const file = text === null ? null : readArithmeticFile(text);
if (name === undefined) stop('Name a file that was saved with “Save the arithmetic”, or - for standard input.');
else if (text === null) stop(`${name} cannot be read.`);
else if (file === null) stop(`${name} is no determination saved by Refund Desk.`);
else verify(file, code);

function verify(given: ArithmeticFile, typed: string | undefined): void {
  const letter = typed === undefined ? [] : comparedWith(given, typed);
  if (letter === null) return stop('The code is not one of a letter.');
  const worked = workOut(given, engine, (own) => createHash('sha256').update(own).digest('hex'));
  if ('problem' in worked) return stop(worked.problem);
  const findings = [...worked.findings, ...letter];
  const lines = worked.lines.map(
    (line, index) =>
      `${String(index + 1).padStart(2)}. ${line.text}${line.value === '' ? '' : ` ${line.value}`} (${line.clause})`,
  );
  process.stdout.write(
    [
      `${given.case}, decided ${given.decidedAt}, by ${worked.policy}`,
      '',
      ...lines,
      '',
      `${worked.result}. Refund as decided: ${formatCents(worked.refund)}. Worked out again: ${formatCents(worked.derived)}.`,
      '',
      ...findings.map(({ what, good }) => `${good ? 'holds' : 'DOES NOT HOLD'}: ${what}`),
      '',
    ].join('\n'),
  );
  process.exitCode = findings.every(({ good }) => good) ? 0 : 1;
}

/** What a letter's code says beside the file; null where it is no code. */
function comparedWith(given: ArithmeticFile, typed: string): readonly Finding[] | null {
  const letter = readLetterCode(typed);
  if (letter === null) return null;
  return [
    { what: 'The letter’s code names the same case.', good: letter.caseNumber === given.case },
    { what: 'The letter’s code carries the same determination.', good: letter.determination === given.hash },
  ];
}

function readText(from: string): string | null {
  try {
    return readFileSync(from === '-' ? 0 : from, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    return null;
  }
}

function stop(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
