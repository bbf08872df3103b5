import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { dayNumber, dayText } from '../../shared/day';
import type { CourseSheet, SheetRow } from '../../shared/sheets/course-sheet';
import { sayPercent, sayThrough } from '../../shared/sheets/sheet-words';

/** What a calendar file says of itself: the office it is from, its time zone, the moment it is made (UTC, ISO), and where the register's chain ended. */
export type CalendarSource = {
  readonly office: string;
  readonly timeZone: string;
  readonly madeAt: string;
  readonly mark: string;
};

/** An empty calendar to which the deadlines of courses are added one after the other. */
export function newCalendar({ office, timeZone, madeAt, mark }: CalendarSource) {
  const calendar = new ICAL.Component('vcalendar');
  calendar.updatePropertyWithValue('prodid', '-//Refund Desk//Deadline sheets//EN');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  calendar.updatePropertyWithValue('method', 'PUBLISH');
  calendar.updatePropertyWithValue('x-wr-calname', `Deadlines, ${office}`);
  calendar.updatePropertyWithValue('x-wr-caldesc', mark);
  const zone = zoneOf(timeZone);
  // What is said of a calendar's times stands before them.
  if (zone !== null) calendar.addSubcomponent(zone.component);
  const stamp = utcTime(madeAt);
  let events = 0;
  return {
    /** Adds what has a date; the same deadline of the same course is the same event in every file, so that a second import brings it up to date. */
    add: (sheet: CourseSheet): void => {
      for (const row of sheet.rows) {
        if (row.through === null) continue;
        calendar.addSubcomponent(eventOf(sheet, row, row.through, stamp, zone?.id ?? null));
        events += 1;
      }
    },
    events: (): number => events,
    /** The file: CRLF lines of at most 75 octets. */
    bytes: (): Uint8Array => {
      // The library counts the octets of a line without the space that begins a further one; 75 are allowed with it.
      ICAL.foldLength = 74;
      return new TextEncoder().encode(`${calendar.toString()}\r\n`);
    },
  };
}

type Zone = { readonly id: string; readonly component: ICAL.Component };

/** The rules of the office's time zone; null for one that nobody has rules for, whose times then float. */
function zoneOf(timeZone: string): Zone | null {
  const [block] = tzlib_get_ical_block(timeZone);
  if (typeof block !== 'string' || !block.startsWith('BEGIN:VTIMEZONE')) return null;
  const component = ICAL.Component.fromString(block);
  // When its rules were last looked at is no fact of the calendar, and would differ from version to version of this app.
  component.removeAllProperties('last-modified');
  return { id: timeZone, component };
}

function eventOf(
  sheet: CourseSheet,
  row: SheetRow,
  through: string,
  stamp: ICAL.Time,
  zone: string | null,
): ICAL.Component {
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', uidOf(sheet, row));
  event.updatePropertyWithValue('dtstamp', stamp);
  event.updatePropertyWithValue('last-modified', stamp);
  // Counts up with the moment of making, so that programs that ask for it take the later file for the later one.
  event.updatePropertyWithValue('sequence', Math.max(0, Math.floor(stamp.toUnixTime() / 60) - firstMinute));
  if (through.length === 10) {
    event.updatePropertyWithValue('dtstart', ICAL.Time.fromDateString(through));
    event.updatePropertyWithValue('dtend', ICAL.Time.fromDateString(dayText(dayNumber(through) + 1)));
  } else {
    const property = new ICAL.Property('dtstart');
    property.setValue(ICAL.Time.fromDateTimeString(`${through}:00`));
    if (zone !== null) property.setParameter('tzid', zone);
    event.addProperty(property);
  }
  const percent = sayPercent(row.percent);
  event.updatePropertyWithValue(
    'summary',
    `${sheet.code}: ${row.label}${row.label.includes(percent) ? '' : ` (${percent})`}`,
  );
  event.updatePropertyWithValue('description', describe(sheet, row, through));
  event.updatePropertyWithValue('categories', row.percent === null ? 'Deadline' : 'Refund deadline');
  // A deadline takes nobody's time.
  event.updatePropertyWithValue('transp', 'TRANSPARENT');
  event.updatePropertyWithValue('class', 'PUBLIC');
  return event;
}

const firstMinute = dayNumber('2026-01-01') * 1440;

function describe(sheet: CourseSheet, row: SheetRow, through: string): string {
  const percent = sayPercent(row.percent);
  return [
    `${sheet.code} ${sheet.title}${sheet.term === '' ? '' : `, ${sheet.term}`}`,
    `${row.label}: ${sayThrough(through)}${percent === '' ? '' : `, ${percent} of the fees paid`}`,
    ...row.notes,
    `${row.clause}${row.quote === '' ? '' : `: “${row.quote}”`}`,
    sheet.policy,
  ].join('\n');
}

/** The same in every file: from the course and the deadline alone. */
function uidOf(sheet: CourseSheet, row: SheetRow): string {
  const name = createHash('sha256').update(`${sheet.courseId} ${row.deadline}`).digest('hex').slice(0, 32);
  return `${name}@deadlines.refund-desk`;
}

function utcTime(iso: string): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${iso.slice(0, 19)}Z`);
}
