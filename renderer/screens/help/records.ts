import type { Topic } from './topic';

/** Help for students, courses, letters and deadlines. */
export const recordTopics: readonly Topic[] = [
  {
    path: '/letters',
    title: 'Letters',
    what: 'The letters still to be made, and those that wait to be printed, in the order of the ZIP code or the name.',
    steps: [
      'To make lists decided cases without a letter: Ctrl+A ticks them, Ctrl+Shift+L makes their letters. Stop ends it; what is made stays.',
      'Under Ready, Space ticks a letter, Ctrl+A all of them. Ctrl+O looks through the ticked ones, PgDn goes to the next.',
      'Ctrl+P prints the ticked ones as one job, in the order of the list, with a cover sheet for the office if you like.',
      'Afterwards say which came out well; only those are marked as printed. Ctrl+D goes to that question, which waits also after a crash or a lock.',
      'A letter that was printed before is printed again only with a reason, and every sheet of it says Copy or Copia.',
      'The Letters menu also saves the ticked ones as separate PDFs named by their cases, and prints labels and envelopes.',
    ],
    trouble: [
      {
        when: 'A letter needs an address',
        then: 'Its row leads to the student. Once street, city, state and ZIP are there, the letter is ready.',
      },
      {
        when: 'The paper jammed',
        then: 'Choose The paper jammed, then type the place or number of the first letter that failed. Those before it are marked; Resume prints the rest as a new job.',
      },
      {
        when: 'A letter came back',
        then: 'Ctrl+R records when and why. Correct the address on the student, then Send it again: it is ready with the new address in its window.',
      },
      {
        when: 'The disk filled up while PDFs were saved',
        then: 'The message says how many are there; no half file is left. Free some room and save the same letters there again.',
      },
    ],
    scopes: ['letters', 'list'],
  },
  {
    path: '/letter',
    title: 'One letter',
    what: 'The page at its true size, as it will print, with the window of the envelope drawn over it if you like, and what has become of it.',
    steps: [
      'Ctrl+P prints it, Ctrl+Shift+S saves it as PDF. PgDn and PgUp go through the letters of the list.',
      'Choose English or Spanish before the letter is made.',
      'Ctrl+M marks it as mailed, Ctrl+R records that it came back.',
    ],
    trouble: [
      {
        when: 'The address does not lie in the window',
        then: 'Print the test page under Settings, Printing, and nudge the address.',
      },
    ],
    scopes: ['letter'],
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
];
