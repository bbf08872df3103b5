import type { ReportKind } from '../contract/reports';

/** What each report is called, and what it tells, in a sentence. */
export const reportNames: Readonly<Record<ReportKind, { readonly title: string; readonly tells: string }>> = {
  terms: {
    title: 'Cases by term',
    tells: 'How many cases each term brought, how they came out, and what was refunded.',
  },
  outcomes: {
    title: 'Cases by outcome',
    tells: 'How many cases came to a refund, to none or to something else, and how much money it was.',
  },
  bands: {
    title: 'Cases by policy band',
    tells: 'Into which band of which policy the cases fell, with the clause behind it.',
  },
  courses: { title: 'Cases by course', tells: 'Which courses are dropped most, and what it cost.' },
  reasons: { title: 'Cases by reason', tells: 'Why students dropped, as they gave it on the form.' },
  clerks: { title: 'Cases by clerk', tells: 'Who entered how many cases, and what came of them.' },
  turnaround: {
    title: 'Days to payment',
    tells: 'How many days lay between receipt and payment, against the days that were promised.',
  },
  retained: { title: 'Refunded and kept', tells: 'How much was refunded and how much was kept, month by month.' },
  petitions: {
    title: 'Petitions and appeals',
    tells: 'How petitions and appeals were decided, and how many days it took.',
  },
  postmark: { title: 'Postmark or receipt', tells: 'What the other date would have cost or saved, had it counted.' },
  ageing: {
    title: 'Refunds not yet paid',
    tells: 'How long refunds have been waiting, and which are past what was promised.',
  },
  entries: { title: 'Entries a week', tells: 'How much was entered in the register, week by week.' },
};
