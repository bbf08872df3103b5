import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Output } from '../../shared/contract';
import type { GroupView } from '../../shared/contract/groups';
import type { Group } from '../../shared/register/group';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { to } from '../routes';
import { newRequestId, useCall } from '../wire';
import { useDays } from './record-form/days';
import { GroupEditor } from './registrations/group-editor';
import { GroupList } from './registrations/group-list';
import { OverdueInvoices } from './registrations/overdue-invoices';
import { PlacesList } from './registrations/places-list';
import { RulesList } from './registrations/rules-list';
import { focusRowAgain } from './row-focus';
import { FailureBox } from './saying';
import './screens.css';

/** The registrations of a course whose policy says something of them: groups, invoices, residence. Without a course, the invoices unpaid past their day. */
export function RegistrationsScreen({ courseId }: { readonly courseId: string | null }) {
  const list = useCall('group.list', courseId === null ? null : { courseId });
  const course = useCall('course.get', courseId === null ? null : { id: courseId });
  const failure = list.error?.failure ?? course.error?.failure;
  if (courseId === null) return <Overdue />;
  if (failure !== undefined)
    return (
      <Screen title="Registrations">
        <FailureBox failure={failure} />
      </Screen>
    );
  if (list.data === undefined || course.data === undefined) return <Screen title="Registrations">{null}</Screen>;
  return <OfCourse key={courseId} list={list.data} course={course.data} />;
}

function Overdue() {
  const overdue = useCall('group.overdue', {});
  return (
    <Screen title="Unpaid invoices" detail="Past the day on which they had to be paid">
      {overdue.error !== null && <FailureBox failure={overdue.error.failure} />}
      {overdue.data !== undefined && (
        <OverdueInvoices groups={overdue.data} rules={null} empty="Every invoice is paid, or its day has not passed." />
      )}
    </Screen>
  );
}

type OfCourseProps = { readonly list: Output<'group.list'>; readonly course: Output<'course.get'> };

function OfCourse({ list: { course, rules, groups }, course: { roster } }: OfCourseProps) {
  const [, go] = useLocation();
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  const [opened, setOpened] = useState<Group | null>(null);
  const kept = groups.find((g) => g.group.id === opened?.id) ?? null;
  const begin = () => setOpened(blankGroup(course.id));
  useCommands({ 'group.new': rules === null || opened !== null ? undefined : begin });
  const toCourse = <Button onPress={() => go(to.course(course.id))}>Back to the course</Button>;
  if (rules === null)
    return (
      <Screen title={course.code} detail="Registrations" actions={toCourse}>
        <p className="quiet-text">The policy of this course says nothing of registrations.</p>
      </Screen>
    );
  return (
    <Screen
      title={course.code}
      detail={`Registrations for ${course.title}`}
      actions={
        <>
          {toCourse}
          {opened === null ? (
            <CommandButton id="group.new" tone="primary" />
          ) : (
            <CommandButton id="record.save" tone="primary" />
          )}
        </>
      }
    >
      {opened !== null && days !== null ? (
        <GroupEditor
          key={opened.id}
          group={opened}
          kept={kept}
          rules={rules}
          days={days}
          onDone={() => {
            setOpened(null);
            focusRowAgain(opened.id);
          }}
        />
      ) : (
        <div className="columns">
          <div className="stack">
            <Panel title={groups.length === 0 ? 'Groups' : `Groups · ${groups.length} registered`}>
              <GroupList groups={groups} rules={rules} onOpen={(view: GroupView) => setOpened(view.group)} />
            </Panel>
            <OverdueInvoices groups={groups} rules={rules} empty={null} />
          </div>
          <div className="stack">
            <Panel title="What the policy says" pane={false}>
              <RulesList rules={rules} />
            </Panel>
            <PlacesList course={course} roster={roster} groups={groups} rules={rules} />
          </div>
        </div>
      )}
    </Screen>
  );
}

function blankGroup(courseId: string): Group {
  return {
    id: newRequestId(),
    courseId,
    name: '',
    code: '',
    contact: { name: '', email: '', phone: '' },
    participants: [],
    note: '',
  };
}
