import { describe, expect, it } from 'vitest';
import { decidingFacts } from '../../shared/letters/deciding';
import { aSource, samples } from './samples';

const facts = (sample: string, language: 'en' | 'es' = 'en'): string | null => {
  const found = samples[sample];
  if (found === undefined) throw new Error(`no sample ${sample}`);
  return decidingFacts(found.source.determination, language);
};

/** Ten meetings of an hour, all of them while the office is open: a form can come in the middle of one. */
const mornings = Array.from({ length: 10 }, (_, i) => ({ date: `2026-09-${14 + i}`, from: '10:00', to: '11:00' }));
const at = (received: string, readings = {}): string | null => {
  const { determination } = aSource({
    course: { meetings: mornings },
    notice: { channel: 'counter', postmarked: null, received },
    readings,
  });
  return decidingFacts(determination, 'en');
};

describe('the fact that decided', () => {
  it('is the share of course time, on the side on which it lay', () => {
    expect(at('2026-09-16T10:29')).toBe(
      'When your drop took effect, 24.8% of the course time had elapsed, which is less than 25%.',
    );
    expect(at('2026-09-16T10:30')).toBe(
      'When your drop took effect, 25% of the course time had elapsed, which is exactly the limit of 25%.',
    );
    expect(at('2026-09-16T10:31')).toBe(
      'When your drop took effect, 25.2% of the course time had elapsed, which is more than 25%.',
    );
    expect(facts('a part', 'es')).toBe(
      'Cuando su baja surtió efecto había transcurrido el 20 % del tiempo del curso, menos del 25 %.',
    );
  });

  it('is exact where the computer’s fractions are not', () => {
    const course = {
      meetings: [
        { date: '2026-09-14', from: '10:00', to: '11:40' },
        ...['15', '16', '17', '18'].map((d) => ({ date: `2026-09-${d}`, from: '10:00', to: '10:25' })),
      ],
    };
    const { determination } = aSource({
      course,
      notice: { channel: 'counter', postmarked: null, received: '2026-09-14T10:58' },
    });
    expect(decidingFacts(determination, 'en')).toContain('29% of the course time had elapsed, which is more than 25%');
  });

  it('says the same where the policy is read so that the limit itself still counts', () => {
    expect(at('2026-09-16T10:30', { 'elapsed-boundary': 'passed' })).toContain('exactly the limit of 25%');
  });

  it('is when the course began, before it and after', () => {
    expect(facts('less the drop fee')).toBe(
      'The course began at 6:00 p.m. on Monday, September 14, 2026; your drop took effect before that.',
    );
    expect(facts('nothing for four meetings')).toBe(
      'The course began at 6:00 p.m. on Monday, September 14, 2026; your drop took effect then or later.',
    );
  });

  it('is the limit of the term’s weeks', () => {
    expect(facts('late drop granted')).toBe(
      'The limit for this was the end of Sunday, September 20, 2026; your form came after it.',
    );
    expect(facts('late drop granted', 'es')).toBe(
      'El límite para esto fue el final del domingo 20 de septiembre de 2026; su formulario llegó después.',
    );
  });

  it('tells why a form counts from another moment than it came', () => {
    expect(facts('less the deposit, fees still due')).toContain(
      'It came on a day our office is closed, so it counts from the next opening.',
    );
    expect(at('2026-09-14T17:30')).toContain(
      'It came after our office had closed, so it counts from the next opening.',
    );
    expect(at('2026-09-15T07:10')).toContain('It came before our office opened, so it counts from the next opening.');
    expect(at('2026-09-15T09:10')).not.toContain('next opening');
  });

  it('tells that an arranged course begins with its term', () => {
    const { determination } = aSource({ course: { arranged: true } });
    expect(decidingFacts(determination, 'en')).toContain(
      'An arranged course counts as begun with the term, on Monday, August 24, 2026.',
    );
  });

  it('is nothing where the clause alone decides', () => {
    for (const sample of [
      'class cancelled',
      'incomplete',
      'not official',
      'referred',
      'refused for lateness',
      'retroactive granted',
    ]) {
      expect(facts(sample), sample).toBeNull();
    }
  });
});
