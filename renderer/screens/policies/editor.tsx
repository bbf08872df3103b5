import { useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { DayContext } from '../../../shared/typed/day';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { focusField } from '../../components/field';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { completed } from './blank';
import { CaseFields } from './case-fields';
import { ClausesContext } from './cite';
import { checkDraft, type Found } from './draft-check';
import { DraftingContext, fieldName, type Drafting, type DraftTree } from './drafting';
import { useDraftSaving } from './draft-saving';
import { DiscardDraft } from './discard-draft';
import { FoundPanel } from './found-panel';
import { focusWithin } from './list-fields';
import { OneOfList } from './one-of-list';
import { PartField, PartFields } from './part-fields';
import { SectionTree } from './section-tree';
import { fieldsOf, sectionAt, sections } from './sections';
import { packFields, type Shape } from './shape';
import { TextPanel } from './text-panel';
import { TierChart } from './tier-chart';
import { branchOf, textOf, withValue, type Path } from './tree';
import { sayResults, WorkedResults } from './worked-results';

type Open = { readonly section: string; readonly at: number | null };

/** A policy being written: its parts as forms, what is wrong under each field, its tiers and its worked cases beside them. */
export function PolicyEditor({ kept, days }: { readonly kept: Output<'policy.draft.get'>; readonly days: DayContext }) {
  const [, go] = useLocation();
  const [tree, setTree] = useState<DraftTree>(kept.file);
  const [checked, setChecked] = useState<DraftTree>(kept.file);
  const [open, setOpen] = useState<Open>({ section: 'name', at: null });
  const saving = useDraftSaving(kept.draft, tree);
  useEffect(() => {
    const timer = setTimeout(() => setChecked(tree), 200);
    return () => clearTimeout(timer);
  }, [tree]);
  const check = useMemo(() => checkDraft(completed(checked)), [checked]);
  const put = useCallback(
    (path: Path, value: unknown) => setTree((own) => withValue(own, path, value) as DraftTree),
    [],
  );
  useEffect(() => {
    document.querySelector<HTMLElement>('.policy-editor .part-button[aria-current]')?.focus();
  }, []);
  const drafting = useMemo<Drafting>(() => ({ tree, check, days, put, change: setTree }), [tree, check, days, put]);

  const goTo = (next: Open, field: Path | null = null) => {
    setOpen(next);
    const within: Path =
      next.section === 'cases' || next.section === 'schedules'
        ? [
            ...(next.section === 'cases' ? ['cases', 'cases'] : ['pack', 'schedules']),
            ...(next.at === null ? [] : [next.at]),
          ]
        : [
            'pack',
            fieldsOf(sections.find((s) => s.id === next.section) ?? { id: '', title: '', keys: [] })[0]?.key ?? '',
          ];
    requestAnimationFrame(() => {
      if (field !== null) return focusField(fieldName(field)) ? undefined : focusWithin(field);
      if (next.section === 'text') return void focusField('asText');
      const row = next.at === null ? document.querySelector<HTMLElement>('.record-form tr[data-row]') : null;
      if (row === null) focusWithin(within);
      else row.focus();
    });
  };
  const goToFound = ({ path }: Found) => {
    const section = sectionAt(path);
    const place = section === 'cases' ? path[2] : section === 'schedules' ? path[2] : null;
    goTo({ section, at: typeof place === 'number' ? place : null }, path);
  };
  const runCases = () => {
    const now = checkDraft(completed(tree));
    setChecked(tree);
    const failed = now.results === null || now.results.some((r) => !r.passed);
    say({ tone: failed ? 'problem' : 'saved', text: sayResults(now.results) });
  };
  const save = async () => {
    setTree(completed(tree));
    if (await saving.keep()) say({ tone: 'saved', text: 'Saved the draft' });
  };
  useCommands({ 'record.save': () => void save(), 'list.refresh': runCases }, 'policy.draft.save');

  const pack = branchOf(tree.pack);
  const name = textOf(branchOf(pack['name'])['en']) || 'A new policy';
  const errors = check.found.filter((f) => f.severity === 'error');
  const lines = [...sections.map(({ id, title }) => ({ id, title })), { id: 'cases', title: 'Worked cases' }].map(
    (line) => ({
      ...line,
      errors: errors.filter((f) => sectionAt(f.path) === line.id).length,
    }),
  );
  const schedules = shapeOfList('schedules');
  return (
    <Screen
      title={`Draft: ${name}`}
      detail={
        saving.state === 'kept' ? 'Kept in the register' : saving.state === 'keeping' ? 'Keeping…' : 'Not kept yet'
      }
      actions={
        <>
          <CommandButton id="list.refresh" label="Run the worked cases" />
          <CommandButton id="record.save" label="Save the draft" />
          <Button
            tone="primary"
            onPress={() => void saving.keep().then((ok) => ok && go(to.policyPublish(kept.draft.id)))}
          >
            Publish…
          </Button>
        </>
      }
    >
      <DraftingContext value={drafting}>
        <ClausesContext value={branchOf(pack['clauses'])}>
          <div className="policy-editor">
            <SectionTree
              lines={[...lines, { id: 'text', title: 'Show as text', errors: 0 }]}
              open={open.section}
              onOpen={(section) => goTo({ section, at: null })}
            />
            <div className="stack" onBlur={() => setTree(completed)}>
              {saving.failure !== null && <FailureBox failure={saving.failure} />}
              <RecordForm className="stack" onSave={() => void save()}>
                <Panel
                  title={[...lines, { id: 'text', title: 'As text' }].find((l) => l.id === open.section)?.title ?? ''}
                >
                  {open.section === 'schedules' && (
                    <OneOfList
                      path={['pack', 'schedules']}
                      one="schedule"
                      of={schedules}
                      at={open.at}
                      onOpen={(at) => goTo({ section: 'schedules', at })}
                    >
                      {(path) => (
                        <PartFields path={path} fields={schedules.kind === 'object' ? schedules.fields : []} />
                      )}
                    </OneOfList>
                  )}
                  {open.section === 'cases' && (
                    <OneOfList
                      path={['cases', 'cases']}
                      one="worked case"
                      of={{ kind: 'object', fields: [] }}
                      at={open.at}
                      onOpen={(at) => goTo({ section: 'cases', at })}
                      list={
                        check.results === null ? undefined : (
                          <WorkedResults results={check.results} onOpen={(at) => goTo({ section: 'cases', at })} />
                        )
                      }
                    >
                      {(path) => <CaseFields path={path} />}
                    </OneOfList>
                  )}
                  {open.section === 'text' && <TextPanel />}
                  <div className="form">
                    {sections
                      .filter((s) => s.id === open.section && s.id !== 'schedules')
                      .flatMap(fieldsOf)
                      .map((field) => (
                        <PartField key={field.key} path={['pack', field.key]} field={field} />
                      ))}
                  </div>
                  {open.section === 'name' && <DiscardDraft id={kept.draft.id} onDiscard={saving.stop} />}
                </Panel>
              </RecordForm>
            </div>
            <div className="stack">
              <Panel title="Tiers">
                <TierChart
                  pack={tree.pack}
                  troubles={errors
                    .filter((f) => /^pack\.(schedules\.\d+\.when|categories\.\d+)$/.test(fieldName(f.path)))
                    .map((f) => f.message)}
                />
              </Panel>
              <FoundPanel found={check.found} onOpen={goToFound} />
              <Panel title="Worked cases" aside={<span className="quiet-text">{sayResults(check.results)}</span>}>
                {check.results !== null && (
                  <WorkedResults results={check.results} onOpen={(at) => goTo({ section: 'cases', at })} />
                )}
              </Panel>
            </div>
          </div>
        </ClausesContext>
      </DraftingContext>
    </Screen>
  );
}

function shapeOfList(key: string): Shape {
  const shape = packFields.find((f) => f.key === key)?.shape;
  return shape?.kind === 'list' ? shape.of() : { kind: 'object', fields: [] };
}
