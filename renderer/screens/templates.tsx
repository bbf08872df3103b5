import { useLocation } from 'wouter';
import type { TemplateRow } from '../../shared/contract/templates';
import { sayType } from '../../shared/letters/type-words';
import { ListTable, type Column } from '../components/list-table';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { useCall } from '../wire';
import { FailureBox } from './saying';
import './style/templates.css';

type Pair = { readonly type: string; readonly en: TemplateRow; readonly es: TemplateRow };

/** The words of every kind of letter: whose they are in each language, whether somebody has read them, and which language is behind. */
export function TemplatesScreen() {
  const [, go] = useLocation();
  const list = useCall('template.list', {});
  const rows = list.data ?? [];
  const pairs = rows.flatMap((en): readonly Pair[] => {
    const es = en.language === 'en' ? rows.find((row) => row.type === en.type && row.language === 'es') : undefined;
    return es === undefined ? [] : [{ type: en.type, en, es }];
  });
  const own = rows.filter((row) => row.own).length;
  return (
    <Screen
      title="Words of letters"
      detail={own === 0 ? 'All standard' : `${own} of ${rows.length} are the office’s own`}
    >
      {list.error !== null && <FailureBox failure={list.error.failure} />}
      <Panel title="Kinds of letters">
        <p className="part-note">
          Enter opens a letter, to change what it says in either language. Letters already made stay as they are.
        </p>
        <ListTable
          label="Kinds of letters"
          columns={columns}
          rows={pairs}
          keyOf={(pair) => pair.type}
          onOpen={(pair) => go(to.template(pair.type))}
        />
      </Panel>
    </Screen>
  );
}

const columns: readonly Column<Pair>[] = [
  { id: 'type', heading: 'Letter', cell: ({ type }) => sayType(type) },
  { id: 'title', heading: 'Title', cell: ({ en }) => en.title },
  { id: 'en', heading: 'English', cell: ({ en }) => <Standing row={en} /> },
  { id: 'es', heading: 'Spanish', cell: ({ es }) => <Standing row={es} /> },
];

/** How the words stand in one language. */
function Standing({ row }: { readonly row: TemplateRow }) {
  const language = row.language === 'en' ? 'English' : 'Spanish';
  return (
    <>
      {row.own ? 'Own' : 'Standard'}, version {row.version}
      {!row.reviewed && <span className="own-mark"> · not read yet</span>}
      {row.behind && <span className="own-mark"> · {language} is behind</span>}
    </>
  );
}
