import type { RegistrationRules } from '../../../shared/register/registration';

/** What a policy asks of registrations, in its own words, each with its clause. */
export function RulesList({ rules }: { readonly rules: RegistrationRules }) {
  const said = [rules.groups, rules.invoices, rules.residence, rules.noSubstitution, rules.noTransfer].filter(
    (rule) => rule !== undefined,
  );
  return (
    <ul className="rules">
      {said.map((rule) => (
        <li key={`${rule.clause} ${rule.says.en}`}>
          {rule.says.en} <span className="clause-mark">{rule.clause}</span>
        </li>
      ))}
      {rules.residence !== undefined && (
        <li>Nobody is enrolled who lives in {rules.residence.barred.map((b) => b.name.en).join(', ')}.</li>
      )}
    </ul>
  );
}
