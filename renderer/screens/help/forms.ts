import type { Topic } from './topic';

/** Help for a form on its way from receipt to its determination. */
export const formTopics: readonly Topic[] = [
  {
    path: '/',
    title: 'Today',
    what: 'What waits and for whom: held forms, petitions and appeals, approvals, letters, refunds past their promise, the age of the backup. Each count opens its list; the strip below shows what comes due in the next fourteen days.',
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
];
