import { useMemo, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { Failure } from '../../../shared/errors';
import { exchangeSchema, type Exchange } from '../../../shared/register/exchange';
import { useCommands } from '../../commanding';
import { Button, CommandButton } from '../../components/button';
import { Panel } from '../../components/panel';
import { Screen } from '../../components/screen';
import { to } from '../../routes';
import { say } from '../../status';
import { change, newRequestId, useCall } from '../../wire';
import { BoundCheck, BoundChoice } from '../record-form/fields';
import { focusFirstProblem, takeProblems } from '../record-form/problems';
import { readingResolver } from '../record-form/reading';
import { RecordForm } from '../record-form/record-form';
import { FailureBox } from '../saying';
import { ExchangeColumns } from './exchange-columns';
import { ExchangeSample } from './exchange-sample';
import { amountChoices, dateChoices, delimiterChoices } from './exchange-words';
import '../screens.css';

/** The columns of the file for the Business Office, set up once: their order, headings and what each holds, with three rows as they will look. */
export function ExchangeScreen() {
  const exchange = useCall('exchange.get', {});
  if (exchange.error !== null)
    return (
      <Screen title="Columns for the Business Office">
        <FailureBox failure={exchange.error.failure} />
      </Screen>
    );
  if (exchange.data === undefined) return <main className="screen" aria-busy="true" />;
  return <Columns exchange={exchange.data} />;
}

function Columns({ exchange }: { readonly exchange: Exchange }) {
  const [, go] = useLocation();
  const request = useRef(newRequestId());
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const resolver = useMemo(
    () => readingResolver<Exchange, Exchange>((record) => ({ record, wrong: [] }), exchangeSchema),
    [],
  );
  const form = useForm<Exchange, unknown, Exchange>({ defaultValues: exchange, resolver, mode: 'onTouched' });
  const { control } = form;

  const save = () =>
    form.handleSubmit(
      async (record) => {
        setTrouble(null);
        const result = await change('exchange.save', { requestId: request.current, exchange: record });
        request.current = newRequestId();
        if (!result.ok) return takeProblems(form, result.failure, setTrouble);
        form.reset(result.value);
        say({ tone: 'saved', text: 'The columns of the file are saved.' });
      },
      (errors) => void focusFirstProblem(errors),
    )();
  useCommands({ 'record.save': () => void save() }, 'exchange.save');

  return (
    <Screen
      title="Columns for the Business Office"
      detail="What its file looks like, once for all batches"
      actions={
        <>
          <Button onPress={() => go(to.handOff)}>Back to the refunds</Button>
          <CommandButton id="record.save" tone="primary" label="Save the columns" />
        </>
      }
    >
      {trouble !== null && <FailureBox failure={trouble} />}
      <RecordForm onSave={() => void save()} className="stack">
        <ExchangeSample control={control} />
        <Panel title="How it is written">
          <div className="exchange-format">
            <BoundChoice
              control={control}
              name="delimiter"
              label="Between columns"
              choices={delimiterChoices}
              optional={false}
              digits={false}
            />
            <BoundChoice
              control={control}
              name="dates"
              label="Dates"
              choices={dateChoices}
              optional={false}
              digits={false}
            />
            <BoundChoice
              control={control}
              name="amounts"
              label="Amounts"
              choices={amountChoices}
              optional={false}
              digits={false}
            />
            <BoundCheck control={control} name="headings" label="First row" words="Has the headings" />
          </div>
        </Panel>
        <Panel title="Columns, in the order of the file">
          <ExchangeColumns control={control} />
        </Panel>
      </RecordForm>
    </Screen>
  );
}
