import { describe, expect, test } from 'vitest';
import { aDeskWithPaper } from '../letters/desk-with-paper';
import { add, all, setting, text } from './deadlines-here';

/** Deadline sheets on paper, and long ones stopped half-way. */

describe('on paper', () => {
  test('is one table for the term or a page a course, with numbered pages and the head of the table on each', async () => {
    const here = await aDeskWithPaper();
    for (let i = 0; i < 40; i += 1) await add(here, { code: `P ${i}`, title: `Course ${i}` });
    const paper = { kind: 'deadlines' as const, filter: all };
    const table = await here.gives('paper.preview', { ...paper, layout: 'table' });
    const pages = await here.gives('paper.preview', { ...paper, layout: 'pages' });
    expect(pages.pages).toBe(41);
    expect(table.pages).toBeLessThan(15);
    expect(table.pages).toBeGreaterThan(3);
    const html = here.shown[0]?.html ?? '';
    expect(html).toContain(`Page ${table.pages} of ${table.pages}`);
    for (const sheet of html.split('class="sheet').slice(1))
      expect(sheet).toMatch(/<th class="through" scope="col">|What the clauses say/);
    await here.gives('paper.savePdf', { ...paper, layout: 'table' });
    expect(here.saved.at(-1)?.name).toBe('Deadlines.pdf');
    await here.gives('paper.print', { ...paper, filter: { ...all, courseId: here.course.id }, layout: 'pages' });
    expect(here.jobs.at(-1)?.[0]?.title).toBe('Deadlines, EXT 204-02');
  });

  test('says what was set by hand, and cannot be broken by a title', async () => {
    const here = await aDeskWithPaper();
    await here.gives('deadline.set', setting(here, { through: '2026-10-02' }));
    await add(here, { code: 'P 1', title: '<script>alert(1)</script>' });
    await here.gives('paper.preview', { kind: 'deadlines', filter: all, layout: 'table' });
    const html = here.shown[0]?.html ?? '';
    expect(html).toContain('Set by the office, computed: until Mon Sep 28, 2026, 7:25 pm');
    expect(html).not.toContain('<script>');
    expect(
      await here.refuses('paper.print', { kind: 'deadlines', filter: { ...all, text: 'zzz' }, layout: 'table' }),
    ).toMatchObject({
      message: 'No course is on this sheet.',
    });
  });
});

test('a long sheet tells how far it is and stops when asked; nothing is kept of it', async () => {
  const here = await aDeskWithPaper();
  for (let i = 0; i < 300; i += 1) await add(here, { code: `Q ${i}`, title: 'Course' });
  const saving = here.call('deadline.save', { filter: all, as: 'csv' });
  await new Promise((done) => setTimeout(done, 5));
  await here.gives('deadline.stop', {});
  const result = await saving;
  // A quick machine may have made it before it was stopped.
  if (!result.ok) expect(result.failure).toEqual({ kind: 'cancelled' });
  expect(here.saved).toHaveLength(result.ok ? 1 : 0);
  await here.gives('deadline.save', { filter: all, as: 'csv' });
  expect(text(here.saved.at(-1)?.bytes).split('\r\n')).toHaveLength(1 + 301 * 3 + 1);
});
