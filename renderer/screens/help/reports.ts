import type { Topic } from './topic';

/** Help for reports. */
export const reportTopics: readonly Topic[] = [
  {
    path: '/reports',
    title: 'Reports',
    what: 'Figures for the people who ask: by term, outcome, policy band, course, reason and clerk; how long payment took; what was refunded and kept; petitions and appeals; refunds not yet paid. Each is a sentence, a picture and a table with totals.',
    steps: [
      '↑ and ↓ choose a report, Enter or F5 runs it. What you chose is there again when you come back.',
      'Choose a period at one press, or type the days of receipt; a term or a policy narrows it further. F5 runs the report anew.',
      'Ctrl+P shows the report as it prints; Ctrl+P again prints it, Esc goes back. Ctrl+Shift+S saves it as a PDF.',
      'Ctrl+E saves the table as a CSV file; File, Save as Excel saves it as a workbook.',
    ],
    trouble: [
      {
        when: 'There are no cases in the period',
        then: 'Choose other days, leave the term or the policy empty, or press “All so far”.',
      },
      {
        when: 'The report would fill too many pages',
        then: 'Choose fewer days or one term, or save an Excel or CSV file: both have every row.',
      },
      {
        when: 'A figure surprises you',
        then: 'Read the notes under the table: they say what is counted, and whether the period crosses two versions of a policy.',
      },
    ],
    scopes: ['field', 'date'],
  },
];
