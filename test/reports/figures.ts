import type { Report, ReportAsked } from '../../shared/contract/reports';

/** Reports with figures of our own, to see what the pictures and the sheets do with them. */

const asked: ReportAsked = { kind: 'outcomes', from: '2026-07-01', to: '2027-06-30', termId: null, policy: null };

/** A report of these parts; what is left out is there in its plainest form. */
export function aReport(parts: Partial<Report>): Report {
  return {
    asked,
    title: 'Forms by outcome',
    scope: 'Received July 1, 2026 to June 30, 2027',
    sentence: 'Of 1,312 forms 820 were refunded in full.',
    notes: [],
    figures: [],
    columns: [
      { heading: 'Outcome', kind: 'text' },
      { heading: 'Forms', kind: 'count' },
      { heading: 'Share', kind: 'percent' },
      { heading: 'Refunded', kind: 'cents' },
    ],
    rows: [
      ['Full less the fee', 820, 62.5, 23_145_000],
      ['65% of fees collected', 300, 22.9, 4_512_345],
      ['None', 192, 14.6, 0],
    ],
    totals: ['All', 1312, 100, 27_657_345],
    picture: aStack(),
    ...parts,
  };
}

/** Stacked bars: terms by outcome. */
export function aStack(): NonNullable<Report['picture']> {
  return {
    kind: 'bars',
    unit: 'count',
    stacked: true,
    series: ['Full', 'Full less the fee', '65%', 'None', 'Needs review', 'Federal', 'Not official'],
    groups: [
      { label: 'Fall 2026', values: [120, 480, 190, 90, 12, 6, 3] },
      { label: 'Spring 2027', values: [80, 300, 110, 102, 8, 0, 4] },
      {
        label: 'Summer 2027, all sessions of the university extension on both campuses',
        values: [1, 2, 0, 0, 0, 0, 0],
      },
    ],
  };
}

/** Days to payment, most of them as promised. */
export function aHistogram(): NonNullable<Report['picture']> {
  return {
    kind: 'histogram',
    from: 0,
    width: 7,
    counts: [4, 31, 122, 96, 18, 0, 2],
    over: 3,
    band: { from: 14, to: 28 },
  };
}

/** Entries a week, in two series. */
export function aTimeline(weeks = 30): NonNullable<Report['picture']> {
  const start = Date.UTC(2026, 6, 6);
  return {
    kind: 'timeline',
    every: 'week',
    unit: 'count',
    series: ['Forms', 'Corrections', 'Letters'],
    points: Array.from({ length: weeks }, (_, i) => ({
      on: new Date(start + i * 7 * 86_400_000).toISOString().slice(0, 10),
      values: [30 + ((i * 37) % 50), (i * 7) % 13, 25 + ((i * 23) % 41)],
    })),
  };
}
