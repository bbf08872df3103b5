import { Fragment } from 'react';
import { Link, useLocation } from 'wouter';
import type { CaseView } from '../../../shared/contract/cases';
import { isPetitionForm } from '../../../shared/policy/asked';
import { useCommands } from '../../commanding';
import { CommandButton } from '../../components/button';
import { Panel } from '../../components/panel';
import { petitionTitle } from '../../forms/words';
import { policyOf } from '../../policies';
import { to } from '../../routes';
import { useCall } from '../../wire';
import { Attachments } from '../petitions/attachments';
import { StateChip } from '../petitions/states';
import { isOpen } from './case-form';

/** The petitions and appeals of a case, each with its state and the way to it, and the ways to open another. */
export function CasePetitions({ view }: { readonly view: CaseView }) {
  const [, go] = useLocation();
  const { row } = view;
  const pack = policyOf(row.policy)?.pack ?? null;
  const open = isOpen(view);
  const forms = pack === null ? [] : pack.forms.filter((form) => isPetitionForm(form, pack));
  // Only what was determined can be appealed against.
  const determined = open && view.determinations.some((d) => !d.superseded);
  useCommands({
    'petition.new': open ? () => go(to.petitionOn(row.id)) : undefined,
    'appeal.new': determined ? () => go(to.appealOn(row.id)) : undefined,
  });
  return (
    <Panel
      title="Petitions and appeals"
      aside={
        <span className="row-of">
          {open && <CommandButton id="petition.new" label="Petition" />}
          {determined && <CommandButton id="appeal.new" label="Appeal" />}
        </span>
      }
    >
      {view.petitions.length === 0 && <p className="quiet-text">None.</p>}
      {open && forms.length > 0 && (
        <p className="quiet-text">
          Forms filled in for this case:{' '}
          {forms.map((form, index) => (
            <Fragment key={form.id}>
              {index > 0 && ', '}
              <Link href={to.formOn(row.id, form.id)}>{form.title.en}</Link>
            </Fragment>
          ))}
        </p>
      )}
      <ul className="case-letters">
        {view.petitions.map((petition) => (
          <li key={petition.id} className={petition.state === 'undone' ? 'undone' : undefined}>
            <Link href={to.petition(petition.id)}>{petition.number}</Link> {petitionTitle(petition.kind, pack)}{' '}
            <StateChip state={petition.state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The scanned papers kept with a case, those of its petitions among them. */
export function CaseAttachments({ view }: { readonly view: CaseView }) {
  const kept = useCall('attachment.list', { caseId: view.row.id });
  if (kept.data === undefined || kept.isPlaceholderData) return null;
  return <Attachments caseId={view.row.id} petitionId={null} attachments={kept.data} open={isOpen(view)} />;
}
