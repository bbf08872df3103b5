import type { PetitionView } from '../../../shared/contract/petitions';
import type { Pack } from '../../../shared/policy/pack';
import { petitionFieldsSchema } from '../../../shared/register/petition';
import { requiredLine } from '../../../shared/register/fields';
import type { Office } from '../../../shared/register/office';
import type { DayContext } from '../../../shared/typed/day';
import { say } from '../../status';
import { change } from '../../wire';
import { BoundText } from '../record-form/fields';
import { Recording } from '../record-form/recording';
import { PaperFields } from './paper-fields';
import { readPaper, writePaper, type PaperTexts } from './paper-texts';

type CorrectPetitionProps = {
  readonly view: PetitionView;
  readonly pack: Pack | null;
  readonly office: Office;
  readonly days: DayContext;
  readonly onClose: () => void;
};

const schema = petitionFieldsSchema.extend({ why: requiredLine('The reason of the correction', 400) });

/** Corrects what was keyed of a petition's paper, with the reason; what stood there stays in the history. */
export function CorrectPetition({ view, pack, office, days, onClose }: CorrectPetitionProps) {
  const { row } = view;
  return (
    <Recording
      label="Correction"
      asks="petition.correct"
      first={writePaper(view.petition)}
      read={(texts: PaperTexts) => {
        const { record, wrong } = readPaper(texts, days);
        return { record: { ...(record as object), why: texts.why }, wrong };
      }}
      schema={schema}
      send={({ why, ...petition }, requestId) => change('petition.correct', { requestId, id: row.id, petition, why })}
      onDone={() => {
        say({ tone: 'saved', text: `${row.number} is corrected` });
        onClose();
      }}
      onLeave={onClose}
    >
      {(control) => (
        <>
          <BoundText control={control} name="why" label="Why corrected" required />
          <PaperFields control={control} pack={pack} office={office} days={days} appeal={row.kind === 'appeal'} />
        </>
      )}
    </Recording>
  );
}
