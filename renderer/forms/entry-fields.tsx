import type { ReactNode } from 'react';
import type { Office } from '../../shared/register/office';
import { channels, noticeKinds } from '../../shared/register/case';
import { CheckGroup } from '../components/check-group';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { focusField } from '../components/field';
import { TextField } from '../components/text-field';
import { TimeEntry } from '../components/time-entry';
import { useStore } from '../store';
import { pins } from './carry';
import { CourseLookup, courseWords } from './course-lookup';
import type { Effective } from '../worksheet/live';
import { Counts, Illegible, related } from './date-lines';
import { DocumentFields } from './document-fields';
import type { EntryContext, EntryRead, Lines } from './entry-reading';
import { dayContext } from './entry-reading';
import type { EntryState, FieldName } from './entry-state';
import { emptyPetition, studentTitle, type EntryTexts } from './entry-texts';
import { EnrolFields, FeesPaid } from './fees-fields';
import { hoursOn } from './office-days';
import { PetitionFields } from './petition-fields';
import { QuickStudent } from './quick-student';
import { StudentLookup } from './student-lookup';
import { channelWords, noticeWords } from './words';

type EntryFieldsProps = {
  readonly office: Office;
  readonly context: EntryContext;
  readonly state: EntryState;
  readonly onTexts: (texts: Partial<EntryTexts>, field: FieldName) => void;
  readonly onState: (part: Partial<EntryState>, field: FieldName) => void;
  readonly read: EntryRead;
  readonly problems: Lines;
  /** Whether the register was asked and has no enrolment of this student in this course. */
  readonly notEnrolled: boolean;
  readonly studentHint: ReactNode;
  /** What was typed for a new student, while one is being added. */
  readonly adding: string | null;
  readonly onAdding: (typed: string | null) => void;
  /** How the effective date is said under the field it came from. */
  readonly effective: Effective | null;
};

const channelChoices = channels.map((value) => ({ value, words: channelWords[value] }));
const kindChoices = noticeKinds.map((value) => ({ value, words: noticeWords[value] }));

/** The fields of a drop form in the order of the paper. */
export function EntryFields(props: EntryFieldsProps) {
  const {
    office,
    context,
    state,
    onTexts,
    onState,
    read,
    problems,
    notEnrolled,
    studentHint,
    adding,
    onAdding,
    effective,
  } = props;
  const { texts, student, course } = state;
  const pinned = useStore(pins);
  const days = dayContext(context);
  const around = (name: FieldName) => ({
    name,
    problem: problems[name],
    carried: state.carried.has(name),
    pinned: pinned.has(name),
  });
  const received = read.form.received;
  return (
    <div className="form">
      <div className="field-row">
        <ChoiceField
          {...around('channel')}
          label="Received &by"
          choices={channelChoices}
          value={texts.channel}
          onChoose={(channel) => onTexts({ channel }, 'channel')}
        />
        <ChoiceField
          {...around('kind')}
          label="as"
          heard="what came"
          choices={kindChoices}
          value={texts.kind}
          onChoose={(kind) => onTexts({ kind: kind ?? 'drop-form' }, 'kind')}
          optional={false}
        />
      </div>
      <StudentLookup
        {...around('studentId')}
        text={texts.student}
        onText={(typed) => onTexts({ student: typed }, 'studentId')}
        chosen={student}
        onChoose={(chosen) => onState({ student: chosen }, 'studentId')}
        onAdd={onAdding}
        adding={adding !== null}
        hint={studentHint}
      />
      {adding !== null && (
        <QuickStudent
          typed={adding}
          onCancel={() => onAdding(null)}
          onSaved={(saved) => {
            onAdding(null);
            onTexts({ student: studentTitle(saved) }, 'studentId');
            onState({ student: saved }, 'studentId');
            focusField('courseId');
          }}
        />
      )}
      <CourseLookup
        {...around('courseId')}
        text={texts.course}
        onText={(typed) => onTexts({ course: typed }, 'courseId')}
        chosen={course}
        onChoose={(chosen, term) => onState({ course: chosen, term }, 'courseId')}
        studentId={student?.id ?? null}
        today={context.today}
        hint={course === null ? undefined : courseWords(course)}
      />
      {texts.channel === 'mail' && (
        <DateEntry
          {...around('postmarked')}
          label="Post&mark date"
          text={texts.postmarked}
          onText={(postmarked) => onTexts({ postmarked, postmarkIllegible: false }, 'postmarked')}
          context={days}
          warning={read.warnings['postmarked']}
          relation={(day) => related(day, received, effective?.field === 'postmarked')}
          hint={
            texts.postmarked === '' ? (
              <Illegible
                checked={texts.postmarkIllegible}
                onCheck={(postmarkIllegible) => onTexts({ postmarkIllegible }, 'postmarked')}
              />
            ) : undefined
          }
        />
      )}
      <div className="field-row received">
        <DateEntry
          {...around('received')}
          label="Receive&d"
          text={texts.received}
          onText={(typed) => onTexts({ received: typed }, 'received')}
          context={days}
          warning={read.warnings['received']}
          relation={() => (effective?.field === 'received' ? <Counts from={effective.from} /> : null)}
        />
        <TimeEntry
          {...around('receivedAt')}
          label="at"
          heard="time received"
          text={texts.receivedAt}
          onText={(receivedAt) => onTexts({ receivedAt }, 'receivedAt')}
          hours={received === null ? null : hoursOn(office, received)}
        />
      </div>
      {notEnrolled && student !== null && course !== null ? (
        <EnrolFields
          student={student}
          course={course}
          texts={texts.enrolment}
          onTexts={(enrolment) => onTexts({ enrolment }, 'fee')}
          context={days}
          problems={problems}
        />
      ) : (
        <FeesPaid enrolment={read.enrolment} />
      )}
      <ChoiceField
        {...around('reason')}
        label="Reaso&n"
        choices={office.reasons.map((words, index) => ({ value: String(index + 1), words }))}
        value={texts.reason === null ? null : String(texts.reason)}
        onChoose={(digit) => onTexts({ reason: digit === null ? null : Number(digit) }, 'reason')}
      />
      <CheckGroup
        label="Attached"
        checks={[
          {
            name: 'signed',
            words: 'Signature',
            checked: texts.signed,
            onCheck: (signed) => onTexts({ signed }, 'signed'),
          },
          {
            name: 'petition',
            words: 'Petition',
            checked: texts.petition !== null,
            onCheck: (on) => onTexts({ petition: on ? emptyPetition : null }, 'petitionKind'),
          },
          {
            name: 'documents',
            words: 'Documents',
            checked: texts.documents.length > 0,
            onCheck: (on) => onTexts({ documents: on ? [{ kind: 'evidence', received: null }] : [] }, 'documents'),
          },
        ]}
      />
      {texts.documents.length > 0 && (
        <DocumentFields documents={texts.documents} onDocuments={(documents) => onTexts({ documents }, 'documents')} />
      )}
      {texts.petition !== null && (
        <PetitionFields
          texts={texts.petition}
          onTexts={(petition) => onTexts({ petition }, 'petitionKind')}
          context={days}
          problems={problems}
        />
      )}
      <TextField
        {...around('note')}
        label="N&ote"
        text={texts.note}
        onText={(note) => onTexts({ note }, 'note')}
        lines={2}
        maxLength={4000}
      />
    </div>
  );
}
