import { dayNumber, minuteNumber, minutesOfDay } from '../../../shared/day';
import type { Course } from '../../../shared/register/course';

/** One deadline as a spreadsheet keeps it: its words and percentage, and the formula of its moment over the course's line. */
type Line = { readonly label: string; readonly percent: string; readonly clause: string; readonly whole: boolean };

const lines: readonly Line[] = [
  { label: 'Full less $10', percent: '100', clause: 'H7', whole: false },
  { label: '65%', percent: '65', clause: 'H14', whole: false },
  { label: 'Request a retroactive refund', percent: '', clause: 'H16', whole: true },
];

/**
 * The deadlines of courses as somebody would keep them in a spreadsheet (flat OpenDocument, .fods): a sheet of courses with their meetings,
 * and a sheet of deadlines whose formulas find the first meeting, the minute at which a quarter of the course time has elapsed, and six months
 * after the last day, and put each into words. No cell carries a result: whoever opens it has to work all of them out. Every course has the
 * same number of meetings, in order, with times.
 */
export function spreadsheetOf(courses: readonly Course[]): string {
  const count = courses[0]?.meetings.length ?? 0;
  // On the sheet of courses: number, title, the whole time, the share, the first meeting; then all beginnings, all ends, and what had elapsed before each.
  const begins = 6;
  const ends = begins + count;
  const before = ends + count;
  const range = (from: number, n: number): string => `[.${column(from)}${n}:.${column(from + count - 1)}${n}]`;
  const courseRows = courses.map(({ code, title, meetings }, index) => {
    const n = index + 1;
    const [from, to, passed] = [range(begins, n), range(ends, n), range(before, n)];
    const elapsed = meetings.map((_, i) =>
      i === 0
        ? formula('0')
        : formula(`[.${column(before + i - 1)}${n}]+[.${column(ends + i - 1)}${n}]-[.${column(begins + i - 1)}${n}]`),
    );
    return row([
      words(code),
      words(title),
      formula(`SUM(${to})-SUM(${from})`),
      formula(`[.C${n}]*0.25`),
      formula(`SUMPRODUCT((${passed}<[.D${n}])*(${passed}+${to}-${from}>=[.D${n}])*(${from}+[.D${n}]-${passed}))`),
      ...meetings.map((m) => number(`${m.date}T${m.from ?? ''}`)),
      ...meetings.map((m) => number(`${m.date}T${m.to ?? ''}`)),
      ...elapsed,
    ]);
  });
  const deadlineRows = courses.flatMap((_, index) =>
    lines.map(({ label, percent, clause, whole }, at) => {
      const n = index + 1;
      const own = index * lines.length + at + 1;
      const last = `INT([$Courses.$${column(ends + count - 1)}${n}])`;
      const moments = [`[$Courses.$${column(begins)}${n}]`, `[$Courses.$E${n}]`, `EDATE(${last};6)`];
      const date = `[.I${own}]`;
      return row([
        formula(`[$Courses.$A${n}]`),
        formula(`[$Courses.$B${n}]`),
        words(label),
        formula(
          whole ? `"through "&TEXT(${date};"NN MMM D, YYYY")` : `"until "&TEXT(${date};"NN MMM D, YYYY, H:MM AM/PM")`,
        ),
        formula(`TEXT(${date};"YYYY-MM-DD")`),
        whole ? words('') : formula(`TEXT(${date};"HH:MM")`),
        words(percent),
        words(clause),
        formula(`ROUND((${moments[at] ?? ''})*1440;0)/1440`),
      ]);
    }),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="Deadlines">${deadlineRows.join('\n')}</table:table>
<table:table table:name="Courses">${courseRows.join('\n')}</table:table>
</office:spreadsheet></office:body></office:document>
`;
}

function row(cells: readonly string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`;
}

function words(text: string): string {
  return `<table:table-cell office:value-type="string"><text:p>${escaped(text)}</text:p></table:table-cell>`;
}

function formula(text: string): string {
  return `<table:table-cell table:formula="of:=${escaped(text)}"/>`;
}

/** A moment as spreadsheets count: days since 1899-12-30, with the time as a part of the day. */
function number(moment: string): string {
  const days = minuteNumber(moment) / minutesOfDay - dayNumber('1899-12-30');
  return `<table:table-cell office:value-type="float" office:value="${days}"/>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** The letters of a column by its number, from 1: `A`, `Z`, `AA`. */
function column(at: number): string {
  return at > 26 ? `${column(Math.floor((at - 1) / 26))}${column(((at - 1) % 26) + 1)}` : String.fromCharCode(64 + at);
}
