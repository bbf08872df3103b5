import { describe, expect, test } from 'vitest';
import type { ReportAsked, ReportCell } from '../../shared/contract/reports';
import { dayNumber, dayText, weekdayOf } from '../../shared/day';
import { aBusyOffice, asked, byLabel, folded, listed, report, type FoldedHere } from './reports-here';

/** What a straightforward count over the cases finds in the report's own period. */
function within(cases: readonly FoldedHere[], { from, to, termId, policy }: Partial<ReportAsked>): FoldedHere[] {
  return cases.filter(
    (c) =>
      c.state !== 'undone' &&
      (from == null || c.day >= from) &&
      (to == null || c.day <= to) &&
      (termId == null || c.termId === termId) &&
      (policy == null || c.policy === policy),
  );
}

function grouped(cases: readonly FoldedHere[], of: (c: FoldedHere) => string): Map<string, FoldedHere[]> {
  const groups = new Map<string, FoldedHere[]>();
  for (const c of cases) groups.set(of(c), [...(groups.get(of(c)) ?? []), c]);
  return groups;
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((all, row) => all + of(row), 0);
const keptOf = (c: FoldedHere): number => (['refund', 'none', 'refused'].includes(c.came) ? c.kept : 0);

/** Cases, those with a refund, without, open, gone; refunded, cancelled, kept. */
function ends(cases: readonly FoldedHere[]): number[] {
  const how = (c: FoldedHere): number =>
    c.came === 'refund'
      ? 0
      : ['none', 'refused', 'not-official'].includes(c.came)
        ? 1
        : ['withdrawn', 'swapped'].includes(c.state)
          ? 3
          : 2;
  return [
    cases.length,
    ...[0, 1, 2, 3].map((end) => cases.filter((c) => how(c) === end).length),
    sum(cases, (c) => c.refund),
    sum(cases, (c) => c.cancelled),
    sum(cases, keptOf),
  ];
}

const endsBy = (cases: readonly FoldedHere[], of: (c: FoldedHere) => string): Record<string, number[]> =>
  Object.fromEntries([...grouped(cases, of)].map(([key, own]) => [key, ends(own)]));

const days = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

describe.each([11, 29, 47])('the reports of a register made by chance (%i)', (seed) => {
  test('count what its cases say, each alone, in every part of it, and agree with the list of cases', async () => {
    const here = await aBusyOffice(seed, 34);
    const cases = await Promise.all(here.ids.map((caseId) => folded(here, caseId)));
    const today = '2026-12-01';
    const parts: Partial<ReportAsked>[] = [
      {},
      { from: '2026-09-10', to: '2026-09-24' },
      { termId: here.terms[0]?.id ?? null },
      { policy: 'wou-extended-programs', from: '2026-09-01' },
    ];
    for (const part of parts) {
      const counted = within(cases, part);
      const of = (kind: ReportAsked['kind']) => report(here, kind, part);
      const none = { rows: [], totals: null, picture: null };
      if (counted.length === 0) {
        expect(await of('terms')).toMatchObject({ ...none, sentence: 'No cases in this period.' });
        continue;
      }

      for (const [kind, key] of [
        ['terms', (c: FoldedHere) => c.term],
        ['courses', (c: FoldedHere) => c.course],
        ['clerks', (c: FoldedHere) => (c.person === 'pat' ? 'pat' : c.person)],
        ['reasons', (c: FoldedHere) => saidReason(c.form.reason)],
      ] as const) {
        const made = await of(kind);
        expect(byLabel(made), kind).toEqual(endsBy(counted, key));
        expect(made.totals, kind).toEqual(['Total', ...ends(counted)]);
        expect(made.picture?.kind === 'bars' && sum(made.picture.groups, (g) => sum(g.values, (v) => v)), kind).toBe(
          counted.length,
        );
      }

      const outcomes = await of('outcomes');
      expect(sum(outcomes.rows, (r) => Number(r[1]))).toBe(counted.length);
      expect(outcomes.totals?.slice(3)).toEqual(ends(counted).slice(5));
      for (const [label, came] of [
        ['Refund', 'refund'],
        ['No refund', 'none'],
        ['Not an official drop', 'not-official'],
        ['Held', 'held'],
        ['Taken back', 'withdrawn'],
      ] as const) {
        const own = counted.filter((c) => c.came === came);
        expect(byLabel(outcomes)[label]?.[0], label).toBe(own.length === 0 ? undefined : own.length);
      }

      const bands = await of('bands');
      expect(bands.totals?.slice(4)).toEqual(outcomes.totals?.slice(1));
      for (const [key, own] of grouped(
        counted.filter((c) => c.present !== null),
        (c) => [c.present?.label, c.present?.determination.clause].join(' | '),
      ))
        expect(sumOf(bands.rows, key, 4), key).toBe(own.length);

      const retained = await of('retained');
      const months = grouped(counted, (c) => `${c.day.slice(0, 7)} | ${c.term}`);
      expect(retained.rows).toHaveLength(months.size);
      expect(retained.totals?.slice(2, 6)).toEqual([counted.length, ...ends(counted).slice(5)]);

      const paid = counted.filter((c) => c.paidOn !== null && c.paidCents >= c.payable);
      const turnaround = await of('turnaround');
      expect(turnaround.totals?.[1] ?? 0).toBe(paid.length);
      expect(turnaround.totals?.[6] ?? 0).toBe(sum(paid, (c) => c.paidCents));
      expect(sum(turnaround.rows, (r) => Number(r[1]))).toBe(paid.length);
      const took = paid.map((c) => days(c.day, c.paidOn ?? '')).sort((a, b) => a - b);
      if (took.length > 0) {
        const middle = ((took[Math.ceil(took.length / 2) - 1] ?? 0) + (took[Math.floor(took.length / 2)] ?? 0)) / 2;
        expect(turnaround.figures[0]?.value).toBe(middle);
        expect(turnaround.figures[1]?.value).toBe(took[Math.ceil(took.length * 0.9) - 1]);
        const late = paid.filter((c) => {
          const promised = c.present?.determination.refundExpected ?? null;
          return promised !== null && (c.paidOn ?? '') > promised.to;
        });
        expect(turnaround.totals?.[5]).toBe(late.length);
      }

      const unpaid = counted.filter((c) => c.payable > c.paidCents);
      const ageing = await of('ageing');
      expect(ageing.totals?.[1] ?? 0).toBe(unpaid.length);
      expect(ageing.totals?.[2] ?? 0).toBe(sum(unpaid, (c) => c.payable - c.paidCents));
      expect(Number(ageing.totals?.[3] ?? 0) + Number(ageing.totals?.[4] ?? 0)).toBe(ageing.totals?.[2] ?? 0);
      expect(ageing.totals?.[3] ?? 0).toBe(sum(unpaid, (c) => Math.min(c.handedCents, c.payable) - c.paidCents));
      const old = unpaid.filter((c) => {
        const d = c.present?.determination;
        return days(d?.effective?.slice(0, 10) ?? c.present?.facts.course.cancelledOn ?? '', today) > 28;
      });
      expect(ageing.rows[4]?.[1] ?? 0).toBe(old.length);

      const entries = await of('entries');
      const weeks = grouped(counted, (c) => dayText(dayNumber(c.day) - weekdayOf(dayNumber(c.day))));
      expect(Object.fromEntries(entries.rows.map((r) => [r[0], r.at(-1)]))).toEqual(
        Object.fromEntries([...weeks].map(([week, own]) => [week, own.length])),
      );
      const mail = entries.columns.findIndex((c) => c.heading === 'Mail');
      expect(mail < 0 ? 0 : entries.totals?.[mail]).toBe(counted.filter((c) => c.form.channel === 'mail').length);

      const others = counted.filter((c) => c.present?.otherDate != null);
      const postmark = await of('postmark');
      expect(postmark.totals?.[2] ?? 0).toBe(others.length);
      const differing = others.filter((c) => c.present?.otherDate?.refund !== c.refund);
      expect(postmark.totals?.[3] ?? 0).toBe(differing.length);
      expect(postmark.totals?.[6] ?? 0).toBe(sum(differing, (c) => (c.present?.otherDate?.refund ?? 0) - c.refund));
    }

    const whole = await report(here, 'terms');
    const list = await listed(here);
    const undone = cases.filter((c) => c.state === 'undone').length;
    expect(whole.totals?.[1]).toBe(list.total - undone);
    expect(whole.totals?.[6]).toBe(list.refund);
    if (undone > 0) expect(whole.notes.at(-1)).toMatch(/undone.*not counted/);
    const some = { receivedFrom: '2026-09-11', receivedTo: '2026-09-24' };
    const inTheList = await listed(here, some);
    const part = await report(here, 'terms', { from: some.receivedFrom, to: some.receivedTo });
    expect(part.totals?.[6] ?? 0).toBe(inTheList.refund);

    const petitions = await report(here, 'petitions');
    const { rows } = await here.as('pat').gives('petition.list', {
      filter: { kinds: [], state: null, text: '', dueBy: null, caseId: null },
      sort: 'number',
      descending: false,
      offset: 0,
      limit: 200,
    });
    expect(petitions.totals?.[1] ?? 0).toBe(rows.filter((p) => p.state !== 'undone').length);
    expect(petitions.totals?.[4] ?? 0).toBe(rows.filter((p) => p.state === 'denied').length);
    expect(asked('terms').from).toBeNull();
  }, 60_000);
});

function saidReason(digit: number | null): string {
  const words = ['Illness', 'Schedule conflict'];
  return digit === null ? 'No reason given' : `${digit} ${words[digit - 1] ?? '(no longer in the list)'}`;
}

function sumOf(rows: readonly (readonly ReportCell[])[], key: string, at: number): number {
  return sum(
    rows.filter((r) => r.slice(0, 2).join(' | ') === key),
    (r) => Number(r[at]),
  );
}
