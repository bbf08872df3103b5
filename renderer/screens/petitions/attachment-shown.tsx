import { useEffect, useRef } from 'react';
import { z } from 'zod';
import type { KeptAttachment } from '../../../shared/contract/petitions';
import { requiredLine } from '../../../shared/register/fields';
import { Button } from '../../components/button';
import { say } from '../../status';
import { change, useCall } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { FailureBox } from '../saying';
import { attachmentWords } from './attachment-words';

type ShownProps = { readonly caseId: string; readonly paper: KeptAttachment; readonly onClose: () => void };

/** A kept picture, as it was scanned; Esc closes it. */
export function ShownAttachment({ caseId, paper, onClose }: ShownProps) {
  const file = useCall('attachment.get', { caseId, hash: paper.hash });
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <figure
      ref={box}
      className="scan"
      tabIndex={-1}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.defaultPrevented) return;
        e.preventDefault();
        onClose();
      }}
    >
      {file.error !== null && <FailureBox failure={file.error.failure} />}
      {file.data !== undefined && !file.isPlaceholderData && (
        <img
          src={`data:${file.data.media};base64,${file.data.base64}`}
          alt={`${attachmentWords[paper.what]}, scan ${paper.name}`}
        />
      )}
      <Button onPress={onClose}>Close the picture (Esc)</Button>
    </figure>
  );
}

const whySchema = z.strictObject({ why: requiredLine('The reason', 400) });

/** Takes a kept paper out, with the reason; it stays in the list, struck through. */
export function TakeOut({ caseId, paper, onClose }: ShownProps) {
  return (
    <Recording
      label={`Take out ${paper.name}`}
      asks="attachment.remove"
      words="Take it out"
      first={{ why: '' }}
      read={(texts: { readonly why: string }) => ({ record: texts, wrong: [] })}
      schema={whySchema}
      send={({ why }, requestId) => change('attachment.remove', { requestId, caseId, hash: paper.hash, why })}
      onDone={() => {
        say({ tone: 'saved', text: `Taken out: ${paper.name}` });
        onClose();
      }}
      onLeave={onClose}
    >
      {(control) => <BoundText control={control} name="why" label="Why" required />}
    </Recording>
  );
}
