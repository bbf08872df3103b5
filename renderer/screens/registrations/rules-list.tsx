import type { RegistrationRules } from '../../../shared/register/registration';

/** What a policy asks of registrations, in its own words, each with its clause. */
export function RulesList({ rules }: { readonly rules: RegistrationRules }) {
  const { groups, invoices, residence, noSubstitution, noTransfer } = rules;
  const barred = residence?.barred.map((place) => place.name.en).join(', ') ?? '';
  const said = [groups, invoices, residence, noSubstitution, noTransfer].filter((rule) => rule !== undefined);
  return (
    <ul className="rules">
      {said.map((rule) => (
        <li key={`${rule.clause} ${rule.says.en}`}>
          {rule.says.en} {rule === residence && `(${barred}) `}
          <span className="clause-mark">{rule.clause}</span>
        </li>
      ))}
    </ul>
  );
}
