import { describe, expect, it } from 'vitest';
import { makeLetter, officeStillOwes } from '../../shared/letters/letter';
import type { LetterSource } from '../../shared/letters/source';
import { sayDate, sayDay, sayStretch, sayWhen } from '../../shared/letters/words';
import { formatCents, formatPercent } from '../../shared/money';
import { aSource, office, pack, samples, wordsOf } from './samples';

const languages = ['en', 'es'] as const;

describe.each(languages)('letters in %s', (language) => {
  it.each(Object.entries(samples))(
    '%s: the right letter, in the words of its determination',
    (_, { source: given, type, amount }) => {
      const source: LetterSource = { ...given, language };
      const letter = makeLetter(source);
      const words = wordsOf(letter.html);
      const { determination: d, facts } = source;
      expect(letter.type).toBe(type);
      expect(letter.title).not.toMatch(/[{<&]/);

      for (const said of [
        sayDate(source.madeOn, language),
        'MARIA GARCIA-LOPEZ',
        '1420 ALDER ST APT 3B',
        'ARCADIA CA 90001-2210',
        'RD-2027-0417',
        'EXT 204-02 Project Management',
        'Fall 2026',
        sayStretch(source.course.meetings[0]?.date ?? '', source.course.meetings.at(-1)?.date ?? '', language),
        office.phone,
        office.email,
        'J. Rivera, Registration Services',
        language === 'en' ? office.languageLine : `This notice is available in English: ${office.phone}.`,
        source.number,
        `${type}/${language} v4`,
        `v${pack.version}`,
        source.hash.slice(0, 12),
      ]) {
        expect(words).toContain(said);
      }
      if (type === 'withdrawn') return;

      expect(words).toContain(`${pack.pack.name[language]}, ${language === 'en' ? 'clause' : 'cláusula'} ${d.clause}.`);
      expect(words).toContain(pack.pack.clauses[d.clause]?.says[language]);
      if (facts.notice != null) {
        expect(words).toContain(sayDay(facts.notice.received.slice(0, 10), language));
        if (facts.notice.postmarked != null) expect(words).toContain(sayDay(facts.notice.postmarked, language));
      }
      if (amount !== null) {
        expect(words).toContain(amount);
        expect(amount).toBe(formatCents(d.refund));
        const decision = words.slice(words.indexOf('Maria Garcia-Lopez'));
        const first = source.corrects === null ? decision : decision.slice(decision.indexOf('L-000901'));
        expect(first.indexOf(amount)).toBeLessThan(200);
      }
      if (d.outcome === 'refund' || d.outcome === 'none') {
        expect(words).toContain(formatCents(facts.fees.collected));
        expect(words).toContain(formatPercent(d.percent ?? 0, language));
        if (d.effective !== null) expect(words).toContain(sayWhen(d.effective, language));
        if (d.withheld > 0) expect(words).toContain(formatCents(-d.withheld));
        if (facts.fees.assessed > facts.fees.collected) {
          expect(words).toContain(formatCents(d.cancelled));
          expect(words).toContain(formatCents(d.settlement.stillDue));
        }
        if (d.settlement.payable > 0)
          expect(words).toContain(
            language === 'en' ? 'Acme Corp. (paid by check)' : 'Acme Corp. (forma de pago: cheque)',
          );
      }
      if (d.notation !== 'none')
        expect(words).toContain(
          d.notation === 'W' ? '“W”' : language === 'en' ? 'failing grade' : 'calificación reprobatoria',
        );
      const petition = d.deadlines.find((l) => l.id === 'petition');
      if (petition !== undefined) expect(words).toContain(sayDay(petition.through.slice(0, 10), language));
    },
  );
});

describe('what a letter says', () => {
  it('promises the refund between the days that were determined, and never in the past', () => {
    const promise = (madeOn: string): string =>
      /original payer, .*?\. You/.exec(wordsOf(makeLetter({ ...aSource(), madeOn }).html))?.[0] ?? '';
    expect(promise('2026-09-23')).toContain('between October 6, 2026 and October 20, 2026');
    expect(promise('2026-10-08')).toContain('by October 20, 2026');
    expect(promise('2026-10-08')).not.toContain('October 6');
    expect(promise('2026-11-01')).toContain('between November 15, 2026 and November 29, 2026');
  });

  it('names the next refund deadline until it has passed', () => {
    const incomplete = { notice: { kind: 'letter' as const } };
    const words = wordsOf(makeLetter(aSource(incomplete, { madeOn: '2026-09-23' })).html);
    expect(words).toContain('before 7:25 p.m. on Monday, September 28, 2026');
    expect(words).toContain('up to 65% of the fees paid');
    expect(wordsOf(makeLetter(aSource(incomplete, { madeOn: '2026-09-29' })).html)).toContain(
      'No refund deadline lies ahead any more',
    );
  });

  it('says that the door is closed once the petition’s last day is over', () => {
    const words = (madeOn: string): string => wordsOf(makeLetter({ ...aSource(), madeOn }).html);
    expect(words('2027-05-16')).toContain('We must receive it by Sunday, May 16, 2027');
    expect(words('2027-05-17')).toContain(
      'The last day for the form “Petition of the Student” was Sunday, May 16, 2027',
    );
  });

  it('names both letters in a correction, and the former amount where it was another', () => {
    const words = wordsOf(makeLetter(samples['correction of an earlier letter']?.source as LetterSource).html);
    expect(words).toContain('replaces our letter L-000901 of September 16, 2026, which gave your refund as $390.00');
    const same = aSource({}, { corrects: { number: 'L-000901', madeOn: '2026-09-16', refund: 26000 } });
    expect(wordsOf(makeLetter(same).html)).not.toContain('which gave');
    expect(makeLetter(same).title).toBe('Correction: Refund decision: $260.00');
  });

  it('encloses the form that is still to be sent, filled in', () => {
    const { html, pages } = makeLetter(samples['incomplete']?.source as LetterSource);
    expect(wordsOf(html)).toContain('the enclosed “Drop form”, completed and signed');
    expect(html).toContain('class="sheet form"');
    expect(pages).toBe(2);
    expect(makeLetter(samples['petition required']?.source as LetterSource).html).toContain(
      'aria-label="RDF1|0098-4417|EXT 204-02|petition"',
    );
    expect(makeLetter(samples['a part']?.source as LetterSource).html).not.toContain('class="sheet form"');
  });

  it('leaves the letterhead to printed paper, and the fold marks to envelopes with a window', () => {
    const on = (printing: Partial<typeof office.printing>): string =>
      makeLetter(aSource({}, { office: { ...office, printing: { ...office.printing, ...printing } } })).html;
    expect(on({})).toContain('class="letterhead"');
    expect(on({ preprintedLetterhead: true })).not.toContain('class="letterhead"');
    expect(on({ envelope: 'none' })).not.toContain('class="fold"');
  });

  it('goes on to a second sheet when it is long, each with its number', () => {
    const long = aSource(
      { fees: { assessed: 60000, collected: 20000, deposit: 0 } },
      { course: { ...aSource().course, title: 'A very long title of a course '.repeat(4).trim() }, language: 'es' },
    );
    const { html, pages } = makeLetter({
      ...long,
      office: { ...office, name: 'Oficina de '.repeat(7).trim(), email: `${'a'.repeat(60)}@example.edu` },
    });
    expect(pages).toBe(2);
    expect(wordsOf(html)).toContain('Maria Garcia-Lopez · RD-2027-0417 · página 2 de 2');
  });

  it('is the same letter for the same facts', () => {
    const source = aSource();
    expect(makeLetter(source).html).toBe(makeLetter(structuredClone(source)).html);
  });

  it('cannot be made while it is the office that owes something', () => {
    expect(officeStillOwes(aSource({ notice: { kind: 'letter' } }))).toEqual([]);
    expect(officeStillOwes(aSource({ course: { category: 'open-university', termBegins: null } }))).toEqual([
      'term-begins',
    ]);
    expect(
      officeStillOwes(
        aSource({ notice: { received: '2026-10-12T11:00' }, decision: { percent: null, authority: null } }),
      ),
    ).toEqual(['percent', 'authority']);
  });
});
