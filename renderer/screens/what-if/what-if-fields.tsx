import type { Course } from '../../../shared/register/course';
import type { Term } from '../../../shared/register/office';
import { formatCents } from '../../../shared/money';
import { CheckGroup } from '../../components/check-group';
import { ChoiceField } from '../../components/choice-field';
import { DateEntry } from '../../components/date-entry';
import { MoneyField } from '../../components/money-field';
import { TextField } from '../../components/text-field';
import { TimeEntry } from '../../components/time-entry';
import { Counts } from '../../forms/date-lines';
import { CourseLookup, courseWords } from '../../forms/course-lookup';
import { hoursOn } from '../../forms/office-days';
import { channelChoices, noticeChoices, trackChoices } from '../../forms/choices';
import { policiesNow, policyChoices, policyOf } from '../../policies';
import type { Effective } from '../../worksheet/live';
import { roundFee, type WhatIfContext, type WhatIfRead, type WhatIfTexts } from './what-if-facts';

type WhatIfFieldsProps = {
  readonly texts: WhatIfTexts;
  readonly onTexts: (part: Partial<WhatIfTexts>) => void;
  readonly chosen: Course | null;
  readonly onChoose: (course: Course | null, term: Term | null) => void;
  readonly context: WhatIfContext;
  readonly read: WhatIfRead;
  readonly effective: Effective | null;
};

/** The fields of a question: which course, how the request would come and when, what was paid. */
export function WhatIfFields({ texts, onTexts, chosen, onChoose, context, read, effective }: WhatIfFieldsProps) {
  const { office, days } = context;
  const { problems, pack, asked } = read;
  const fee = read.course === null || read.course.fee === 0 ? roundFee : read.course.fee;
  return (
    <div className="form">
      <CheckGroup
        label="Course"
        checks={[
          {
            name: 'byDates',
            words: 'Told by its dates alone',
            checked: texts.byDates,
            onCheck: (byDates) => onTexts({ byDates }),
          },
        ]}
      />
      {texts.byDates ? (
        <ToldCourse texts={texts} onTexts={onTexts} context={context} problems={problems} />
      ) : (
        <CourseLookup
          text={texts.course}
          onText={(course) => onTexts({ course })}
          chosen={chosen}
          onChoose={onChoose}
          studentId={null}
          today={days.today}
          hint={chosen === null ? undefined : courseWords(chosen)}
        />
      )}
      <div className="field-row">
        <ChoiceField
          label="Comes &by"
          name="channel"
          choices={channelChoices}
          value={texts.channel}
          onChoose={(channel) => onTexts({ channel: channel ?? 'counter' })}
          optional={false}
        />
        <ChoiceField
          label="as"
          heard="what comes"
          name="kind"
          choices={noticeChoices}
          value={texts.kind}
          onChoose={(kind) => onTexts({ kind: kind ?? 'drop-form' })}
          optional={false}
        />
      </div>
      {texts.channel === 'mail' && (
        <DateEntry
          label="Post&mark date"
          name="postmarked"
          text={texts.postmarked}
          onText={(postmarked) => onTexts({ postmarked })}
          context={days}
          problem={problems['postmarked']}
          relation={() => (effective?.field === 'postmarked' ? <Counts from={null} /> : null)}
        />
      )}
      <div className="field-row received">
        <DateEntry
          label="Receive&d"
          name="received"
          text={texts.received}
          onText={(received) => onTexts({ received })}
          context={days}
          problem={problems['received']}
          relation={() => (effective?.field === 'received' ? <Counts from={effective.from} /> : null)}
          required
        />
        <TimeEntry
          label="at"
          heard="time received"
          name="receivedAt"
          text={texts.receivedAt}
          onText={(receivedAt) => onTexts({ receivedAt })}
          hours={read.received === null ? null : hoursOn(office, read.received)}
          problem={problems['receivedAt']}
        />
      </div>
      <MoneyField
        label="Fee"
        name="fee"
        text={texts.fee}
        onText={(text) => onTexts({ fee: text })}
        problem={problems['fee']}
        hint={texts.fee === '' ? `Empty means ${formatCents(fee)}` : undefined}
      />
      <MoneyField
        label="P&aid"
        name="paid"
        text={texts.paid}
        onText={(paid) => onTexts({ paid })}
        problem={problems['paid']}
        hint={texts.paid === '' ? 'Empty means all of it' : undefined}
      />
      {pack?.pack.readings.some((r) => r.window === true) === true && (
        <DateEntry
          label="Paid on"
          name="paidOn"
          text={texts.paidOn}
          onText={(paidOn) => onTexts({ paidOn })}
          context={days}
          problem={problems['paidOn']}
        />
      )}
      {asked?.track === true && (
        <ChoiceField
          label="Track"
          name="track"
          choices={trackChoices}
          value={texts.track}
          onChoose={(track) => onTexts({ track })}
        />
      )}
      {pack !== null && pack.pack.federal !== null && (
        <CheckGroup
          label="Student"
          checks={[
            {
              name: 'federalAid',
              words: 'Has federal aid',
              checked: texts.federalAid,
              onCheck: (federalAid) => onTexts({ federalAid }),
            },
          ]}
        />
      )}
      {asked !== null && (asked.documents.length > 0 || asked.identity !== null) && (
        <p className="quiet-text">Taken as complete: with everything that the policy asks to be enclosed or said.</p>
      )}
    </div>
  );
}

type ToldCourseProps = Pick<WhatIfFieldsProps, 'texts' | 'onTexts' | 'context'> & {
  readonly problems: WhatIfRead['problems'];
};

/** A course that is not in the register: what kind it is and when it meets. */
function ToldCourse({ texts, onTexts, context, problems }: ToldCourseProps) {
  const { days } = context;
  const policies = policiesNow();
  const categories = policyOf(texts.policy)?.pack.categories ?? [];
  const fromTerm = categories.find((c) => c.id === texts.category)?.begins === 'term';
  return (
    <>
      {policies.length > 1 && (
        <ChoiceField
          label="Policy"
          name="policy"
          choices={policyChoices(policies)}
          value={texts.policy}
          onChoose={(policy) => onTexts({ policy: policy ?? texts.policy, category: '' })}
          optional={false}
        />
      )}
      <ChoiceField
        label="Category"
        name="category"
        choices={categories.map((c) => ({ value: c.id, words: c.label.en }))}
        value={texts.category === '' ? null : texts.category}
        onChoose={(category) => onTexts({ category: category ?? '' })}
        optional={false}
        required
      />
      {fromTerm && (
        <DateEntry
          label="Term begins"
          name="termBegins"
          text={texts.termBegins}
          onText={(termBegins) => onTexts({ termBegins })}
          context={days}
          problem={problems['termBegins']}
        />
      )}
      {fromTerm && (
        <DateEntry
          label="Term ends"
          name="termEnds"
          text={texts.termEnds}
          onText={(termEnds) => onTexts({ termEnds })}
          context={days}
          problem={problems['termEnds']}
        />
      )}
      <TextField
        label="Meetings"
        name="meetingLine"
        text={texts.meetingLine}
        onText={(meetingLine) => onTexts({ meetingLine })}
        placeholder="Mon Wed 6-8:50p 9/14-11/2 x 11/11"
        problem={problems['meetingLine']}
        hint="Or only the first and last day"
      />
      <DateEntry
        label="First day"
        name="starts"
        text={texts.starts}
        onText={(starts) => onTexts({ starts })}
        context={days}
        problem={problems['starts']}
      />
      <DateEntry
        label="Last day"
        name="ends"
        text={texts.ends}
        onText={(ends) => onTexts({ ends })}
        context={days}
        problem={problems['ends']}
      />
    </>
  );
}
