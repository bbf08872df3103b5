import { describe, expect, test } from 'vitest';
import { contract, type CallName } from '../../shared/contract';
import { actions, asked, may } from '../../shared/register/permissions';
import { createRouter } from '../../electron/router';
import { fail, ok } from '../../shared/result';
import { aStudent, id } from '../db/records';
import { aDesk, anOpenDesk, someFolder, someone } from './desk-here';

const names = Object.keys(contract) as CallName[];

function aRouter(answer: Parameters<typeof createRouter>[0] = () => Promise.resolve(ok('answered'))) {
  const reports: { reference: string; call: CallName; error: unknown }[] = [];
  const route = createRouter(
    answer,
    () => ({ session: someone('supervisor'), opened: 'own' }),
    (reference, call, error) => reports.push({ reference, call, error }),
  );
  return { route, reports };
}

describe('the router', () => {
  test('answers a call whose input fits', async () => {
    const seen: unknown[] = [];
    const { route } = aRouter((name, input) => {
      seen.push(name, input);
      return Promise.resolve(ok(1));
    });
    expect(await route('student.find', { text: ' garc ', limit: 5 })).toEqual(ok(1));
    // What the handler gets is what the schema read, not what was sent.
    expect(seen).toEqual(['student.find', { text: 'garc', limit: 5 }]);
  });

  test.each(['student.drop', '', 'toString', '__proto__', 'constructor', null, 7, {}, ['app.status']])(
    'knows no call %j',
    async (name) => {
      const { route } = aRouter();
      expect(await route(name, {})).toEqual(fail({ kind: 'not-found', what: 'That call' }));
    },
  );

  test('refuses input with a field too many, too few or of another kind, and names the field', async () => {
    const { route } = aRouter();
    const problems = async (name: string, input: unknown): Promise<unknown> => {
      const result = await route(name, input);
      return result.ok || result.failure.kind !== 'invalid' ? result : result.failure.problems.map((p) => p.field);
    };
    expect(await problems('student.find', { text: '', limit: 5, sql: 'DROP TABLE entry' })).toEqual(['']);
    expect(await problems('student.find', { text: '' })).toEqual(['limit']);
    expect(await problems('student.find', { text: 5, limit: 0 })).toEqual(['text', 'limit']);
    expect(await problems('student.get', { id: '../register.db' })).toEqual(['id']);
    expect(await problems('student.get', null)).toEqual(['']);
    // The record's own fields, as the form names them.
    expect(
      await problems('student.save', { requestId: id(), student: { ...aStudent(), lastName: '', email: 'x' } }),
    ).toEqual(['lastName', 'email']);
    expect(await problems('student.save', { requestId: 'no', student: aStudent() })).toEqual(['requestId']);
  });

  test('catches a bug, says a reference, and tells the log no word of what was typed', async () => {
    const { route, reports } = aRouter(() => Promise.reject(new TypeError('Garcia 0098-4417 is not a function')));
    const result = await route('student.find', { text: 'Garcia', limit: 5 });
    expect(reports).toHaveLength(1);
    const [report] = reports;
    expect(report?.reference).toMatch(/^[0-9a-f]{8}$/);
    expect(report?.call).toBe('student.find');
    expect(result).toEqual(fail({ kind: 'internal', reference: report?.reference ?? '' }));
    expect(JSON.stringify(result)).not.toMatch(/Garcia|4417/);
  });
});

describe('permissions', () => {
  test('are asked for by every call, in words that finish a sentence', () => {
    expect(Object.keys(asked).sort()).toEqual([...names].sort());
    for (const action of Object.values(actions)) expect(action).toMatch(/^[a-z]/);
  });
});

describe('every call of the contract', () => {
  // A supervisor's calls, and those that only an administrator has.
  const supervisors = names.filter((name) => may('supervisor', name, 'own'));
  const administrators = names.filter((name) => !supervisors.includes(name));
  test.each([
    ['supervisor', supervisors],
    ['administrator', administrators],
  ] as const)('has somebody who answers it, register or none: those of a %s', async (role, calls) => {
    const here = aDesk(someFolder(), {}, someone(role));
    for (const name of calls) {
      const result = await here.desk.route(name, {});
      expect([name, result.ok ? 'ok' : result.failure.kind]).toEqual([
        name,
        expect.stringMatching(/^(ok|invalid|no-register|cancelled|register-missing)$/),
      ]);
    }
    expect(here.bugs).toEqual([]);
  });

  test('survives rubbish, and the register too', async () => {
    const here = await anOpenDesk();
    const before = here.desk.status().entries;
    const rubbish = [
      undefined,
      null,
      0,
      '',
      [],
      {},
      { id: {} },
      { requestId: id() },
      { id: id() },
      { text: '"*)(NEAR' },
      { text: '\u0000', limit: 1 },
      { ids: [id()] },
    ];
    for (const name of names) {
      if (name === 'app.quit' || name.startsWith('register.')) continue;
      for (const input of rubbish) await here.desk.route(name, input);
    }
    expect(here.bugs).toEqual([]);
    expect(here.desk.status().entries).toBe(before);
    expect((await here.gives('register.verify', {})).rowsDiffering).toBe(0);
  });

  test('that searches takes any characters as words', async () => {
    const here = await anOpenDesk();
    for (const text of [
      '"',
      '*',
      'a* OR b',
      'NEAR(a b)',
      '-',
      '^',
      '(',
      "'; DROP TABLE entry; --",
      '\\',
      '%',
      '🙂',
      'ﬁ',
      'a"b',
    ]) {
      await here.gives('student.find', { text, limit: 5 });
      await here.gives('search.all', { text });
      await here.gives('course.list', { text, termId: null, offset: 0, limit: 5 });
      await here.gives('letter.list', { text, state: null, sort: 'name', offset: 0, limit: 5 });
    }
  });
});
