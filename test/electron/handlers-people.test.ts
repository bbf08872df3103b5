import { describe, expect, test } from 'vitest';
import { standardRules } from '../../shared/register/rules';
import { anOffice, id } from '../db/records';
import { ada, added, anOfficeWithAda, nobodysDesk, passphrase, peopleTake, signedIn } from './people-here';

const other = 'seven slow barges drift';

describe('the first administrator', { timeout: peopleTake }, () => {
  test('is made where there is nobody, is in at once, gets the recovery code, and is asked for at the next start', async () => {
    const here = nobodysDesk();
    const created = await here.gives('register.create', { requestId: id(), office: anOffice(), terms: [] });
    expect(created).toMatchObject({ turn: 'first', session: null, practice: null });
    // Without people, nothing else is answered.
    expect(await here.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    expect(await here.refuses('person.list', {})).toEqual({ kind: 'not-signed-in' });
    const asked = { requestId: id(), person: ada, passphrase };
    expect(await here.problems('person.first', { ...asked, passphrase: 'Pass word 1' })).toEqual({
      passphrase:
        'This is one of the passphrases used most, which are guessed first. Choose several words of your own.',
    });
    expect(Object.keys(await here.problems('person.first', { ...asked, passphrase: 'ada okafor' }))).toEqual([
      'passphrase',
    ]);
    expect(await here.problems('person.first', { ...asked, passphrase: 'seven77' })).toEqual({
      passphrase: 'A passphrase has at least 8 characters; several words are best.',
    });
    expect(Object.keys(await here.problems('person.first', { ...asked, person: { ...ada, account: 'a b' } }))).toEqual([
      'account',
    ]);
    const { recoveryCode } = await here.gives('person.first', asked);
    // 25 letters of 32: 125 bits.
    expect(recoveryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
    // A second click is shown the same code; nobody else becomes the first.
    expect(await here.gives('person.first', asked)).toEqual({ recoveryCode });
    expect(await here.refuses('person.first', { ...asked, requestId: id() })).toMatchObject({ kind: 'wrong-state' });
    expect(here.desk.status()).toMatchObject({ turn: 'in', session: { account: 'ada', role: 'administrator' } });
    expect(here.told.filter((t) => t.name === 'status').at(-1)?.data).toMatchObject({ turn: 'in' });
    expect(await here.gives('person.list', {})).toMatchObject([{ ...ada, role: 'administrator', active: true }]);
    await here.desk.close();

    const next = nobodysDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ turn: 'sign-in', session: null });
    expect(await next.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    expect(await signedIn(next, 'ADA ')).toMatchObject({ account: 'ada', name: 'Ada Okafor' });
    expect(next.desk.status()).toMatchObject({ turn: 'in' });
    expect(await next.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });

  test('sees no student, not even in what can be undone or in the last form', async () => {
    const here = await anOfficeWithAda();
    expect(await here.refuses('student.find', { text: '', limit: 5 })).toEqual({
      kind: 'not-allowed',
      action: 'look at students, cases and letters',
    });
    expect(await here.refuses('action.last', {})).toMatchObject({ kind: 'not-allowed' });
    expect((await here.gives('today.counts', {})).last).toBeNull();
  });
});

describe('who works here', { timeout: peopleTake }, () => {
  test('is added under a name that is never given twice, however it is written', async () => {
    const here = await anOfficeWithAda();
    const asked = {
      requestId: id(),
      person: { account: 'Zoë.Lin', name: 'Zoë Lin', title: 'Clerk', role: 'clerk' as const },
      passphrase,
    };
    const zoe = await here.gives('person.add', asked);
    expect(zoe).toMatchObject({ account: 'Zoë.Lin', active: true, signedInAt: null });
    // A double click adds one person; another with that name is none.
    expect(await here.gives('person.add', asked)).toEqual(zoe);
    for (const account of ['zoe.lin', 'ZOË.LIN', 'ada'])
      expect(
        await here.problems('person.add', { ...asked, requestId: id(), person: { ...asked.person, account } }),
      ).toMatchObject({ account: expect.stringContaining('never given twice') as string });
    await here.gives('person.change', {
      requestId: id(),
      id: zoe.id,
      name: 'Zoë Lin',
      title: '',
      role: 'clerk',
      active: false,
      why: 'Left in May',
    });
    expect(
      Object.keys(
        await here.problems('person.add', { ...asked, requestId: id(), person: { ...asked.person, name: 'Other' } }),
      ),
    ).toEqual(['account']);
    expect(await here.gives('person.names', {})).toEqual([
      { account: 'ada', name: 'Ada Okafor' },
      { account: 'Zoë.Lin', name: 'Zoë Lin' },
    ]);
    // Who left does not get in, and is told no more than a stranger.
    expect(await here.refuses('person.signIn', { account: 'zoe.lin', passphrase })).toEqual({
      kind: 'sign-in-refused',
      waitSeconds: 0,
    });
  });

  test('keeps its last administrator and its last supervisor', async () => {
    const here = await anOfficeWithAda();
    const [first] = await here.gives('person.list', {});
    const changing = (person: { id: string; name: string }, to: object) => ({
      requestId: id(),
      id: person.id,
      name: person.name,
      title: '',
      role: 'administrator' as const,
      active: true,
      why: '',
      ...to,
    });
    if (first === undefined) throw new Error('nobody');
    expect(await here.refuses('person.change', changing(first, { role: 'clerk' }))).toEqual({
      kind: 'wrong-state',
      message: 'Ada Okafor is the only administrator who can sign in.',
      next: 'Make somebody else an administrator first.',
    });
    expect(await here.refuses('person.change', changing(first, { active: false }))).toMatchObject({
      kind: 'wrong-state',
    });
    // Their name may change.
    expect(await here.gives('person.change', changing(first, { name: 'Ada O. Okafor' }))).toMatchObject({
      name: 'Ada O. Okafor',
    });
    const sam = await added(here, 'sam', 'supervisor');
    for (const to of [{ role: 'supervisor', active: false }, { role: 'clerk' }])
      expect(await here.refuses('person.change', changing(sam, to))).toMatchObject({
        message: 'sam is the only supervisor who can sign in.',
      });
    const tom = await added(here, 'tom', 'supervisor');
    expect(await here.gives('person.change', changing(sam, { role: 'clerk' }))).toMatchObject({ role: 'clerk' });
    expect(await here.refuses('person.change', changing(tom, { role: 'auditor' }))).toMatchObject({
      kind: 'wrong-state',
    });
    expect(await here.refuses('person.change', changing({ id: id(), name: 'x' }, {}))).toEqual({
      kind: 'not-found',
      what: 'That person',
    });
  });

  test('has the role it has now, not the one it signed in with; who was disabled is out', async () => {
    const here = await anOfficeWithAda();
    const bea = await added(here, 'bea', 'administrator', 'Bea');
    await signedIn(here, 'bea');
    const change = { id: bea.id, name: 'Bea', title: '', why: '' };
    // Bea gives away her own right: it is gone with her next call, and the window hears it.
    await here.gives('person.change', { ...change, requestId: id(), role: 'auditor', active: true });
    expect(await here.refuses('person.list', {})).toMatchObject({ kind: 'not-allowed' });
    expect(here.desk.status().session).toMatchObject({ role: 'auditor' });
    await signedIn(here, 'ada');
    await here.gives('person.change', { ...change, requestId: id(), role: 'administrator', active: true });
    await signedIn(here, 'bea');
    await here.gives('person.change', { ...change, requestId: id(), role: 'administrator', active: false });
    expect(await here.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    expect(here.desk.status()).toMatchObject({ turn: 'sign-in', session: null });
  });
});

describe('a passphrase', { timeout: peopleTake }, () => {
  test('is changed by its owner, who types the present one, or set anew by an administrator', async () => {
    const here = await anOfficeWithAda();
    const kim = await added(here, 'kim', 'clerk');
    expect(
      await here.refuses('person.setPassphrase', {
        requestId: id(),
        id: here.desk.status().session?.id ?? '',
        passphrase,
      }),
    ).toMatchObject({ kind: 'wrong-state' });
    await here.gives('person.setPassphrase', { requestId: id(), id: kim.id, passphrase: other });
    expect(await here.refuses('person.signIn', { account: 'kim', passphrase })).toMatchObject({
      kind: 'sign-in-refused',
    });
    await here.gives('person.signIn', { account: 'kim', passphrase: other });
    const asked = { requestId: id(), present: 'nine loud geese land', passphrase };
    expect(await here.problems('person.changeOwn', asked)).toEqual({ present: 'This is not your present passphrase.' });
    expect(
      Object.keys(await here.problems('person.changeOwn', { ...asked, present: other, passphrase: 'password1' })),
    ).toEqual(['passphrase']);
    await here.gives('person.changeOwn', { ...asked, present: other });
    // A second click does it once.
    expect(await here.gives('person.changeOwn', { ...asked, present: other })).toEqual({});
    await here.gives('person.signOut', {});
    await signedIn(here, 'kim');
  });
});

describe('the recovery code', { timeout: peopleTake }, () => {
  test('lets an administrator in once, and the next one takes its place', async () => {
    const here = await anOfficeWithAda();
    await added(here, 'kim', 'clerk');
    await here.gives('person.signOut', {});
    const asked = { requestId: id(), code: here.recoveryCode, account: 'ada', passphrase: other };
    // Right code, wrong name: only who holds the code is told so.
    expect(Object.keys(await here.problems('person.recover', { ...asked, account: 'kim' }))).toEqual(['account']);
    expect(await here.refuses('person.recover', { ...asked, code: '00000-00000-00000-00000-00000' })).toEqual({
      kind: 'sign-in-refused',
      waitSeconds: 0,
    });
    const sloppy = here.recoveryCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const { recoveryCode } = await here.gives('person.recover', { ...asked, code: sloppy });
    expect(recoveryCode).not.toBe(here.recoveryCode);
    expect(here.desk.status()).toMatchObject({ turn: 'in', session: { account: 'ada' } });
    await here.gives('person.signOut', {});
    expect(await here.refuses('person.recover', { ...asked, requestId: id() })).toMatchObject({
      kind: 'sign-in-refused',
    });
    await here.gives('person.signIn', { account: 'ada', passphrase: other });
    const made = { requestId: id(), passphrase: other };
    expect(await here.problems('person.newRecovery', { ...made, passphrase })).toEqual({
      passphrase: 'This is not your present passphrase.',
    });
    const third = await here.gives('person.newRecovery', made);
    expect(await here.gives('person.newRecovery', made)).toEqual(third);
    await here.gives('person.signOut', {});
    expect(
      await here.refuses('person.recover', { ...asked, requestId: id(), code: recoveryCode, passphrase }),
    ).toMatchObject({ kind: 'sign-in-refused' });
    await here.gives('person.recover', { ...asked, requestId: id(), code: third.recoveryCode, passphrase });
  });

  test('is printed on a sheet with what it is for; anything else is no code', async () => {
    const printed: string[] = [];
    const here = await anOfficeWithAda({
      print: (pages) => {
        printed.push(...pages.map((page) => page.html));
        return Promise.resolve(true);
      },
    });
    expect(await here.gives('person.printRecovery', { code: here.recoveryCode })).toEqual({ handedOver: true });
    expect(printed[0]).toContain(here.recoveryCode);
    expect(printed[0]).toContain('sealed envelope');
    expect(Object.keys(await here.problems('person.printRecovery', { code: 'Maria Garcia' }))).toEqual(['code']);
    expect(printed).toHaveLength(1);
  });
});

describe('the office’s rules', { timeout: peopleTake }, () => {
  test('are the standard ones until an administrator saves others', async () => {
    const here = await anOfficeWithAda();
    expect(await here.gives('rules.get', {})).toEqual(standardRules);
    const rules = { ...standardRules, secondPersonAbove: 50_000, committee: ['R. Diaz', 'L. Cho'], lockAfter: 5 };
    const asked = { requestId: id(), rules };
    expect(await here.gives('rules.save', asked)).toEqual(rules);
    expect(await here.gives('rules.save', asked)).toEqual(rules);
    expect(
      await here.problems('rules.save', { requestId: id(), rules: { ...rules, committee: ['R. Diaz', 'r. diaz'] } }),
    ).toEqual({ 'committee.1': 'r. diaz is on the committee already.' });
    expect(
      Object.keys(
        await here.problems('rules.save', { requestId: id(), rules: { ...rules, seeConfidential: ['administrator'] } }),
      ),
    ).toEqual(['seeConfidential']);
    for (const lockAfter of [1, 61])
      expect(
        Object.keys(await here.problems('rules.save', { requestId: id(), rules: { ...rules, lockAfter } })),
      ).toEqual(['lockAfter']);
    expect(await here.gives('rules.get', {})).toEqual(rules);
    expect(await here.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });
});
