import { useEffect, useState } from 'react';
import { letterTypes } from '../../../shared/letters/template';
import { sayType } from '../../../shared/letters/type-words';
import { Screen } from '../../components/screen';
import { call, useCall } from '../../wire';
import { FailureBox } from '../saying';
import { draftKey, readDraft, type WordsDraft } from './words-draft';
import { WordsPage } from './words-page';
import '../style/templates.css';

/** The words of one kind of letter, English and Spanish side by side. */
export function TemplateScreen({ type: asked }: { readonly type: string }) {
  const type = letterTypes.find((known) => known === asked) ?? null;
  const en = useCall('template.get', type === null ? null : { type, language: 'en', version: null });
  const es = useCall('template.get', type === null ? null : { type, language: 'es', version: null });
  const [draft, setDraft] = useState<{ readonly of: string; readonly draft: WordsDraft | null } | null>(null);
  useEffect(() => {
    if (type === null) return;
    void call('draft.get', { key: draftKey(type) }).then((kept) =>
      setDraft({ of: type, draft: kept.ok && kept.value !== null ? readDraft(kept.value.text) : null }),
    );
  }, [type]);
  const failed = en.error ?? es.error;
  if (type === null) return <Screen title="Words of a letter">There is no such kind of letter.</Screen>;
  if (failed !== null) {
    return (
      <Screen title={sayType(type)}>
        <FailureBox failure={failed.failure} />
      </Screen>
    );
  }
  const kept = en.data?.type === type && es.data?.type === type ? { en: en.data, es: es.data } : null;
  if (kept === null || draft?.of !== type) return <Screen title={sayType(type)}>{null}</Screen>;
  return <WordsPage key={type} type={type} kept={kept} draft={draft.draft} />;
}
