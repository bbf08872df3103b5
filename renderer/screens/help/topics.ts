import type { Scope } from '../../../shared/commands';

/** Help for one screen: what it is for, how the work goes, what to do when something is in the way. `scopes` are the keys heard there besides those heard everywhere. */
export type Topic = {
  readonly path: string;
  readonly title: string;
  readonly what: string;
  readonly steps: readonly string[];
  readonly trouble: readonly { readonly when: string; readonly then: string }[];
  readonly scopes: readonly Scope[];
};

/** Help in the order of the rail. The path is how a screen's address begins. */
export const topics: readonly Topic[] = [
  {
    path: '/',
    title: 'Today',
    what: 'What waits: held forms, letters to print, refunds past their promise, the age of the backup. Each count opens its list.',
    steps: [
      'Use ↑ and ↓ to move between the counts and Enter to open one.',
      'Ctrl+Shift+N starts a new batch of mail; Ctrl+N enters one form.',
    ],
    trouble: [
      {
        when: 'The backup is old',
        then: 'Choose Tools, Back up now. The status bar shows when the last one was made.',
      },
    ],
    scopes: ['list'],
  },
  {
    path: '/entry',
    title: 'New drop form',
    what: 'Enter a form as it lies before you; the worksheet beside it works the refund out while you type, with the clause behind every line.',
    steps: [
      'Start with the student: part of the name, the number or the e-mail, then Enter.',
      'Type dates as they are on paper: 9/22, sep 22, or t for today. Enter the postmark and the day of receipt; the worksheet marks the one that counts.',
      'Ctrl+Enter saves and starts the next form; Ctrl+S saves and stays; Ctrl+Shift+H holds a form that lacks something.',
      'Pin a field with Ctrl+Shift+P to carry it to the next form.',
      'Scan the code printed on a Drop form into the empty screen to fill in the student and the course.',
    ],
    trouble: [
      {
        when: 'The student is not in the register',
        then: 'Press Ctrl+Enter in the list to add them without leaving the form.',
      },
      {
        when: 'The course has no meetings',
        then: 'Hold the form, add the meetings on the course, and complete the form.',
      },
      { when: 'The app was closed half-way', then: 'Open New drop form again: what you typed is still there.' },
    ],
    scopes: ['form', 'field', 'date', 'worksheet'],
  },
  {
    path: '/case',
    title: 'A case',
    what: 'One form from receipt to letter: its facts, the worksheet as it was decided, everything that happened to it, its letters.',
    steps: [
      'Enter on a line of the worksheet goes to the field it came from.',
      'F2 corrects the form: the old entry stays and is shown struck through.',
      'Ctrl+PgDn and Ctrl+PgUp walk the list you came from.',
      'Ctrl+Shift+L makes the letter; Ctrl+P prints it.',
    ],
    trouble: [
      {
        when: 'The facts have changed since',
        then: 'Determine again with Ctrl+Shift+R. The new determination stands beside the old one.',
      },
    ],
    scopes: ['case', 'worksheet'],
  },
  {
    path: '/register',
    title: 'Drops',
    what: 'Every form of the register, found and narrowed by one line.',
    steps: [
      'Ctrl+F goes to the filter. Plain words find names and numbers: garc, 417.',
      'Narrow with term:F26, status:held, course:204, outcome:none, received:9/1-9/30 or late:yes. Esc clears the line.',
      '↑ and ↓ move, Enter opens. The list and the line are as you left them when you come back.',
    ],
    trouble: [{ when: 'No forms match', then: 'Press Esc in the filter to see them all.' }],
    scopes: ['list'],
  },
  {
    path: '/letters',
    title: 'Letters',
    what: 'The letters still to be made, and those that wait to be printed, in the order of the ZIP code or the name.',
    steps: [
      'To make lists decided cases without a letter: Ctrl+A ticks them, Ctrl+Shift+L makes their letters.',
      'Under Ready, Space ticks a letter, Ctrl+A all of them, Ctrl+P prints the ticked ones as one job.',
      'Afterwards say which came out well; only those are marked as printed.',
      'F2 shows a letter as it prints.',
    ],
    trouble: [
      {
        when: 'A letter needs an address',
        then: 'The row of its case leads to the student. Add the street, city, state and ZIP, then make the letter again.',
      },
      {
        when: 'The printer jammed',
        then: 'Say No, then type the first letter that failed. The ones before it are marked; the rest stay in the queue.',
      },
    ],
    scopes: ['letters', 'list'],
  },
  {
    path: '/letter',
    title: 'One letter',
    what: 'The page at its true size, as it will print, with the window of the envelope drawn over it if you like.',
    steps: ['Ctrl+P prints it, Ctrl+Shift+S saves it as PDF.', 'Choose English or Spanish before the letter is made.'],
    trouble: [
      {
        when: 'The address does not lie in the window',
        then: 'Print the test page under Settings, Printing, and nudge the address.',
      },
    ],
    scopes: [],
  },
  {
    path: '/students',
    title: 'Students',
    what: 'Who the office writes to: name, number, address, enrollments with what was charged and paid, and their forms.',
    steps: [
      'Type part of a name, a number or an e-mail; Enter opens.',
      'Ctrl+S saves. A possible duplicate is shown before you save.',
      'An enrollment holds the fee, the deposit, waivers and every payment with its day and payer: a refund goes back to who paid.',
    ],
    trouble: [
      {
        when: 'The address is incomplete',
        then: 'Forms can still be entered; letters wait until street, city, state and ZIP are there.',
      },
    ],
    scopes: ['form', 'field', 'date'],
  },
  {
    path: '/courses',
    title: 'Courses',
    what: 'Each course with its meetings, its deadlines and its roster.',
    steps: [
      'Type the meetings in one line: Mon Wed 6-8:50p 9/14-11/2 x 11/11. Groups stand between semicolons; days after x are left out.',
      'The months beside it show every meeting, the share of the course time that counts, and the last day of each deadline.',
      'The roster shows who is enrolled; Enter opens an enrollment.',
    ],
    trouble: [
      {
        when: 'A meeting falls on a closure',
        then: 'Leave it out with x and the date, or keep it if the class did meet.',
      },
      {
        when: 'The class is cancelled',
        then: 'Choose Cancel a class: every paid enrollment gets its refund in one step.',
      },
    ],
    scopes: ['form', 'field', 'date', 'list'],
  },
  {
    path: '/registrations',
    title: 'Registrations',
    what: 'The groups registered for a course, their invoices, and where each participant lives, where the policy of the course asks for it.',
    steps: [
      'Ctrl+G on a course opens its registrations; anywhere else it lists the invoices that nobody paid by their day.',
      'Ctrl+Shift+G registers a group. Add its participants by name or number; Ctrl+S saves, and each gets a place on the roster.',
      'Record an invoice under its group; Enter on an invoice marks it as paid on the day that stands below the list.',
      'Enter on a participant makes the letter of admission with the dates of the course.',
    ],
    trouble: [
      {
        when: 'A participant cannot be added',
        then: 'The policy bars where they live; the sentence and its clause are shown. Check the country on the student.',
      },
      {
        when: 'A participant is to be replaced',
        then: 'Where the policy takes no substitutes, the screen says so. Whoever does not come drops the course by a form of their own.',
      },
    ],
    scopes: ['form', 'field', 'date', 'list'],
  },
  {
    path: '/admission',
    title: 'Letter of admission',
    what: 'Tells a participant the dates of the course as the policy has them.',
    steps: ['Choose English or Spanish; Ctrl+P prints the letter, Ctrl+Shift+S saves it as a PDF.'],
    trouble: [
      {
        when: 'A date is missing',
        then: 'Give the course its first and last day; the dates are worked out from them.',
      },
    ],
    scopes: [],
  },
  {
    path: '/cancel-class',
    title: 'Cancel a class',
    what: 'Gives everything back to everyone on the roster in one step, and names who is left out and why.',
    steps: [
      'Type the day of the cancellation.',
      'Look the list through: what each was charged, gets back now, or why not.',
      'Ctrl+Enter creates the refunds. Each becomes a case with its number and letter.',
    ],
    trouble: [
      {
        when: 'A student dropped before',
        then: 'Their own drop stands where it took effect on an earlier day; they are named below the list.',
      },
    ],
    scopes: ['cancelClass', 'date'],
  },
  {
    path: '/deadlines',
    title: 'Deadlines',
    what: 'Every refund, drop, withdrawal and registration deadline of a course, of a term or of the courses you found, with its last moment, percentage and clause.',
    steps: [
      'Ctrl+J on the courses shows the deadlines of those listed; on a course its own. A term has its button in the office calendar.',
      'F1 on a line shows what the clause says.',
      'Ctrl+P prints one table or a page a course, Ctrl+Shift+S saves a PDF, Ctrl+E a CSV file for a spreadsheet, Ctrl+Shift+E a file that calendar programs import. A second import brings the first up to date.',
      'Enter or F2 on a line sets a date by hand, with the reason. The sheet then shows both dates; a refund is still decided by the computed one. Ctrl+Z takes it back.',
    ],
    trouble: [
      {
        when: 'A deadline has no date',
        then: 'The line says what is missing: meetings on the course, or closures in the office calendar for a year in which working days are counted.',
      },
    ],
    scopes: ['deadlines', 'form', 'field', 'date'],
  },
  {
    path: '/what-if',
    title: 'What-if',
    what: 'The answer for any course and any date, for a question on the telephone. Nothing is recorded.',
    steps: [
      'Type the course and the date; the answer stands at the right as sentences to read out, in English and Spanish.',
      'Ctrl+Shift+C copies the answer, Ctrl+Shift+Y the Spanish one.',
      'Move the marker above the timeline with the mouse or the keys: the date and the answer move with it.',
      'Ctrl+Enter makes a case of it: the form opens with what you typed.',
    ],
    trouble: [
      {
        when: 'The course is not in the register',
        then: 'Tick “Told by its dates alone”, choose the category and type the meetings or the first and last day.',
      },
    ],
    scopes: ['whatIf', 'marker', 'field', 'date', 'worksheet'],
  },
  {
    path: '/calendar',
    title: 'Office calendar',
    what: 'The days on which the office is closed, its hours, and the terms. Business hours decide when a form counts.',
    steps: [
      'The arrow keys move through the year, Space closes or opens a day, PgUp and PgDn change the month.',
      'Load the public holidays of your state to start from, then take out what your office works.',
      'Ctrl+S saves.',
    ],
    trouble: [
      {
        when: 'A saved change affects open forms',
        then: 'Those cases show that their facts have changed; determine them again there.',
      },
    ],
    scopes: ['form', 'field', 'date'],
  },
  {
    path: '/policies',
    title: 'Policies',
    what: 'Every policy with its versions and drafts: what each says, clause by clause, how its open sentences are read, and what its worked cases give.',
    steps: [
      'Enter opens a version. Its tiers are drawn and listed; Enter or F1 on a clause shows the clause’s own words.',
      'New version from this one copies it into a draft. ↑ and ↓ walk the parts of the draft, Enter goes into one; what is wrong stands under its field.',
      'F5 runs the worked cases, Ctrl+S keeps the draft; it is also kept by itself while you type.',
      'Publish asks from which day and why. F5 there shows which past cases would come out otherwise; nothing of them is changed.',
      'Readings are chosen under Readings, with the reason.',
    ],
    trouble: [
      {
        when: 'A published version is wrong',
        then: 'It can only be read, since cases stand on it. Make a new version from it and publish that from a later day.',
      },
      {
        when: 'A file is refused',
        then: 'The places and reasons are listed. Whoever made the file mends them; nothing of it was taken in.',
      },
    ],
    scopes: ['form', 'field', 'date', 'list'],
  },
  {
    path: '/settings',
    title: 'Settings',
    what: 'The office, its letterhead, printing, keys, reasons, and the register with its backups.',
    steps: [
      'Ctrl+S saves.',
      'Print the test page and lay it in a window envelope before the first letters.',
      'How each unclear sentence of a policy is read is chosen on the policy’s own screen, with the reason.',
    ],
    trouble: [
      { when: 'Letters print beside the window', then: 'Measure how far, and type it as a nudge in 1/32 inch.' },
    ],
    scopes: ['form', 'field'],
  },
];

/** The topic of an address, the longest that fits; Today's for any other. */
export function topicOf(at: string): Topic {
  const path = at.replace(/^\/help(?=\/)/, '');
  const fitting = topics.filter((t) => path === t.path || (t.path !== '/' && path.startsWith(`${t.path}/`)));
  const longest = fitting.reduce<Topic | null>(
    (best, t) => (best === null || t.path.length > best.path.length ? t : best),
    null,
  );
  return longest ?? topics[0] ?? noTopic;
}

const noTopic: Topic = { path: '/', title: 'Help', what: '', steps: [], trouble: [], scopes: [] };
