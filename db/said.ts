import { subjectWords, wordsOfKind } from '../shared/register/kind-words';
import type { Anchored } from './anchor';
import type { Break } from './chain';
import type { About } from './project';
import type { Sql } from './statements';
import { labelOfSubject, studentOf } from './subject-labels';

/** The sentences in which a check says what it found: which entry or record, whose, when, and what was done to it. */

/** Whether a sentence names students, or only the numbers of their forms and letters: what anybody may read names nobody. */
export type Naming = 'students' | 'nobody';

/** An entry that does not hold, in words: `Entry 417 — the form RD-2026-0012 (García, Ana), keyed by kim on Tue, Nov 3, 2026 at 2:14 PM — was changed …`. */
export function sayBroken(sql: Sql, seq: number, how: Break, naming: Naming): string {
  const number = seq.toLocaleString('en-US');
  if (how === 'missing')
    return `Entry ${number}${neighbour(sql, seq, naming)} is missing. It was removed outside Refund Desk.`;
  const entry = `Entry ${number}${said(sql, seq, naming)}`;
  switch (how) {
    case 'content':
      return `${entry} was changed outside Refund Desk: what it says is not what was saved.`;
    case 'content-gone':
      return `${entry} was emptied outside Refund Desk: what it said is gone, and no removal on record names it.`;
    case 'entry':
      return `${entry} was changed, moved or put in outside Refund Desk: it does not follow the entry before it.`;
  }
}

/** The end of a register that lacks what was saved last; `whole` where the tables lack it too, so that an older file took the place of this one. */
export function sayShort(sql: Sql, ends: number, anchor: Anchored, whole: boolean): string {
  const lost =
    ends + 1 === anchor.seq ? `Entry ${number(anchor.seq)}` : `Entries ${number(ends + 1)} to ${number(anchor.seq)}`;
  const saved =
    anchor.at === undefined ? '' : `, saved ${ends + 1 === anchor.seq ? 'on' : 'up to'} ${sayAt(sql, anchor.at)},`;
  const gone = `${lost}${saved} ${ends + 1 === anchor.seq ? 'is' : 'are'} gone.`;
  return whole
    ? `The register was put back to an earlier day outside Refund Desk: it ends at entry ${number(ends)}, but ${number(anchor.seq)} were saved. ${gone}`
    : `${gone} The end of the register was cut off outside Refund Desk.`;
}

/** The entry that the anchor names is another one than was saved. */
export function sayReplaced(sql: Sql, seq: number, naming: Naming): string {
  return `Entry ${number(seq)}${said(sql, seq, naming)} is not the one that was saved: another register, or an older one, took the place of this one.`;
}

/** A record whose row in the tables is not what its entries give. */
export function sayDiffering(sql: Sql, about: About, naming: Naming): string {
  return `The record of ${nameOf(sql, about, naming)} was changed outside Refund Desk: it is not what its entries say.`;
}

/** The record that an entry or a row is about: `the form RD-2026-0012 (García, Ana)`; a confidential student is never named. */
function nameOf(sql: Sql, about: About, naming: Naming): string {
  const { subject } = about;
  const word = Object.hasOwn(subjectWords, subject) ? subjectWords[subject] : subject;
  if (subject === 'office') return word;
  const label = Object.hasOwn(subjectWords, subject) ? labelOfSubject(sql, about) : '';
  const [, number, rest = ''] = /^(RD-\S+|L-\d+) ?(.*)$/.exec(label) ?? [];
  const student = studentOf(sql, about);
  const unnamed = naming === 'nobody' || (student !== null && isConfidential(sql, student));
  if (number !== undefined) return unnamed || rest === '' ? `${word} ${number}` : `${word} ${number} (${rest})`;
  if (unnamed && subject === 'student') return 'a student';
  if (unnamed && subject === 'enrolment') return 'a place on a roster';
  return `${word} ${label}`.trim();
}

function isConfidential(sql: Sql, studentId: string): boolean {
  return sql.one(`SELECT 1 FROM student WHERE id = ? AND confidential = 1`, studentId) !== null;
}

type Line = About & { readonly kind: string; readonly person: string; readonly at: string };

/** What an entry is about, who made it and when, as far as it still tells. */
function said(sql: Sql, seq: number, naming: Naming): string {
  const line = lineOf(sql, seq);
  if (line === null) return '';
  const name = sql.one<{ name: string }>('SELECT name FROM person WHERE account = ?', line.person)?.name;
  return ` — ${nameOf(sql, line, naming)}, ${wordsOfKind(line.kind).done} by ${name ?? line.person} on ${sayAt(sql, line.at)} —`;
}

/** Where a missing entry would stand: after the one before it. */
function neighbour(sql: Sql, seq: number, naming: Naming): string {
  const before = lineOf(sql, seq - 1);
  return before === null ? '' : `, which followed ${nameOf(sql, before, naming)} of ${sayAt(sql, before.at)},`;
}

function lineOf(sql: Sql, seq: number): Line | null {
  return sql.one<Line>('SELECT subject, subject_id AS subjectId, kind, person, at FROM entry WHERE seq = ?', seq);
}

/** A moment as the office's clock showed it: `Tue, Nov 3, 2026 at 2:14 PM`. */
function sayAt(sql: Sql, at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return 'a moment that cannot be read';
  const zone = sql.one<{ zone: string | null }>(`SELECT json_extract(record, '$.timeZone') AS zone FROM office`)?.zone;
  const timeZone = zone ?? undefined;
  const day = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    timeZone,
  });
  const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone });
  return `${day.format(moment)} at ${time.format(moment)}`;
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}
