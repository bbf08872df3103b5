import type { OfficeForm } from './office-text';

/** The head of a letter as it will look, in small. */
export function LetterheadPreview({ office }: { readonly office: OfficeForm['office'] }) {
  const { headline, line, color } = office.letterhead;
  const shade = /^#[0-9a-f]{6}$/i.test(color) ? color : '#333333';
  const address = [
    office.name,
    office.address.line1,
    [office.address.city, office.address.state, office.address.postal].filter((p) => p !== '').join(' '),
    office.phone,
  ];
  return (
    <figure className="letterhead-preview">
      <div className="paper">
        <div className="paper-head" style={{ borderColor: shade }}>
          <strong style={{ color: shade }}>{headline === '' ? office.institution || 'Institution' : headline}</strong>
          <span>{line === '' ? address.filter((part) => part !== '').join(' · ') : line}</span>
        </div>
        <p>Dear …,</p>
        <p className="paper-lines" aria-hidden="true" />
        <p>Sincerely,</p>
        <p>
          <strong>{office.signatory.name || 'Signatory'}</strong>
          <br />
          {office.signatory.title}
        </p>
        {office.languageLine !== '' && <p className="paper-small">{office.languageLine}</p>}
      </div>
      <figcaption className="quiet-text">How letters begin and end</figcaption>
    </figure>
  );
}
