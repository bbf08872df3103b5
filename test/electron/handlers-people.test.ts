import { describe, expect, test } from 'vitest';
import { id } from '../db/records';
import { ada, anOfficeWithAda, nobodysDesk, passphrase, signedIn } from './people-here';

describe('the first administrator', () => {
  test('is made where there is nobody, is in at once, and gets the recovery code', async () => {
    const here = await anOfficeWithAda();
    expect(here.recoveryCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
    expect(here.desk.status()).toMatchObject({ turn: 'in', session: { account: 'ada', role: 'administrator' } });
    expect(await here.gives('person.list', {})).toMatchObject([{ ...ada, active: true }]);
    expect(await here.refuses('person.first', { requestId: id(), person: ada, passphrase })).toMatchObject({
      kind: 'wrong-state',
    });
    await here.desk.close();
    const next = nobodysDesk(here.folder);
    await next.desk.open();
    expect(next.desk.status()).toMatchObject({ turn: 'sign-in', session: null });
    expect(await next.refuses('office.get', {})).toEqual({ kind: 'not-signed-in' });
    await signedIn(next, 'ADA ');
    expect(next.desk.status()).toMatchObject({ turn: 'in' });
    expect(await next.gives('register.verify', {})).toMatchObject({ firstBroken: null, rowsDiffering: 0 });
  });
});
