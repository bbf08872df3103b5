import { useRef, useState, type DragEvent } from 'react';
import type { KeptAttachment } from '../../../shared/contract/petitions';
import type { Failure } from '../../../shared/errors';
import { attachmentKinds, type AttachmentKind } from '../../../shared/register/petition';
import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Panel } from '../../components/panel';
import { useMay } from '../../may';
import { say } from '../../status';
import { call, change, newRequestId } from '../../wire';
import { useNames } from '../../names';
import { useMoment } from '../office-moment';
import { FailureBox } from '../saying';
import { size } from '../wording';
import { attachmentWords } from './attachment-words';
import { ShownAttachment, TakeOut } from './attachment-shown';

type AttachmentsProps = {
  readonly caseId: string;
  /** The petition to which a paper added here belongs; null where it belongs to the case alone. */
  readonly petitionId: string | null;
  readonly attachments: readonly KeptAttachment[];
  /** Whether papers may still be added and taken out: not of a case that is closed. */
  readonly open: boolean;
};

const kindChoices = attachmentKinds.map((value) => ({ value, words: attachmentWords[value] }));

/** The scanned papers kept with a case or a petition: added by the system's dialog or by dropping a file here, looked at, saved, taken out with a reason. */
export function Attachments({ caseId, petitionId, attachments, open }: AttachmentsProps) {
  const moment = useMoment();
  const nameOf = useNames();
  const mayAdd = useMay('attachment.add') && open;
  const [what, setWhat] = useState<AttachmentKind>(petitionId === null ? 'form' : 'petition');
  const [shown, setShown] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const busy = useRef(false);

  const add = async (file: { readonly name: string; readonly base64: string } | null) => {
    if (busy.current) return;
    busy.current = true;
    setTrouble(null);
    const result = await change('attachment.add', { requestId: newRequestId(), caseId, petitionId, what, file });
    busy.current = false;
    if (result.ok) return say({ tone: 'saved', text: `Kept ${result.value.name}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!mayAdd) return;
    for (const file of event.dataTransfer.files) await add({ name: file.name, base64: await base64Of(file) });
  };
  const save = async (hash: string) => {
    setTrouble(null);
    const result = await call('attachment.save', { caseId, hash });
    if (result.ok) return say({ tone: 'saved', text: `Saved as ${result.value.path}` });
    if (result.failure.kind !== 'cancelled') setTrouble(result.failure);
  };

  return (
    <Panel title="Papers kept" className={over ? 'drop-zone over' : 'drop-zone'}>
      <div
        onDragOver={(e) => {
          e.preventDefault();
          setOver(mayAdd);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => void drop(e)}
      >
        {trouble !== null && <FailureBox failure={trouble} />}
        {attachments.length === 0 && <p className="quiet-text">No scans are kept yet.</p>}
        <ul className="case-letters">
          {attachments.map((paper) => (
            <li key={`${paper.hash} ${paper.at}`}>
              <span className={paper.removed === null ? '' : 'undone'}>
                {attachmentWords[paper.what]}: {paper.name}
              </span>{' '}
              <span className="quiet-text">{size(paper.bytes)}</span>
              <div className="quiet-text">
                kept {moment(paper.at)} by {nameOf(paper.person)}
                {paper.removed !== null && ` · taken out: ${paper.removed}`}
              </div>
              {paper.removed === null && (
                <div className="row-of">
                  {canShow(paper) && (
                    <Button
                      label={`Show ${paper.name}`}
                      pressed={shown === paper.hash}
                      onPress={() => setShown(shown === paper.hash ? null : paper.hash)}
                    >
                      Show
                    </Button>
                  )}
                  <Button label={`Save ${paper.name}`} onPress={() => void save(paper.hash)}>
                    Save
                  </Button>
                  {mayAdd && (
                    <Button label={`Take out ${paper.name}`} onPress={() => setLeaving(paper.hash)}>
                      Take out
                    </Button>
                  )}
                  {!canShow(paper) && (
                    <span className="quiet-text">Save it to look at it; only pictures are shown here.</span>
                  )}
                </div>
              )}
              {shown === paper.hash && paper.removed === null && (
                <ShownAttachment caseId={caseId} paper={paper} onClose={() => setShown(null)} />
              )}
              {leaving === paper.hash && paper.removed === null && (
                <TakeOut caseId={caseId} paper={paper} onClose={() => setLeaving(null)} />
              )}
            </li>
          ))}
        </ul>
        {mayAdd && (
          <div className="form attach">
            <ChoiceField
              label="It shows"
              name={petitionId === null ? 'attachWhat' : 'attachPetitionWhat'}
              choices={kindChoices}
              value={what}
              onChoose={(kind) => setWhat(kind ?? what)}
              optional={false}
            />
            <div className="row-of at-end">
              <span className="quiet-text">PDF, PNG, JPEG or TIFF, at most 10 MB; or drop the file here.</span>
              <Button onPress={() => void add(null)}>Keep a scan</Button>
            </div>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** Only pictures can be shown inside the window: its pages load nothing that runs, and a PDF's viewer does. */
function canShow({ media }: KeptAttachment): boolean {
  return media === 'image/png' || media === 'image/jpeg';
}

/** The bytes of a dropped file, base64. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^data:[^,]*,/, '') : '');
    reader.readAsDataURL(file);
  });
}
