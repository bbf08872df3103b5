import type { Topic } from './topic';

/** Help for what several people decide together: petitions, appeals, approvals; and for what they leave behind. */
export const peopleTopics: readonly Topic[] = [
  {
    path: '/petitions',
    title: 'Petitions',
    what: 'Late drops, retroactive refunds and reinstatements: what the student asks, who approved it, by when it must be decided, and what was decided. The outcome is a new determination beside the old one.',
    steps: [
      'Open a petition from its case, or key it with the drop form it came with.',
      'Key what the instructor and the chair said, with name, date, and whether you saw the signature. An approval without a signature does not count.',
      'Return it for information when something is missing: its days stop counting until the answer comes.',
      'A supervisor who keyed neither the form nor the petition decides it, with the authority and the reason.',
      'Attach the scan of the form and the envelope with its postmark: they are kept with the register and in its backups.',
    ],
    trouble: [
      {
        when: 'It came too late',
        then: 'It is recorded and refused, with the last day on which it could have come. Nobody can decide it otherwise.',
      },
      {
        when: 'You may not decide it',
        then: 'Whoever keyed or determined the case does not decide its petition. Ask another supervisor.',
      },
      {
        when: 'It was decided by mistake',
        then: 'Undo it while its letter has not been mailed. After that, the student’s appeal is the way.',
      },
    ],
    scopes: ['list', 'form', 'field', 'date'],
  },
  {
    path: '/appeals',
    title: 'Appeals',
    what: 'A student’s appeal against a determination, the committee’s votes, and what was decided. The former determination stays on record.',
    steps: [
      'Open an appeal from its case: it is against the determination that counts.',
      'Where the office has a committee, each member’s vote is keyed. A member with a conflict of interest abstains.',
      'Somebody decides it who made neither the determination nor the petition’s decision.',
      'Type the percentage or the amount; what the policy gives, what was asked and the decision stand beside each other.',
    ],
    trouble: [
      {
        when: 'The votes are even',
        then: 'A tie decides nothing. Have a further member vote, or return the appeal for more information.',
      },
      {
        when: 'The policy forbids another decision',
        then: 'Its clause is shown. The appeal can be recorded and denied; nothing else.',
      },
    ],
    scopes: ['list', 'form', 'field', 'date'],
  },
  {
    path: '/approvals',
    title: 'Approvals',
    what: 'Determinations above the office’s own amount wait here for a second person. Facts, worksheet and similar past cases stand beside each other.',
    steps: [
      '↑ and ↓ move through the list; A approves, R returns with what is to be mended, H leaves it with a note.',
      'Space ticks; Ctrl+Enter approves all that are ticked, where their outcome is the same.',
      'The letter can be made once the determination is approved.',
    ],
    trouble: [
      { when: 'It is your own entry', then: 'Nobody approves what they keyed themselves. Another supervisor must.' },
      {
        when: 'It was corrected since',
        then: 'The new determination waits again. Look at it and approve that one.',
      },
    ],
    scopes: ['list'],
  },
  {
    path: '/history',
    title: 'History',
    what: 'Every entry of the register: who did what, when, and what was there before. Entries are never changed; each is signed together with the one before it.',
    steps: [
      'Filter by case, student, person, day or kind; #417 finds an entry by its number.',
      'Enter shows an entry with what was there before beside it.',
      'Tools, Check the register goes through the whole chain and compares every table with its entries.',
      'A sheet or letter names the last entry at its printing: type its number and code to see that the register still holds it.',
    ],
    trouble: [
      {
        when: 'An entry does not hold',
        then: 'Something was changed outside Refund Desk. The register is only read from then on: save a copy, call IT, restore the newest backup.',
      },
    ],
    scopes: ['list'],
  },
];
