import { expectFields, caseHeadFields } from './case-shape';
import { useDrafting } from './drafting';
import { PartField, PartFields } from './part-fields';
import { caseFactsFields } from './shape';
import { branchOf, valueAt, type Path } from './tree';
import { ChoiceLeaf } from './leaf-fields';

/** A worked case as a small form: what happened, and what the policy should give for it. */
export function CaseFields({ path }: { readonly path: Path }) {
  const { tree } = useDrafting();
  const offices = Object.keys(branchOf(valueAt(tree, ['cases', 'offices'])));
  const facts: Path = [...path, 'facts'];
  return (
    <>
      {caseHeadFields.map((field) => (
        <PartField key={field.key} path={[...path, field.key]} field={field} />
      ))}
      {caseFactsFields
        .filter(({ key }) => key === 'course' || key === 'fees' || key === 'notice')
        .map((field) => (
          <PartField key={field.key} path={[...facts, field.key]} field={field} />
        ))}
      <fieldset className="part-group">
        <legend>What the policy gives</legend>
        <PartFields path={[...path, 'expect']} fields={expectFields} />
      </fieldset>
      {caseFactsFields
        .filter(({ key }) => !['course', 'fees', 'notice'].includes(key))
        .map((field) => (
          <PartField key={field.key} path={[...facts, field.key]} field={field} />
        ))}
      {offices.length > 1 && (
        <ChoiceLeaf
          path={[...facts, 'office']}
          label="Office"
          hint="Whose hours and closures count"
          problem={undefined}
          warning={undefined}
          required
          nothing=""
          value={valueAt(tree, [...facts, 'office'])}
          options={offices.map((value) => ({ value, words: value.replaceAll('-', ' ') }))}
        />
      )}
    </>
  );
}
