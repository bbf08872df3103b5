import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { ListTable, type Column } from '../../components/list-table';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { useNames } from '../../names';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { FailureBox } from '../saying';
import { useMoment } from '../office-moment';
import { count, shortDay } from '../wording';
import { RefusedFile } from './refused-file';
import '../screens.css';

type Version = Output<'policy.list'>['versions'][number];
type Draft = Output<'policy.list'>['drafts'][number];

type Saying = { readonly moment: (at: string) => string; readonly nameOf: (account: string) => string };

const versionColumns = ({ moment, nameOf }: Saying): readonly Column<Version>[] => [
  { id: 'name', heading: 'Policy', cell: (v) => <strong>{v.name}</strong> },
  { id: 'institution', heading: 'Institution', cell: (v) => v.institution },
  { id: 'version', heading: 'Version', numeric: true, cell: (v) => v.version },
  { id: 'from', heading: 'In force from', cell: (v) => shortDay(v.effectiveFrom) },
  {
    id: 'published',
    heading: 'Published',
    cell: (v) =>
      v.published === null ? (
        <span className="quiet-text no-wrap">came with the app</span>
      ) : (
        `by this office, ${moment(v.published.at)}, ${nameOf(v.published.by)}: ${v.published.reason}`
      ),
  },
  { id: 'used', heading: 'Used', numeric: true, cell: (v) => (v.used === 0 ? 'not yet' : count(v.used, 'time')) },
];

const draftColumns = ({ moment, nameOf }: Saying): readonly Column<Draft>[] => [
  { id: 'name', heading: 'Draft', cell: (d) => <strong>{d.name === '' ? 'A new policy' : d.name}</strong> },
  { id: 'from', heading: 'Made from', cell: (d) => (d.from === null ? 'nothing: a new policy' : `version ${d.from}`) },
  { id: 'saved', heading: 'Kept', cell: (d) => `${moment(d.savedAt)} by ${nameOf(d.savedBy)}` },
];

/** Every policy with its versions, and the drafts of those to come. */
export function PoliciesList() {
  const [, go] = useLocation();
  const list = useCall('policy.list', {});
  const [failure, setFailure] = useState<Failure | null>(null);
  const saying: Saying = { moment: useMoment(), nameOf: useNames() };
  const read = async () => {
    setFailure(null);
    const result = await change('policy.import', { requestId: newRequestId() });
    if (!result.ok) return setFailure(result.failure.kind === 'cancelled' ? null : result.failure);
    say({ tone: 'saved', text: `${result.value.draft.name} is read in as a draft` });
    go(to.policyDraft(result.value.draft.id));
  };
  const { versions = [], drafts = [] } = list.data ?? {};
  return (
    <Screen
      title="Policies"
      detail={list.data === undefined ? '' : count(new Set(versions.map((v) => v.policy)).size, 'policy', 'policies')}
      actions={
        <>
          <Button asks="policy.import" onPress={() => void read()}>
            Import a file…
          </Button>
          <Button asks="policy.draft.save" tone="primary" onPress={() => go(to.policyNew)}>
            New policy
          </Button>
        </>
      }
    >
      <div className="stack">
        {list.error !== null && <FailureBox failure={list.error.failure} />}
        {failure !== null && <RefusedFile failure={failure} />}
        {drafts.length > 0 && (
          <Panel
            title="Drafts"
            aside={<span className="quiet-text">They decide nothing until they are published.</span>}
          >
            <ListTable
              label="Drafts"
              columns={draftColumns(saying)}
              rows={drafts}
              keyOf={(d) => d.id}
              onOpen={(d) => go(to.policyDraft(d.id))}
            />
          </Panel>
        )}
        <Panel
          title="Published"
          aside={<span className="quiet-text">A course is decided by the version in force when it begins.</span>}
        >
          {list.data !== undefined && (
            <ListTable
              label="Published versions"
              columns={versionColumns(saying)}
              rows={versions}
              keyOf={(v) => `${v.policy} ${v.version}`}
              onOpen={(v) => go(to.policyVersion(v.policy, v.version))}
              empty={<p>No policy yet. Add the first one, or import its file.</p>}
            />
          )}
        </Panel>
      </div>
    </Screen>
  );
}
