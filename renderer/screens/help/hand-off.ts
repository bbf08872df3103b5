import type { Topic } from './topic';

/** Help for refunds on their way to the Business Office and back. */
export const handOffTopics: readonly Topic[] = [
  {
    path: '/hand-off',
    title: 'Business Office',
    what: 'Refunds on their way: those to hand over in a batch, those that lie with the Business Office, those paid, those past their promised day; and the batches.',
    steps: [
      'Ctrl+B opens it. Under To hand over, Space ticks a refund and Ctrl+A all of them; the totals by fund and course beside the list follow.',
      'Ctrl+Enter closes the batch: it gets its number, and its page shows the cover sheet to print and sign (Ctrl+P) and the file to save (Ctrl+E).',
      'When the Business Office has paid, open the batch under Batches. Enter payments keys them: the day and the next check number are carried forward, Enter moves on, Ctrl+Enter enters them. Or read its file: say which column holds what, look at every row, enter the good ones.',
      'The batch page compares the batch, its cases, the Business Office’s list and what was paid; every difference is named. Reconcile says that somebody looked, with a note.',
    ],
    trouble: [
      {
        when: 'A case changed while the batch was being closed',
        then: 'Nothing is closed. The case is named with what it gives now; look at it and press Ctrl+Enter again. What was ticked still is.',
      },
      {
        when: 'A closed batch is wrong',
        then: 'A supervisor reopens it, with the reason. What was not paid waits again; closing it again makes its next revision.',
      },
      {
        when: 'A check came back or was never cashed',
        then: 'Say so on the case, under Payment. Correct the address if it was wrong; the refund waits for the next batch and goes again.',
      },
      {
        when: 'An approved refund is not in the list',
        then: 'Look under Not ready: a second person or a petition is still waited for.',
      },
    ],
    scopes: ['handOff', 'list', 'form', 'field', 'date'],
  },
  {
    path: '/exchange',
    title: 'Columns for the Business Office',
    what: 'What the file of a batch looks like, set up once: its columns, their headings and order, how dates and amounts are written.',
    steps: [
      'Each column has a heading and what it holds; one that always holds the same text has that text beside it.',
      'Ctrl+Shift+↑ and Ctrl+Shift+↓ move the column that has the cursor. The three made-up refunds above show what becomes of it at once.',
      'Ctrl+S saves. Batches closed before keep what they were; their file is written with the columns of today.',
    ],
    trouble: [
      {
        when: 'The Business Office’s program refuses the file',
        then: 'Ask which columns it wants, in which order, and whether the first row has headings; set them here and save the file again from the batch.',
      },
    ],
    scopes: ['form', 'field'],
  },
];
