import type { ReactNode } from 'react';
import type { Pack } from '../../shared/policy/pack';
import type { Office } from '../../shared/register/office';
import { CheckGroup } from '../components/check-group';
import { ChoiceField } from '../components/choice-field';
import { DateEntry } from '../components/date-entry';
import { focusField } from '../components/field';
import { Notice } from '../components/notice';
import { TextField } from '../components/text-field';
import { TimeEntry } from '../components/time-entry';
import { useStore } from '../store';
import { pins } from './carry';
import { chosenCourseWords, CourseLookup } from './course-lookup';
import type { Effective, Live } from '../worksheet/live';
import { Counts, Illegible, related } from './date-lines';
import { EnclosedDocuments, enclosedOf, PolicyFields, RequiredDocuments, withEnclosed } from './policy-fields';
import type { EntryContext, EntryRead, Lines } from './entry-reading';
import { dayContext } from './entry-reading';
import type { EntryState, FieldName } from './entry-state';
import { emptyPetition, studentTitle, type EntryTexts, type PetitionTexts } from './entry-texts';
import { noExceptionWords, unofficialWords } from './entry-unofficial';
import { EnrolFields, FeesPaid } from './fees-fields';
import { hoursOn } from './office-days';
import { PetitionFields } from './petition-fields';
import { petitionKindsOffered } from './petition-kinds';
import { QuickStudent } from './quick-student';
import { StudentLookup } from './student-lookup';
import { channelChoices, noticeChoices } from './choices';

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
  /** What the worksheet says at this keystroke. */
  readonly live: Live;
  /** Sentences under a field that a correction touches and the policy has something to say of. */
  readonly cautions: Lines;
};

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
    live,
    cautions,
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
  const pack = read.policy?.pack.pack ?? null;
  const asked = read.policy?.asked ?? null;
  const unofficial = pack === null ? undefined : unofficialWords(pack, texts, live);
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
          choices={noticeChoices}
          value={texts.kind}
          onChoose={(kind) => onTexts({ kind: kind ?? 'drop-form' }, 'kind')}
          optional={false}
        />
      </div>
      {unofficial !== undefined && <Notice tone="warning">{unofficial}</Notice>}
      <StudentLookup
        {...around('studentId')}
        warning={cautions['studentId']}
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
        warning={cautions['courseId']}
        text={texts.course}
        onText={(typed) => onTexts({ course: typed }, 'courseId')}
        chosen={course}
        onChoose={(chosen, term) => onState({ course: chosen, term }, 'courseId')}
        studentId={student?.id ?? null}
        today={context.today}
        hint={course === null ? undefined : chosenCourseWords(course, context.today)}
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
                counts={asked?.postmark === true}
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
      <RequiredDocuments read={read} texts={texts} onTexts={onTexts} context={days} problems={problems} />
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
      <PolicyFields
        read={read}
        course={course}
        texts={texts}
        onTexts={onTexts}
        today={context.today}
        problems={problems}
      />
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
            onCheck: (on) => onTexts({ petition: on ? firstPetition(pack) : null }, 'petitionKind'),
          },
          {
            name: 'documents',
            words: 'Documents',
            checked: enclosedOf(read, texts).length > 0,
            onCheck: (on) => onTexts({ documents: withEnclosed(read, texts, on) }, 'documents'),
          },
        ]}
      />
      <EnclosedDocuments read={read} texts={texts} onTexts={onTexts} context={days} problems={problems} />
      {texts.petition !== null && (
        <PetitionFields
          pack={pack}
          texts={texts.petition}
          onTexts={(petition) => onTexts({ petition }, 'petitionKind')}
          context={days}
          problems={problems}
          noException={noExceptionWords(live)}
        />
      )}
      <DateEntry
        {...around('written')}
        label="Date on it"
        heard="the date the student wrote on it"
        text={texts.written}
        onText={(written) => onTexts({ written }, 'written')}
        context={days}
      />
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

/** A petition of the first kind that the policy knows. */
function firstPetition(pack: Pack | null): PetitionTexts {
  const [kind] = petitionKindsOffered(pack);
  return kind === undefined ? emptyPetition : { ...emptyPetition, kind };
}
