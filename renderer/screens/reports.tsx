import { useEffect, useState } from 'react';
import type { Preview as Previewed } from '../../shared/contract/letters';
import type { ReportKind } from '../../shared/contract/reports';
import type { Failure } from '../../shared/errors';
import { reportNames } from '../../shared/reports/report-names';
import { useCommands } from '../commanding';
import { Button, CommandButton } from '../components/button';
import { focusField } from '../components/field';
import { Panel } from '../components/panel';
import { Screen } from '../components/screen';
import { say } from '../status';
import { useStore } from '../store';
import { call, queries, useCall } from '../wire';
import { SheetFrame } from './letters/sheet-frame';
import { useDays } from './record-form/days';
import { isSame, periodsOf, readAsked } from './reports/periods';
import { ReportFilter } from './reports/report-filter';
import { ReportList } from './reports/report-list';
import { ReportResult } from './reports/report-result';
import { firstChosen, reportsView, type ReportsView } from './reports/view';
import { FailureBox } from './saying';
import './screens.css';

/** The reports: one is chosen, run for some of the cases, looked at, printed, and saved for those who asked. */
export function ReportsScreen() {
  const office = useCall('office.get', {});
  const days = useDays(office.data?.office);
  const shown = useStore(reportsView);
  const [previewing, setPreviewing] = useState(false);
  const [trouble, setTrouble] = useState<Failure | null>(null);
  const run = useCall('report.run', shown.ran);
  const paper = shown.ran === null ? null : ({ kind: 'report', asked: shown.ran } as const);
  const preview = useCall('paper.preview', previewing ? paper : null);

  const periods =
    office.data === undefined || days === null
      ? []
      : periodsOf(days.today, office.data.terms, office.data.office.fiscalYearBegins);
  const chosen = shown.chosen ?? firstChosen(periods);
  const reading = days === null ? null : readAsked(shown.kind, chosen, days);
  const put = (change: Partial<ReportsView>) => reportsView.set({ ...shown, ...change });

  const runNow = (kind: ReportKind = shown.kind) => {
    if (days === null) return;
    setTrouble(null);
    setPreviewing(false);
    const now = readAsked(kind, chosen, days);
    put({ kind, ...(now.ok ? { ran: now.asked } : {}) });
    if (!now.ok) return void focusField(now.field);
    // The register may have changed since: what is asked for again is counted again.
    void queries.invalidateQueries({ queryKey: ['report.run'] });
  };
  const ran = async (work: (asked: NonNullable<typeof paper>) => Promise<string | Failure>) => {
    if (paper === null || !here) return say({ tone: 'note', text: 'Run the report first, with F5.' });
    setTrouble(null);
    const said = await work(paper);
    if (typeof said === 'string') say({ tone: 'saved', text: said });
    else if (said.kind !== 'cancelled') setTrouble(said);
  };
  const print = () =>
    previewing
      ? void ran(async (it) => {
          const result = await call('paper.print', it);
          if (!result.ok) return result.failure;
          return result.value.handedOver ? 'The report was handed to the printer.' : 'Nothing was printed.';
        })
      : void ran(() => {
          setPreviewing(true);
          return Promise.resolve('This is the report as it prints. Press Ctrl+P again to print it.');
        });
  const savePdf = () =>
    void ran(async (it) => {
      const result = await call('paper.savePdf', it);
      return result.ok ? `Saved as ${result.value.path}` : result.failure;
    });
  const save = (as: 'csv' | 'xlsx') =>
    void ran(async ({ asked }) => {
      const result = await call('report.save', { asked, as });
      return result.ok ? `Saved as ${result.value.path}` : result.failure;
    });
  const report = run.data;
  /** Whether the report that is chosen in the list is the one that was run. */
  const here = shown.ran !== null && shown.ran.kind === shown.kind;
  const counted = here && report !== undefined && shown.ran !== null && isSame(report.asked, shown.ran);
  useCommands({
    'list.refresh': () => runNow(),
    print,
    'print.savePdf': savePdf,
    'sheet.csv': () => save('csv'),
    'sheet.xlsx': () => save('xlsx'),
  });

  const failure = office.error?.failure ?? (here ? (run.error?.failure ?? preview.error?.failure) : null) ?? trouble;
  return (
    <Screen
      title="Reports"
      detail={previewing ? `${reportNames[shown.kind].title}, as it prints` : ''}
      actions={
        <>
          {previewing && <Button onPress={() => setPreviewing(false)}>Back to the report</Button>}
          <CommandButton id="sheet.xlsx" label="Excel" disabled={!here} />
          <CommandButton id="sheet.csv" label="CSV" disabled={!here} />
          <CommandButton id="print.savePdf" label="PDF" disabled={!here} />
          <CommandButton id="print" tone={previewing ? 'primary' : 'plain'} disabled={!here} />
          {!previewing && <CommandButton id="list.refresh" label="Run" tone="primary" />}
        </>
      }
    >
      <div className="reports" onKeyDown={(e) => previewing && e.key === 'Escape' && setPreviewing(false)}>
        <ReportList
          chosen={shown.kind}
          onChoose={(kind) => {
            setPreviewing(false);
            put({ kind });
          }}
          onRun={runNow}
        />
        <div className="stack">
          {days !== null && reading !== null && !previewing && (
            <ReportFilter
              chosen={chosen}
              periods={periods}
              terms={office.data?.terms ?? []}
              days={days}
              reading={reading}
              onChosen={(next) => put({ chosen: next })}
              onRun={() => runNow()}
            />
          )}
          {failure !== null && <FailureBox failure={failure} />}
          {previewing && preview.data !== undefined ? (
            <Preview preview={preview.data} />
          ) : counted ? (
            <ReportResult report={report} old={reading?.ok !== true || !isSame(reading.asked, report.asked)} />
          ) : (
            failure === null && (
              <Panel title={reportNames[shown.kind].title}>
                <p>{reportNames[shown.kind].tells}</p>
                <p className="quiet-text" role="status">
                  {here ? 'Counting…' : 'Press Enter or F5 to run it for the cases chosen above.'}
                </p>
              </Panel>
            )
          )}
        </div>
      </div>
    </Screen>
  );
}

/** The sheets as they print, with the keyboard on them so that the arrow keys move them. */
function Preview({ preview }: { readonly preview: Previewed }) {
  useEffect(() => {
    document.querySelector<HTMLElement>('[data-pane="page"]')?.focus();
    return () => document.querySelector<HTMLElement>('.report-list [aria-current]')?.focus();
  }, []);
  return <SheetFrame preview={preview} envelope="none" overlay={false} />;
}
