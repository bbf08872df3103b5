import { commands, plainLabel, type CommandId } from '../../../shared/commands';
import type { Output } from '../../../shared/contract';
import { courseDays } from '../../../shared/register/course';
import { listName } from '../../../shared/register/student';
import { to } from '../../routes';

/** One line of the palette: a command to do or a record to open. */
export type PaletteRow = { readonly key: string; readonly words: string; readonly detail: string } & (
  | { readonly kind: 'command'; readonly id: CommandId; readonly chord: string | null }
  | { readonly kind: 'record'; readonly path: string }
);

/** Lines under one heading. */
export type PaletteGroup = { readonly label: string; readonly rows: readonly PaletteRow[] };

/** The commands that can be done now and whose words begin like the words typed, the closest first; all of them when nothing is typed. */
export function commandRows(text: string, offered: readonly CommandId[]): readonly PaletteRow[] {
  const typed = wordsOf(text);
  return commands
    .filter((command) => offered.includes(command.id) && command.id !== 'palette')
    .map((command) => ({ command, label: plainLabel(command.label), words: wordsOf(plainLabel(command.label)) }))
    .filter(({ words }) => typed.every((t) => words.some((w) => w.startsWith(t))))
    .sort((a, b) => rank(a.words, typed) - rank(b.words, typed))
    .slice(0, text === '' ? undefined : 8)
    .map(({ command, label }) => ({
      kind: 'command',
      key: command.id,
      id: command.id,
      words: label,
      detail: '',
      chord: command.keys[0] ?? null,
    }));
}

/** The records found, under their headings, at most eight of a kind. */
export function foundRows(found: Output<'search.all'>, casesLabel: string): readonly PaletteGroup[] {
  const groups: readonly PaletteGroup[] = [
    {
      label: casesLabel,
      rows: found.cases.slice(0, 8).map((row) => ({
        kind: 'record',
        key: row.id,
        path: to.case(row.id),
        words: `${row.number}  ${row.studentName === '' ? 'No student yet' : row.studentName}`,
        detail: [row.courseCode, row.label].filter((part) => part !== '').join(' · '),
      })),
    },
    {
      label: 'Students',
      rows: found.students.slice(0, 8).map((student) => ({
        kind: 'record',
        key: student.id,
        path: to.student(student.id),
        words: listName(student),
        detail: [student.number, student.address.city].filter((part) => part !== '').join(' · '),
      })),
    },
    {
      label: 'Courses',
      rows: found.courses.slice(0, 8).map((course) => ({
        kind: 'record',
        key: course.id,
        path: to.course(course.id),
        words: `${course.code}  ${course.title}`,
        detail: courseDays(course).first ?? '',
      })),
    },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** 0 where the label itself begins as typed. */
function rank(words: readonly string[], typed: readonly string[]): number {
  const first = typed[0];
  return first === undefined ? 0 : words.findIndex((word) => word.startsWith(first));
}
