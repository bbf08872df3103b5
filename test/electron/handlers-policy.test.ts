import { describe, expect, test } from 'vitest';
import type { Input } from '../../shared/contract';
import type { Pack } from '../../shared/policy/pack';
import { aCourse, aForm, anEnrolment, anOffice, id } from '../db/records';
import { enrolled, saving } from './desk-here';
import { aPolicyDesk, fileOf, policy, withPercent } from './policy-here';

const reason = 'The board decided.';

describe('the policies there are', () => {
  test('those that come with the app, with their text and cases, and how often each decided', async () => {
    const here = await aPolicyDesk();
    const of = async () => (await here.gives('policy.list', {})).versions.filter((v) => v.policy === policy);
    expect(await of()).toMatchObject([{ version: '1', origin: 'shipped', published: null, used: 0 }]);
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    expect(await of()).toMatchObject([{ used: 1 }]);
    const { pack, cases } = await here.text();
    expect(pack.id).toBe(policy);
    expect(cases.cases.length).toBeGreaterThan(100);
    expect(await here.refuses('policy.get', { policy, version: '9' })).toMatchObject({ kind: 'not-found' });
    expect(await here.gives('policy.own', {})).toEqual([]);
  });
});

describe('a draft', () => {
  test('is kept however unfinished, with what is wrong with it, and changed, and discarded, and both undone', async () => {
    const here = await aPolicyDesk();
    const { draft, findings, cases } = await here.draft({ pack: { id: 'half', name: { en: 'Half a policy' } } }, null);
    expect(draft).toMatchObject({ policy: 'half', name: 'Half a policy', from: null, savedBy: 'jrivera' });
    expect(findings.some((f) => f.severity === 'error')).toBe(true);
    expect(cases).toEqual([]);
    const empty = await here.draft({}, null);
    expect(empty.draft).toMatchObject({ policy: '', name: '' });
    expect((await here.gives('policy.list', {})).drafts.map((d) => d.id)).toEqual([empty.draft.id, draft.id]);

    const text = await here.text();
    const whole = await here.gives('policy.draft.save', { requestId: id(), id: draft.id, from: null, file: text });
    expect(whole.findings.filter((f) => f.severity === 'error')).toEqual([]);
    expect(whole.cases.length).toBe(text.cases.cases.length);
    expect(whole.cases.every((c) => c.passed)).toBe(true);
    expect(await here.gives('policy.draft.get', { id: draft.id })).toEqual(whole);

    const asked = { requestId: id(), id: draft.id };
    await here.gives('policy.draft.discard', asked);
    expect(await here.refuses('policy.draft.get', { id: draft.id })).toMatchObject({ kind: 'not-found' });
    expect(
      await here.refuses('policy.draft.save', { ...asked, requestId: id(), from: null, file: text }),
    ).toMatchObject({
      kind: 'not-found',
    });
    const { label } = await here.gives('action.undo', { requestId: id(), actionId: asked.requestId });
    expect(label).toBe(`discarding the draft of ${text.pack.name.en}`);
    expect(await here.gives('policy.draft.get', { id: draft.id })).toEqual(whole);
  });

  test('begun by a double click is one draft, and what is typed on makes no further entry', async () => {
    const here = await aPolicyDesk();
    const input: Input<'policy.draft.save'> = { requestId: id(), id: null, from: '1', file: await here.text() };
    const [first, second] = await Promise.all([
      here.gives('policy.draft.save', input),
      here.gives('policy.draft.save', input),
    ]);
    expect(second).toEqual(first);
    // What is typed from then on is kept without an entry for every pause, the last text alone.
    const { entries } = here.desk.status();
    here.setNow('2026-10-01T16:00:00.000Z');
    const again = { ...input, requestId: id(), id: first.draft.id };
    expect((await here.gives('policy.draft.save', again)).draft.savedAt).toBe(first.draft.savedAt);
    const { pack, cases } = withPercent(await here.text(), 50);
    const file = { pack: { ...pack, name: { ...pack.name, en: 'Typed on' } }, cases };
    const typed = await here.gives('policy.draft.save', { ...again, file });
    expect(typed.draft).toMatchObject({ name: 'Typed on', savedAt: '2026-10-01T16:00:00.000Z', from: '1' });
    expect(await here.gives('policy.draft.get', { id: first.draft.id })).toEqual(typed);
    expect((await here.gives('policy.list', {})).drafts).toEqual([typed.draft]);
    expect(here.desk.status().entries).toBe(entries);
    const publishing = { requestId: id(), id: first.draft.id, effectiveFrom: '2026-10-01', reason };
    expect((await here.gives('policy.draft.publish', publishing)).name).toBe('Typed on');
    // Taken back, the draft is as it was typed.
    await here.gives('action.undo', { requestId: id(), actionId: publishing.requestId });
    expect(await here.gives('policy.draft.get', { id: first.draft.id })).toEqual(typed);
  });

  test('larger or deeper than any policy is refused', async () => {
    const here = await aPolicyDesk();
    const large = { pack: { id: 'x'.repeat(10_000_001) }, cases: {} };
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    for (const file of [large, { pack: deep, cases: {} }])
      expect(await here.problems('policy.draft.save', { requestId: id(), id: null, from: null, file })).toHaveProperty(
        'file',
        expect.stringMatching(/larger than 10 MB or nested too deep/),
      );
    expect((await here.gives('policy.list', {})).drafts).toEqual([]);
  });
});

describe('publishing', () => {
  test('makes the next version, which decides courses that begin from its day on; an older course keeps the old one', async () => {
    const here = await aPolicyDesk();
    const version = await here.publish(withPercent(await here.text(), 50), '2026-10-01');
    expect(version).toMatchObject({
      policy,
      version: '2',
      effectiveFrom: '2026-10-01',
      origin: 'office',
      published: { by: 'jrivera', reason },
      used: 0,
    });
    expect(((await here.gives('policy.own', {})) as Pack[]).map((p) => [p.id, p.version])).toEqual([[policy, '2']]);

    const older = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    expect(older.view.row).toMatchObject({ percent: 65, refund: 26_000 });

    here.setNow('2026-10-21T16:00:00.000Z');
    const later = aCourse({ code: 'EXT 300', meetings: weekly('2026-10-12'), meetingLine: '' });
    const course = await here.gives('course.save', { requestId: id(), course: later });
    const newer = await here.gives(
      'case.save',
      saving(
        aForm(here.student, course, { postmarked: null, received: '2026-10-20' }),
        anEnrolment(here.student, course),
      ),
    );
    expect(newer.view.row).toMatchObject({ percent: 50, refund: 20_000 });
    expect(newer.view.determinations[0]?.determination.version).toBe('2');
    expect(newer.view.stale).toBe(false);
    const used = (await here.gives('policy.list', {})).versions.filter((v) => v.policy === policy);
    expect(used.map((v) => [v.version, v.used])).toEqual([
      ['2', 1],
      ['1', 1],
    ]);
    // Everything decided comes out again, by the text that decided it.
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('is for good: the version is not changed, not discarded, and once it decided not undone', async () => {
    const here = await aPolicyDesk();
    const { draft } = await here.draft(withPercent(await here.text(), 50));
    const asked = { requestId: id(), id: draft.id, effectiveFrom: '2026-01-01', reason };
    const published = await here.gives('policy.draft.publish', asked);
    expect(await here.gives('policy.draft.publish', asked)).toEqual(published);
    const file = await here.text('2');
    expect(file.pack).toMatchObject({ version: '2', effectiveFrom: '2026-01-01' });
    for (const refused of [
      await here.refuses('policy.draft.save', { requestId: id(), id: draft.id, from: null, file }),
      await here.refuses('policy.draft.discard', { requestId: id(), id: draft.id }),
      await here.refuses('policy.draft.publish', { ...asked, requestId: id() }),
    ])
      expect(refused).toMatchObject({
        kind: 'wrong-state',
        message: expect.stringMatching(/version 2 is published/) as string,
      });

    const undo = { requestId: id(), actionId: asked.requestId };
    expect((await here.gives('action.undo', undo)).label).toMatch(/^publishing .*, version 2$/);
    expect(await here.gives('policy.own', {})).toEqual([]);
    expect((await here.gives('policy.draft.get', { id: draft.id })).draft.id).toBe(draft.id);
    await here.gives('action.redo', { ...undo, requestId: id() });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    expect(view.row.refund).toBe(20_000);
    expect(await here.refuses('action.undo', { ...undo, requestId: id() })).toMatchObject({
      message: expect.stringMatching(/RD-2026-0001 was decided by/) as string,
    });
    // Undoing the case does not take away that it was decided: its entries stay.
    expect((await here.gives('action.last', {})).undo?.label).toMatch(/^saving RD-2026-0001/);
  });

  test('with an error, a worked case that comes out otherwise, or a day before a version that decided, is refused with the place', async () => {
    const here = await aPolicyDesk();
    const text = await here.text();
    const publish = async (file: unknown, effectiveFrom = '2026-10-01') => {
      const { draft } = await here.draft(file as object);
      return here.problems('policy.draft.publish', { requestId: id(), id: draft.id, effectiveFrom, reason });
    };
    const rising = JSON.parse(JSON.stringify(text)) as typeof text;
    const band = rising.pack.schedules[0]?.bands.at(-1);
    if (band === undefined) throw new Error('no band');
    band.percent = 100;
    const found = await publish(rising);
    expect(Object.keys(found).some((field) => field.startsWith(`schedules.${rising.pack.schedules[0]?.id}`))).toBe(
      true,
    );
    const other = { pack: withPercent(text, 50).pack, cases: text.cases };
    const failing = await publish(other);
    expect(Object.keys(failing).length).toBeGreaterThan(5);
    expect(
      Object.entries(failing).every(([field, message]) => field.startsWith('cases.') && /should be/.test(message)),
    ).toBe(true);
    expect(await publish({ pack: 7, cases: {} })).not.toEqual({});

    await here.publish(withPercent(text, 50), '2026-09-10');
    await here.gives('case.save', saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)));
    const day = await publish(withPercent(text, 40), '2026-09-09');
    expect(day).toEqual({ effectiveFrom: expect.stringMatching(/Version 2.*Sep 10, 2026.*or a later one/) as string });
    const same = await here.publish(withPercent(text, 40), '2026-09-10');
    expect(same.version).toBe('3');
    // Of two from one day the later published decides.
    const { student } = await enrolled(here, here.course);
    const { view } = await here.gives('case.save', saving(aForm(student, here.course), null));
    expect(view.row.percent).toBe(40);
    expect((await here.gives('policy.list', {})).drafts.length).toBe(4);
  });

  test('of a policy of its own: courses and the office can have it, and then its only version is not undone', async () => {
    const here = await aPolicyDesk();
    const text = await here.text();
    const own = {
      pack: { ...text.pack, id: 'our-own', name: { en: 'Our own policy', es: 'Nuestra política' } },
      cases: text.cases,
    };
    const { draft } = await here.draft(own, null);
    const asked = { requestId: id(), id: draft.id, effectiveFrom: '2026-01-01', reason };
    expect(await here.gives('policy.draft.publish', asked)).toMatchObject({
      policy: 'our-own',
      version: '1',
      origin: 'office',
    });
    const course = await here.gives('course.save', {
      requestId: id(),
      course: aCourse({ code: 'OWN 1', policy: 'our-own' }),
    });
    expect(await here.refuses('action.undo', { requestId: id(), actionId: asked.requestId })).toMatchObject({
      message: 'The course OWN 1 has this policy.',
    });
    await here.gives('office.save', { requestId: id(), office: anOffice({ policy: 'our-own' }) });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, course), anEnrolment(here.student, course)),
    );
    expect(view.row).toMatchObject({ policy: 'our-own', refund: 26_000 });
    expect(
      await here.problems('course.save', { requestId: id(), course: aCourse({ code: 'X', policy: 'nobodys' }) }),
    ).toHaveProperty('policy');
  });
});

describe('the readings of a policy', () => {
  test('are chosen with a reason, belong to that policy alone, and show on what was decided before', async () => {
    const here = await aPolicyDesk();
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    const readings = { 'due-follows-collected': false, 'semester-week': null };
    await here.gives('policy.readings', { requestId: id(), policy, readings, reason: 'As the bursar reads it.' });
    const { office } = await here.gives('office.get', {});
    expect(office.readings).toEqual({ [policy]: { 'due-follows-collected': false } });
    expect((await here.gives('case.get', { id: view.row.id })).stale).toBe(true);
    const again = await here.gives('case.redetermine', { requestId: id(), id: view.row.id, why: 'Read otherwise.' });
    expect(again.determinations.at(-1)?.facts.readings).toEqual({ 'due-follows-collected': false });
    // Saving the office leaves them as they are.
    const saved = await here.gives('office.save', { requestId: id(), office: anOffice({ name: 'Other' }) });
    expect(saved.readings).toEqual(office.readings);
    await here.gives('policy.readings', { requestId: id(), policy, readings: {}, reason: 'Back to the usual.' });
    expect((await here.gives('office.get', {})).office.readings).toEqual({});
    const { undo } = await here.gives('action.last', {});
    expect(undo?.label).toBe('choosing how the policy is read');
    await here.gives('action.undo', { requestId: id(), actionId: undo?.actionId ?? '' });
    expect((await here.gives('office.get', {})).office.readings).toEqual(office.readings);
  });

  test('that the policy does not have are refused, each named', async () => {
    const here = await aPolicyDesk();
    const of = (readings: Record<string, unknown>) =>
      here.problems('policy.readings', { requestId: id(), policy, readings, reason });
    expect(await of({ nothing: 'x' })).toHaveProperty('nothing');
    expect(await of({ 'semester-week': 'sundays' })).toHaveProperty('semester-week');
    expect(await of({ 'semester-week': 7 })).toHaveProperty('semester-week');
    expect(
      await here.refuses('policy.readings', { requestId: id(), policy: 'nobodys', readings: {}, reason }),
    ).toMatchObject({ kind: 'not-found' });
    expect(
      await here.problems('policy.readings', { requestId: id(), policy, readings: {}, reason: '' }),
    ).toHaveProperty('reason');
  });

  test('of a new version do not make an older course’s facts malformed, and one that it drops is settled before', async () => {
    const here = await aPolicyDesk();
    const text = withPercent(await here.text(), 50);
    const [week] = text.pack.readings.filter((r) => r.name === 'semester-week');
    if (week === undefined) throw new Error('no such reading');
    await here.publish(
      {
        ...text,
        pack: {
          ...text.pack,
          readings: [
            ...text.pack.readings.filter((r) => r !== week),
            { ...week, values: [...week.values, { value: 'monday', label: { en: 'Monday', es: 'Lunes' } }] },
          ],
        },
      },
      '2026-10-01',
    );
    await here.gives('policy.readings', { requestId: id(), policy, readings: { 'semester-week': 'monday' }, reason });
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    expect(view.row.percent).toBe(65);
    expect(view.determinations[0]?.facts.readings).toEqual({});
    const { draft } = await here.draft(text);
    expect(
      await here.problems('policy.draft.publish', {
        requestId: id(),
        id: draft.id,
        effectiveFrom: '2027-01-01',
        reason,
      }),
    ).toHaveProperty('readings.semester-week');
  });
});

describe('a policy as one file', () => {
  test('goes out and comes in again as a draft with the same text', async () => {
    const here = await aPolicyDesk();
    expect(await here.gives('policy.export', { policy, version: '1' })).toEqual({ path: `${policy}-1.json` });
    const file = here.files.saved.get(`${policy}-1.json`) ?? '';
    here.files.chosen = fileOf(file);
    const input = { requestId: id() };
    const read = await here.gives('policy.import', input);
    expect(read.draft).toMatchObject({ policy, from: null });
    expect(read.cases.every((c) => c.passed)).toBe(true);
    expect(JSON.stringify(read.file)).toBe(JSON.stringify(await here.text()));
    expect((await here.gives('policy.import', input)).draft.id).toBe(read.draft.id);
    expect((await here.gives('policy.list', {})).drafts.length).toBe(1);
    here.files.chosen = null;
    expect(await here.refuses('policy.import', { requestId: id() })).toEqual({ kind: 'cancelled' });
    expect(await here.refuses('policy.export', { policy, version: '7' })).toMatchObject({ kind: 'not-found' });
  });

  test('that is none is refused with the place and the reason, and nothing is imported', async () => {
    const here = await aPolicyDesk();
    await here.gives('policy.export', { policy, version: '1' });
    const good = here.files.saved.get(`${policy}-1.json`) ?? '';
    const { entries } = here.desk.status();
    let unread = 0;
    const huge = {
      name: 'policy.json',
      bytes: 10_000_001,
      read: () => Promise.resolve(((unread += 1), new Uint8Array())),
    };
    const gone = { name: 'policy.json', bytes: 0, read: () => Promise.resolve(null) };
    const tries: readonly (readonly [string, Parameters<typeof fileOf>[0] | typeof huge | typeof gone, RegExp])[] = [
      ['10 MB', huge, /larger than 10 MB/],
      ['gone', gone, /cannot be read/],
      ['a thousand deep', `${'['.repeat(1000)}${']'.repeat(1000)}`, /deep/],
      ['a hundred thousand deep', '['.repeat(100_000), /deep/],
      ['no JSON', '{"format":', /Line 1/],
      ['not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), /UTF-8/],
      ['empty', '', /ends here/],
      ['another file', '{"a":1}', /not an exported policy/],
      ['a key twice', good.replace('"version": "1",', '"version": "1", "version": "2",'), /version/],
      ['over 100 %', good.replace('"percent": 65', '"percent": 165'), /percent/],
      ['an unknown name', good.replace('"schedules":', '"scedules":'), /scedules/],
      ['uncited', good.replace(/"clause": "H14"/, '"clause": "H99"'), /H99/],
    ];
    for (const [, file, message] of tries) {
      here.files.chosen = typeof file === 'object' && 'read' in file ? file : fileOf(file);
      const failure = await here.refuses('policy.import', { requestId: id() });
      expect(failure.kind).toBe('policy-refused');
      expect(JSON.stringify(failure)).toMatch(message);
    }
    expect(unread).toBe(0);
    expect(here.desk.status().entries).toBe(entries);
    expect((await here.gives('policy.list', {})).drafts).toEqual([]);
  });
});

describe('the impact of a draft', () => {
  test('is every past case that would come out otherwise, with its amounts, and changes nothing', async () => {
    const here = await aPolicyDesk();
    const autumn = await here.gives('course.save', {
      requestId: id(),
      course: aCourse({ code: 'EXT 9', meetings: weekly('2026-09-21'), meetingLine: '' }),
    });
    for (const course of [here.course, autumn])
      for (const received of ['2026-09-10', '2026-09-22', '2026-09-30']) {
        const { student } = await enrolled(here, course);
        await here.gives('case.save', saving(aForm(student, course, { postmarked: null, received }), null));
      }
    const { draft } = await here.draft(withPercent(await here.text(), 50));
    const { entries } = here.desk.status();
    const all = await here.gives('policy.impact', { id: draft.id, effectiveFrom: '2026-09-01' });
    expect(all).toMatchObject({ cancelled: false, cases: 6 });
    expect(all.differing).toBe(all.rows.length);
    expect(all.differing).toBeGreaterThan(0);
    expect(
      all.rows.every(
        (r) => r.before === '65%' && r.after === '50%' && r.beforeCents === 26_000 && r.afterCents === 20_000,
      ),
    ).toBe(true);
    expect(all.beforeCents - all.afterCents).toBe(all.differing * 6_000);
    // From the later day on only the course that begins then is concerned: on the day itself, and not a day later.
    expect((await here.gives('policy.impact', { id: draft.id, effectiveFrom: '2026-09-21' })).cases).toBe(3);
    expect((await here.gives('policy.impact', { id: draft.id, effectiveFrom: '2026-09-22' })).cases).toBe(0);
    expect(here.desk.status().entries).toBe(entries);
    expect((await here.gives('policy.list', {})).versions.filter((v) => v.policy === policy).length).toBe(1);
  });

  test('counts neither cases undone nor determinations superseded, and says where the draft cannot decide', async () => {
    const here = await aPolicyDesk();
    const { view } = await here.gives(
      'case.save',
      saving(aForm(here.student, here.course), anEnrolment(here.student, here.course)),
    );
    const text = withPercent(await here.text(), 65);
    await here.gives(
      'case.save',
      saving(aForm(here.student, here.course, { received: '2026-09-23' }), null, {
        caseId: view.row.id,
        why: 'Misread.',
      }),
    );
    const { draft } = await here.draft(text);
    const of = (draftId: string) => here.gives('policy.impact', { id: draftId, effectiveFrom: '2026-09-01' });
    expect(await of(draft.id)).toMatchObject({ cases: 1, differing: 0, beforeCents: 26_000, afterCents: 26_000 });
    const renamed = JSON.parse(JSON.stringify(text).replaceAll('"extension"', '"extended"')) as typeof text;
    const { draft: none } = await here.draft(renamed);
    const lost = await of(none.id);
    expect(lost).toMatchObject({ cases: 1, differing: 1, afterCents: 0 });
    expect(lost.rows[0]?.after).toMatch(/cannot be decided: course.category/);
    expect(
      await here.problems('policy.impact', { id: (await here.draft({})).draft.id, effectiveFrom: '2026-09-01' }),
    ).not.toEqual({});
    expect(await here.refuses('policy.impact', { id: id(), effectiveFrom: '2026-09-01' })).toMatchObject({
      kind: 'not-found',
    });
  });

  test('is stopped when asked to, and tells what it had found by then', async () => {
    const here = await aPolicyDesk();
    const { student, course } = here;
    await here.gives('case.save', saving(aForm(student, course), anEnrolment(student, course)));
    const { draft } = await here.draft(withPercent(await here.text(), 50));
    const running = here.gives('policy.impact', { id: draft.id, effectiveFrom: '2026-09-01' });
    await here.gives('policy.impact.cancel', {});
    expect(await running).toMatchObject({ cancelled: true });
    expect((await here.gives('policy.impact', { id: draft.id, effectiveFrom: '2026-09-01' })).cancelled).toBe(false);
  });
});

/** Ten weekly evenings from a day on. */
function weekly(first: string): { date: string; from: string; to: string }[] {
  const day = Date.parse(`${first}T00:00Z`);
  return Array.from({ length: 10 }, (_, i) => ({
    date: new Date(day + i * 7 * 86_400_000).toISOString().slice(0, 10),
    from: '18:00',
    to: '20:50',
  }));
}
