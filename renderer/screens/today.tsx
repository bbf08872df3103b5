import { useLocation } from 'wouter';
import { formatDay } from '../../shared/day';
import { run } from '../commanding';
import { CommandButton } from '../components/button';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { BatchTable } from '../forms/batch-table';
import { to } from '../routes';
import { useToday } from '../today';
import { useCall } from '../wire';
import { handOffView } from './hand-off/view';
import { useMoment } from './office-moment';
import { letterView } from './letters/letter-states';
import { registerView } from './register/view';
import { FailureBox } from './saying';
import { DueStrip } from './today/due-strip';
import { waitingFor, type Way } from './today/waiting';
import { WaitingList } from './today/waiting-list';

/** What waits today and for whom, each count a way to its list; what comes due in the next days; the batch being keyed. */
export function TodayScreen() {
  const [, go] = useLocation();
  const today = useToday();
  const moment = useMoment();
  const session = useCall('app.status', {}).data?.session ?? null;
  const counts = useCall('today.counts', {});
  const seesStudents = session?.role !== 'administrator';

  const open = (way: Way): void => {
    switch (way.to) {
      case 'register':
        registerView.set({ ...registerView.get(), text: way.filter, offset: 0, opened: null });
        return go(to.register);
      case 'hand-off':
        handOffView.set({ ...handOffView.get(), shown: way.shown, text: '' });
        return go(to.handOff);
      case 'petitions':
      case 'appeals':
        return go(`/${way.to}`);
      case 'approvals':
        return go('/approvals');
      case 'letters':
        letterView.set({ ...letterView.get(), text: '', shown: way.shown });
        return go(to.letters);
      case 'invoices':
        return go(to.unpaidInvoices);
      case 'backup':
        run('register.backUp');
        return;
      case 'calendar':
        return go(to.calendar);
    }
  };

  const data = counts.data;
  const backup =
    data?.backedUpAt == null
      ? 'The register has no backup yet. Back up now'
      : `Last backup ${moment(data.backedUpAt)}. Back up now`;
  const rows =
    data === undefined || session === null ? [] : waitingFor(session.role, data, backup, today?.day.slice(0, 4) ?? '');
  const newest = data?.last ?? null;
  return (
    <Screen
      title="Today"
      detail={today === null ? '' : formatDay(today.day, 'en')}
      actions={
        <>
          <CommandButton id="form.new" />
          <CommandButton id="batch.new" tone="primary" />
        </>
      }
    >
      {counts.error !== null && <FailureBox failure={counts.error.failure} />}
      <div className="today">
        <Panel title="What waits">
          <WaitingList rows={rows} onOpen={(row) => open(row.way)} />
          {data !== undefined && rows.length === 0 && <p className="quiet-text">Nothing waits.</p>}
          {data !== undefined && seesStudents && today !== null && <DueStrip from={today.day} due={data.days} />}
          <p className="quiet-text today-last">
            {data === undefined || !seesStudents
              ? ''
              : newest === null
                ? 'No form has been entered yet. Ctrl+Shift+N begins a batch.'
                : `Last form entered ${moment(newest.enteredAt)}: ${newest.number}, ${newest.studentName}.`}
          </p>
        </Panel>
        {seesStudents && <BatchTable />}
      </div>
    </Screen>
  );
}
