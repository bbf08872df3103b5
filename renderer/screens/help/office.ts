import type { Topic } from './topic';

/** Help for the office, its calendar, its policies and its settings. */
export const officeTopics: readonly Topic[] = [
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
    path: '/arithmetic',
    title: 'Check a letter’s arithmetic',
    what: 'Works the amount of a letter out again from the facts and the policy as they were kept when it was decided, so that a disagreement ends with arithmetic.',
    steps: [
      'Scan the square code at the foot of the letter, or type the case number, and press Enter.',
      'Each thing that was compared says whether it holds; below it stands the working, every line with its clause. F1 on a line shows the clause’s own words.',
      'Save the arithmetic makes one file with the facts, the policy’s text and the result, and nobody’s name. Whoever doubts it can work it out without this register, by the command that comes with the program’s source.',
    ],
    trouble: [
      {
        when: 'The code is not of this register, or was changed',
        then: 'Open the case and compare the letter with the one kept there.',
      },
      {
        when: 'A later decision has taken its place',
        then: 'The letter was right when it was made. The case shows what counts now and why.',
      },
    ],
    scopes: ['worksheet'],
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
