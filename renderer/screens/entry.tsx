import { useEffect, useState } from 'react';
import { EntryForm } from '../forms/entry-form';
import { draftKey, freshForm, prepareForm, type Prepared } from '../forms/entry-draft';
import { Screen } from '../components/screen';
import { useToday } from '../today';
import { call, useCall } from '../wire';
import { FailureBox } from './saying';

/** Drop forms keyed from paper: the form, its live worksheet, and what was entered in this batch. `caseId` names a case to complete or correct. */
export function EntryScreen({ caseId }: { readonly caseId: string | null }) {
  const office = useCall('office.get', {});
  const today = useToday();
  const kept = useCall('case.get', caseId === null ? null : { id: caseId });
  const [prepared, setPrepared] = useState<Prepared | null>(null);
  useEffect(() => {
    let gone = false;
    void prepareForm(caseId).then((form) => {
      if (!gone) setPrepared(form);
    });
    return () => {
      gone = true;
    };
  }, [caseId]);
  const failure = office.error?.failure ?? kept.error?.failure;
  if (failure !== undefined) {
    return (
      <Screen title="New drop form">
        <FailureBox failure={failure} />
      </Screen>
    );
  }
  if (office.data === undefined || today === null || prepared === null)
    return <main className="screen" aria-busy="true" />;
  return (
    <EntryForm
      key={prepared.requestId}
      office={office.data.office}
      today={today.day}
      prepared={prepared}
      caseId={caseId}
      onNext={() => setPrepared(freshForm())}
      onStartAfresh={() =>
        void call('draft.discard', { key: draftKey(caseId) }).then(() =>
          caseId === null ? setPrepared(freshForm()) : void prepareForm(caseId).then(setPrepared),
        )
      }
    />
  );
}
