import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { call, change, newRequestId, useCall } from '../../wire';
import { FailureBox } from '../saying';
import { count, shortDay } from '../wording';
import { ClausesContext } from './cite';
import { checkDraft } from './draft-check';
import { nameOf, branchOf, textOf } from './tree';
import { fieldsOf, sections } from './sections';
import { PartRead } from './part-read';
import { TierChart } from './tier-chart';
import { sayResults, WorkedResults } from './worked-results';
import type { DraftTree } from './drafting';
import '../screens.css';

/** A published version, to be read: its schedules as tiers, every part with its clauses, its worked cases as they come out now. */
export function PolicyVersion({ policy, version }: { readonly policy: string; readonly version: string }) {
  const [, go] = useLocation();
  const file = useCall('policy.get', { policy, version });
  const list = useCall('policy.list', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  const tree = file.data;
  const check = useMemo(() => (tree === undefined ? null : checkDraft(tree)), [tree]);
  const listed = list.data?.versions.find((v) => v.policy === policy && v.version === version);
  const pack = branchOf(tree?.pack);

  const draft = async (from: string | null, own: DraftTree) => {
    setFailure(null);
    const result = await change('policy.draft.save', { requestId: newRequestId(), id: null, from, file: own });
    if (!result.ok) return setFailure(result.failure);
    go(to.policyDraft(result.value.draft.id));
  };
  const duplicate = (own: DraftTree) => {
    const name = `Copy of ${textOf(branchOf(pack['name'])['en'])}`;
    const taken = list.data?.versions.map((v) => v.policy) ?? [];
    void draft(null, {
      ...own,
      pack: {
        ...pack,
        id: nameOf(name, taken),
        name: { en: name, es: `Copia de ${textOf(branchOf(pack['name'])['es'])}` },
      },
    });
  };
  const save = async () => {
    setFailure(null);
    const result = await call('policy.export', { policy, version });
    if (result.ok) return say({ tone: 'saved', text: `Exported to ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setFailure(result.failure);
  };
  return (
    <Screen
      title={textOf(branchOf(pack['name'])['en']) || 'Policy'}
      detail={`Version ${version}${listed === undefined ? '' : `, in force from ${shortDay(listed.effectiveFrom)}`}`}
      actions={
        <>
          <Button asks="policy.readings" onPress={() => go(to.policyReadings(policy))}>
            Readings…
          </Button>
          <Button onPress={() => void save()}>Export…</Button>
          <Button
            asks="policy.draft.save"
            disabled={tree === undefined}
            onPress={() => tree !== undefined && duplicate(tree)}
          >
            Duplicate as a new policy
          </Button>
          <Button
            tone="primary"
            disabled={tree === undefined}
            onPress={() => tree !== undefined && void draft(version, tree)}
          >
            New version from this one
          </Button>
        </>
      }
    >
      <ClausesContext value={branchOf(pack['clauses'])}>
        <div className="stack">
          {file.error !== null && <FailureBox failure={file.error.failure} />}
          {failure !== null && <FailureBox failure={failure} />}
          <Notice tone="note">
            This version is published and can only be read
            {listed === undefined || listed.used === 0 ? '' : `: ${count(listed.used, 'determination')} stand on it`}.
            To change anything, make a new version from it. Enter or F1 on a clause shows its words.
          </Notice>
          {tree !== undefined && check !== null && (
            <div className="columns policy-columns">
              <div className="stack">
                <Panel title="Tiers">
                  <TierChart pack={pack} troubles={[]} />
                </Panel>
                {sections
                  .filter((s) => s.id !== 'schedules' && fieldsOf(s).some((f) => hasAny(pack[f.key])))
                  .map((section) => (
                    <Panel key={section.id} title={section.title}>
                      <PartRead fields={fieldsOf(section)} value={pack} parent="pack" pack={pack} />
                    </Panel>
                  ))}
              </div>
              <div className="stack">
                <Panel title="Worked cases" aside={<span className="quiet-text">{sayResults(check.results)}</span>}>
                  <WorkedResults results={check.results ?? []} />
                </Panel>
              </div>
            </div>
          )}
        </div>
      </ClausesContext>
    </Screen>
  );
}

function hasAny(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
