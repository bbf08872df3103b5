import type { ReportCell } from '../contract/reports';
import type { PetitionKind, PetitionState } from '../register/petition';
import { petitionKinds } from '../register/petition';
import type { Counted } from './counted';
import { daysWithin, medianDays } from './quantile';
import { many, nothingFound, sumOf, type Making } from './report-body';

const kindNames: Readonly<Record<PetitionKind, string>> = {
  'late-drop': 'Late drop',
  retroactive: 'Retroactive refund',
  reinstatement: 'Reinstatement',
  appeal: 'Appeal',
};

const states = [
  ['granted', 'Granted'],
  ['in-part', 'In part'],
  ['denied', 'Denied'],
  ['late', 'Too late'],
  ['withdrawn', 'Taken back'],
  ['open', 'Open'],
  ['returned', 'With the student'],
] as const satisfies readonly (readonly [PetitionState, string])[];

/** Petitions and appeals by their kind and what became of them, with the days from receipt to decision. */
export const petitions: Making<'petitions'> = (rows) => {
  if (rows.length === 0) return nothingFound('No petitions or appeals in this period.');
  type Row = Counted['petitions'];
  const count = (own: readonly Row[]): number => sumOf(own, (r) => r.petitions);
  const taken = (own: readonly Row[]): { readonly days: number; readonly cases: number }[] =>
    own.flatMap((r) => (r.days === null ? [] : [{ days: Math.max(0, r.days), cases: r.petitions }]));
  const values = (own: readonly Row[]): number[] =>
    states.map(([state]) => count(own.filter((r) => r.state === state)));
  const cells = (own: readonly Row[]): ReportCell[] => [
    count(own),
    ...values(own),
    medianDays(taken(own)),
    daysWithin(taken(own), 90),
  ];
  const lines = petitionKinds
    .map((kind) => ({ label: kindNames[kind], own: rows.filter((r) => r.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  const [granted = 0, inPart = 0, denied = 0, late = 0, , open = 0, returned = 0] = values(rows);
  const median = medianDays(taken(rows));
  return {
    sentence: `${many(count(rows), 'petition or appeal', 'petitions and appeals')}: ${granted.toLocaleString('en-US')} granted, ${inPart.toLocaleString('en-US')} in part, ${denied.toLocaleString('en-US')} denied, ${late.toLocaleString('en-US')} too late; ${(open + returned).toLocaleString('en-US')} not decided.${median === null ? '' : ` Half of the decided ones took ${many(median, 'day')} or less.`}`,
    figures: [
      { label: 'Median to decide', kind: 'days', value: median },
      { label: '90th percentile', kind: 'days', value: daysWithin(taken(rows), 90) },
    ],
    columns: [
      { heading: 'Kind', kind: 'text' },
      { heading: 'Received', kind: 'count' },
      ...states.map(([, heading]) => ({ heading, kind: 'count' as const })),
      { heading: 'Median days to decide', kind: 'days' },
      { heading: 'Nine of ten within', kind: 'days' },
    ],
    rows: lines.map(({ label, own }) => [label, ...cells(own)]),
    totals: ['Total', ...cells(rows)],
    picture: {
      kind: 'bars',
      unit: 'count',
      stacked: true,
      series: states.map(([, name]) => name),
      groups: lines.map(({ label, own }) => ({ label, values: values(own) })),
    },
    notes:
      median === null
        ? []
        : ['Days to decide are counted from the receipt; those on which it lay with the student are among them.'],
  };
};
