import { longMonths } from '../../../shared/day';
import type { Office } from '../../../shared/register/office';

/** An office to begin set-up with: weekday hours, a July fiscal year, the usual envelope, nothing said for the office itself. */
export function blankOffice(account: string, policy: string, timeZone: string): Office {
  const day: [string, string] = ['08:00', '17:00'];
  return {
    institution: '',
    name: '',
    address: { line1: '', line2: '', city: '', state: '', postal: '', country: '' },
    phone: '',
    email: '',
    website: '',
    timeZone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
    closures: [],
    fiscalYearBegins: 7,
    letterhead: { headline: '', line: '', color: '#1c5a3c' },
    signatory: { name: '', title: '' },
    languageLine: '',
    policy,
    readings: {},
    reasons: [
      'Schedule conflict',
      'Illness',
      'Work',
      'Family',
      'Moved away',
      'Course not as expected',
      'Financial',
      'Enrolled by mistake',
      'Other',
    ],
    printing: { envelope: 'half-inch', nudgeX: 0, nudgeY: 0, preprintedLetterhead: false },
    enterMovesOn: true,
    person: { account, name: '', title: '' },
    note: '',
  };
}

/** The time zones of the United States by the names people use, and the PC's own where it is another. */
export function timeZones(own: string): readonly { readonly value: string; readonly words: string }[] {
  const usual = [
    { value: 'America/New_York', words: 'Eastern' },
    { value: 'America/Chicago', words: 'Central' },
    { value: 'America/Denver', words: 'Mountain' },
    { value: 'America/Phoenix', words: 'Arizona' },
    { value: 'America/Los_Angeles', words: 'Pacific' },
    { value: 'America/Anchorage', words: 'Alaska' },
    { value: 'Pacific/Honolulu', words: 'Hawaii' },
    { value: 'America/Puerto_Rico', words: 'Puerto Rico' },
    { value: 'Pacific/Guam', words: 'Guam' },
  ];
  return usual.some((zone) => zone.value === own) ? usual : [...usual, { value: own, words: own.replaceAll('_', ' ') }];
}

/** The months as a fiscal year may begin in them. */
export const months = longMonths.en.map((words, i) => ({
  value: String(i + 1),
  words,
}));

/** The states and territories whose public holidays can be loaded, by their postal abbreviation. */
export const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY'
    .split(' ')
    .map((value) => ({ value, words: value }));
