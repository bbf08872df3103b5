import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '../../../shared/contract';
import type { Failure } from '../../../shared/errors';
import { Button } from '../../components/button';
import { Panel } from '../../components/panel';
import { to } from '../../routes';
import { say } from '../../status';
import { call } from '../../wire';
import { formsOf } from '../../policies';
import { FailureBox } from '../saying';

type StudentFormsProps = {
  readonly studentId: string;
  readonly enrolments: Output<'student.get'>['enrolments'];
  readonly policy: string;
};

/** The policy's forms with this student filled in, for the course they would drop where there is only one. */
export function StudentForms({ studentId, enrolments, policy }: StudentFormsProps) {
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const only = enrolments.length === 1 ? (enrolments[0]?.course.id ?? null) : null;
  async function print(form: string): Promise<void> {
    setTrouble(null);
    const result = await call('paper.print', { kind: 'form', form, studentId, courseId: only });
    if (!result.ok) return result.failure.kind === 'cancelled' ? undefined : setTrouble(result.failure);
    say({
      tone: 'note',
      text: result.value.handedOver ? 'The form was handed to the printer.' : 'Nothing was printed.',
    });
  }
  return (
    <Panel
      title="Forms to hand out"
      aside={<Link href={to.papersFor(studentId)}>Look at them first, or choose the course</Link>}
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      <div className="row-of">
        {formsOf(policy).map((form) => (
          <Button asks="paper.print" key={form.id} onPress={() => void print(form.id)}>
            Print “{form.title.en}” filled in
          </Button>
        ))}
      </div>
    </Panel>
  );
}
