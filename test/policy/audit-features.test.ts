import { describe, expect, test } from 'vitest';
import { audit } from '../../shared/policy/audit';
import type { Features } from '../../shared/policy/features';
import { shippedPacks } from '../../shared/policy/packs/index';

// What a pack asks of the screens must be something that a screen can do.

const packOf = (id: string) => shippedPacks.find((p) => p.id === id)!.pack;

function found(id: string, change: (features: Features) => Features): readonly string[] {
  const pack = packOf(id);
  return audit({ ...pack, features: change(structuredClone(pack.features!)) })
    .filter(({ where }) => where.startsWith('features'))
    .map(({ severity, where }) => `${severity} ${where}`);
}

test('the features of the policies that come with the app are sound', () => {
  for (const { pack } of shippedPacks)
    expect(audit(pack).filter(({ where }) => where.startsWith('features'))).toEqual([]);
});

describe('registrations', () => {
  const own = (change: (registration: NonNullable<Features['registration']>) => void): readonly string[] =>
    found('mit-xpro', (features) => {
      change(features.registration!);
      return features;
    });
  test('a line of the letter of admission beside a limit that the policy does not have', () => {
    expect(own((r) => (r.admission![0]!.deadline = 'grade-free'))).toEqual([
      'error features.registration.admission.0.deadline',
    ]);
    expect(own((r) => (r.admission![0]!.deadline = 'refund:50'))).toEqual([
      'error features.registration.admission.0.deadline',
    ]);
    expect(own((r) => (r.admission![0]!.deadline = 'refund:100'))).toEqual([]);
    expect(own((r) => (r.admission![0]!.deadline = undefined))).toEqual([]);
  });
  test.each(['Iran', 'ir', 'IRN', 'UA-', ''])('“%s” is no code of a place', (code) => {
    expect(own((r) => (r.residence!.barred[1]!.code = code))).toEqual([
      'error features.registration.residence.barred.1.code',
    ]);
  });
  test('a place that stands twice', () => {
    expect(own((r) => (r.residence!.barred[2]!.code = 'IR'))).toEqual([
      'error features.registration.residence.barred.2.code',
    ]);
  });
});

describe('unenrollments', () => {
  const own = (change: (unenrollment: NonNullable<Features['unenrollment']>) => void): readonly string[] =>
    found('mitx-online-dedp', (features) => {
      change(features.unenrollment!);
      return features;
    });
  test('a confirmation that names what nobody knows', () => {
    const says = { en: 'Until {tomorrow}', es: 'Hasta {tomorrow}' };
    expect(own((u) => (u.confirmation[2]!.says = says))).toEqual([
      'error features.unenrollment.confirmation.2.says.en',
    ]);
  });
  test('a warning on one side of the deadline and none on the other is a note for each track', () => {
    const note = 'note features.unenrollment.confirmation';
    expect(own((u) => u.confirmation.splice(1, 1))).toEqual([note, note]);
    expect(own((u) => (u.confirmation[1]!.track = 'audit'))).toEqual([note]);
  });
});
