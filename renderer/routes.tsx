import { lazy, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import type { LetterAbout } from '../shared/letters/about';
import { TodayScreen } from './screens/today';

/** The addresses of the screens, made in one place so that a link cannot point nowhere. */
export const to = {
  today: '/',
  entry: '/entry',
  entryOf: (caseId: string) => `/entry/${caseId}`,
  case: (id: string) => `/case/${id}`,
  /** The letter of a case as it would be made now. */
  caseLetter: (caseId: string, about: LetterAbout | null = null) =>
    [`/case/${caseId}/letter`, about?.what, about?.petitionId].filter((part) => part != null).join('/'),
  /** A petition, or an appeal, opened on a case. */
  petitionOn: (caseId: string) => `/case/${caseId}/petition`,
  appealOn: (caseId: string) => `/case/${caseId}/appeal`,
  petition: (id: string) => `/petition/${id}`,
  petitions: '/petitions',
  appeals: '/appeals',
  register: '/register',
  approvals: '/approvals',
  letters: '/letters',
  /** The words of letters, and those of one kind in both languages. */
  templates: '/words',
  template: (type: string) => `/words/${type}`,
  /** Refunds on their way, batches for the Business Office, and one of them. */
  handOff: '/hand-off',
  transmittal: (id: string) => `/hand-off/${id}`,
  payments: (id: string) => `/hand-off/${id}/payments`,
  exchange: '/exchange',
  reports: '/reports',
  arithmetic: '/arithmetic',
  letter: (id: string) => `/letter/${id}`,
  /** The policy's forms to print, blank or for a student. */
  papers: '/forms',
  papersFor: (studentId: string) => `/forms/${studentId}`,
  /** A petition or appeal form filled in for a case. */
  formOn: (caseId: string, form: string) => `/forms/case/${caseId}/${form}`,
  students: '/students',
  student: (id: string) => `/students/${id}`,
  courses: '/courses',
  course: (id: string) => `/courses/${id}`,
  /** Invoices of any course that nobody paid by their day. */
  unpaidInvoices: '/registrations',
  registrations: (courseId: string) => `/registrations/${courseId}`,
  admission: (courseId: string, studentId: string) => `/admission/${courseId}/${studentId}`,
  cancelClass: (courseId: string) => `/cancel-class/${courseId}`,
  /** The deadlines of the courses chosen last, or of one. */
  deadlines: '/deadlines',
  deadlinesOf: (courseId: string) => `/deadlines/${courseId}`,
  whatIf: '/what-if',
  whatIfOf: (courseId: string) => `/what-if/${courseId}`,
  calendar: '/calendar',
  policies: '/policies',
  policyNew: '/policies/new',
  policyVersion: (policy: string, version: string) => `/policies/version/${policy}/${version}`,
  policyReadings: (policy: string) => `/policies/readings/${policy}`,
  policyDraft: (id: string) => `/policies/draft/${id}`,
  policyPublish: (id: string) => `/policies/publish/${id}`,
  /** Everything that happened in the register, and one entry of it. */
  history: '/history',
  historyEntry: (seq: number) => `/history/${seq}`,
  settings: '/settings',
  help: '/help',
  /** Help about the screen at an address; of help itself, help's beginning. */
  helpOn: (path: string) => (path.startsWith('/help') ? path : `/help${path}`),
} as const;

/** The id that stands in an address for a record that is not yet in the register. */
export const newRecord = 'new';

const loadEntry = () => import('./screens/entry');

/** Fetches the entry screen's code ahead of its first use, once the window has nothing else to do. */
export function prefetchEntry(): void {
  requestIdleCallback(() => void loadEntry());
}

const EntryScreen = lazyScreen(loadEntry, (m) => m.EntryScreen);
const CaseScreen = lazyScreen(
  () => import('./screens/case'),
  (m) => m.CaseScreen,
);
const StudentsScreen = lazyScreen(
  () => import('./screens/students'),
  (m) => m.StudentsScreen,
);
const CoursesScreen = lazyScreen(
  () => import('./screens/courses'),
  (m) => m.CoursesScreen,
);
const CourseScreen = lazyScreen(
  () => import('./screens/course'),
  (m) => m.CourseScreen,
);
const RegisterScreen = lazyScreen(
  () => import('./screens/register'),
  (m) => m.RegisterScreen,
);
const PetitionsScreen = lazyScreen(
  () => import('./screens/petitions/petition-list'),
  (m) => m.PetitionsScreen,
);
const PetitionScreen = lazyScreen(
  () => import('./screens/petitions/petition-page'),
  (m) => m.PetitionScreen,
);
const OpenPetition = lazyScreen(
  () => import('./screens/petitions/open-petition'),
  (m) => m.OpenPetition,
);
const CancelClassScreen = lazyScreen(
  () => import('./screens/cancel-class'),
  (m) => m.CancelClassScreen,
);
const RegistrationsScreen = lazyScreen(
  () => import('./screens/registrations'),
  (m) => m.RegistrationsScreen,
);
const AdmissionScreen = lazyScreen(
  () => import('./screens/admission'),
  (m) => m.AdmissionScreen,
);
const DeadlinesScreen = lazyScreen(
  () => import('./screens/deadlines'),
  (m) => m.DeadlinesScreen,
);
const WhatIfScreen = lazyScreen(
  () => import('./screens/what-if'),
  (m) => m.WhatIfScreen,
);
const CalendarScreen = lazyScreen(
  () => import('./screens/calendar'),
  (m) => m.CalendarScreen,
);
const PoliciesList = lazyScreen(
  () => import('./screens/policies/policies-list'),
  (m) => m.PoliciesList,
);
const NewPolicy = lazyScreen(
  () => import('./screens/policies/new-policy'),
  (m) => m.NewPolicy,
);
const PolicyVersion = lazyScreen(
  () => import('./screens/policies/version-page'),
  (m) => m.PolicyVersion,
);
const PolicyReadings = lazyScreen(
  () => import('./screens/policies/readings-form'),
  (m) => m.PolicyReadings,
);
const PolicyDraft = lazyScreen(
  () => import('./screens/policies/draft-page'),
  (m) => m.PolicyDraft,
);
const PublishPolicy = lazyScreen(
  () => import('./screens/policies/publish'),
  (m) => m.PublishPolicy,
);
const HistoryScreen = lazyScreen(
  () => import('./screens/history/history-list'),
  (m) => m.HistoryScreen,
);
const HistoryEntryScreen = lazyScreen(
  () => import('./screens/history/entry-page'),
  (m) => m.HistoryEntryScreen,
);
const SettingsScreen = lazyScreen(
  () => import('./screens/settings'),
  (m) => m.SettingsScreen,
);
const HelpScreen = lazyScreen(
  () => import('./screens/help'),
  (m) => m.HelpScreen,
);
const PapersScreen = lazyScreen(
  () => import('./screens/papers'),
  (m) => m.PapersScreen,
);
const CaseFormScreen = lazyScreen(
  () => import('./screens/papers'),
  (m) => m.CaseFormScreen,
);
const ApprovalsScreen = lazyScreen(
  () => import('./screens/approvals'),
  (m) => m.ApprovalsScreen,
);
const LettersScreen = lazyScreen(
  () => import('./screens/letters'),
  (m) => m.LettersScreen,
);
const LetterScreen = lazyScreen(
  () => import('./screens/letter'),
  (m) => m.LetterScreen,
);

const TemplatesScreen = lazyScreen(
  () => import('./screens/templates'),
  (m) => m.TemplatesScreen,
);
const TemplateScreen = lazyScreen(
  () => import('./screens/templates/template-page'),
  (m) => m.TemplateScreen,
);
const HandOffScreen = lazyScreen(
  () => import('./screens/hand-off'),
  (m) => m.HandOffScreen,
);
const TransmittalScreen = lazyScreen(
  () => import('./screens/hand-off/transmittal-page'),
  (m) => m.TransmittalScreen,
);
const PaymentsScreen = lazyScreen(
  () => import('./screens/hand-off/payments'),
  (m) => m.PaymentsScreen,
);
const ExchangeScreen = lazyScreen(
  () => import('./screens/hand-off/exchange'),
  (m) => m.ExchangeScreen,
);
const ReportsScreen = lazyScreen(
  () => import('./screens/reports'),
  (m) => m.ReportsScreen,
);
const ArithmeticScreen = lazyScreen(
  () => import('./screens/arithmetic'),
  (m) => m.ArithmeticScreen,
);

function lazyScreen<M, P extends object>(load: () => Promise<M>, pick: (module: M) => ComponentType<P>) {
  return lazy(async () => ({ default: pick(await load()) }));
}

/** The screen of the present address; each but Today's is fetched when it is first gone to. */
export function Screens() {
  return (
    <Switch>
      <Route path="/">
        <TodayScreen />
      </Route>
      <Route path="/entry">
        <EntryScreen caseId={null} />
      </Route>
      <Route path="/entry/:id">{(p) => <EntryScreen key={p.id} caseId={p.id} />}</Route>
      <Route path="/case/:id">{(p) => <CaseScreen id={p.id} />}</Route>
      <Route path="/case/:id/letter">{(p) => <LetterScreen caseId={p.id} letterId={null} about={null} />}</Route>
      <Route path="/case/:id/letter/:what">
        {(p) => <LetterScreen caseId={p.id} letterId={null} about={{ what: p.what, petitionId: null }} />}
      </Route>
      <Route path="/case/:id/letter/:what/:petition">
        {(p) => <LetterScreen caseId={p.id} letterId={null} about={{ what: p.what, petitionId: p.petition }} />}
      </Route>
      <Route path="/case/:id/petition">{(p) => <OpenPetition key={p.id} caseId={p.id} appeal={false} />}</Route>
      <Route path="/case/:id/appeal">{(p) => <OpenPetition key={p.id} caseId={p.id} appeal />}</Route>
      <Route path="/petition/:id">{(p) => <PetitionScreen id={p.id} />}</Route>
      <Route path="/petitions">
        <PetitionsScreen key="petitions" appeals={false} />
      </Route>
      <Route path="/appeals">
        <PetitionsScreen key="appeals" appeals />
      </Route>
      <Route path="/letter/:id">{(p) => <LetterScreen caseId={null} letterId={p.id} about={null} />}</Route>
      <Route path="/register">
        <RegisterScreen />
      </Route>
      <Route path="/approvals">
        <ApprovalsScreen />
      </Route>
      <Route path="/letters">
        <LettersScreen />
      </Route>
      <Route path="/words">
        <TemplatesScreen />
      </Route>
      <Route path="/words/:type">{(p) => <TemplateScreen key={p.type} type={p.type} />}</Route>
      <Route path="/hand-off">
        <HandOffScreen />
      </Route>
      <Route path="/hand-off/:id">{(p) => <TransmittalScreen key={p.id} id={p.id} />}</Route>
      <Route path="/hand-off/:id/payments">{(p) => <PaymentsScreen key={p.id} id={p.id} />}</Route>
      <Route path="/exchange">
        <ExchangeScreen />
      </Route>
      <Route path="/reports">
        <ReportsScreen />
      </Route>
      <Route path="/arithmetic">
        <ArithmeticScreen />
      </Route>
      <Route path="/forms">
        <PapersScreen studentId={null} />
      </Route>
      <Route path="/forms/case/:id/:form">
        {(p) => <CaseFormScreen key={`${p.id} ${p.form}`} caseId={p.id} form={p.form} />}
      </Route>
      <Route path="/forms/:id">{(p) => <PapersScreen key={p.id} studentId={p.id} />}</Route>
      <Route path="/students">
        <StudentsScreen id={null} />
      </Route>
      <Route path="/students/:id">{(p) => <StudentsScreen id={p.id} />}</Route>
      <Route path="/courses">
        <CoursesScreen />
      </Route>
      <Route path="/courses/:id">{(p) => <CourseScreen id={p.id} />}</Route>
      <Route path="/registrations">
        <RegistrationsScreen courseId={null} />
      </Route>
      <Route path="/registrations/:id">{(p) => <RegistrationsScreen courseId={p.id} />}</Route>
      <Route path="/admission/:course/:student">
        {(p) => <AdmissionScreen courseId={p.course} studentId={p.student} />}
      </Route>
      <Route path="/cancel-class/:id">{(p) => <CancelClassScreen id={p.id} />}</Route>
      <Route path="/deadlines">
        <DeadlinesScreen key="all" courseId={null} />
      </Route>
      <Route path="/deadlines/:id">{(p) => <DeadlinesScreen key={p.id} courseId={p.id} />}</Route>
      <Route path="/what-if">
        <WhatIfScreen key="none" courseId={null} />
      </Route>
      <Route path="/what-if/:id">{(p) => <WhatIfScreen key={p.id} courseId={p.id} />}</Route>
      <Route path="/calendar">
        <CalendarScreen />
      </Route>
      <Route path="/policies">
        <PoliciesList />
      </Route>
      <Route path="/policies/new">
        <NewPolicy />
      </Route>
      <Route path="/policies/version/:policy/:version">
        {(p) => <PolicyVersion key={`${p.policy} ${p.version}`} policy={p.policy} version={p.version} />}
      </Route>
      <Route path="/policies/readings/:policy">{(p) => <PolicyReadings key={p.policy} policy={p.policy} />}</Route>
      <Route path="/policies/draft/:id">{(p) => <PolicyDraft key={p.id} id={p.id} />}</Route>
      <Route path="/policies/publish/:id">{(p) => <PublishPolicy key={p.id} id={p.id} />}</Route>
      <Route path="/history">
        <HistoryScreen />
      </Route>
      <Route path="/history/:seq">{(p) => <HistoryEntryScreen seq={Number(p.seq)} />}</Route>
      <Route path="/settings">
        <SettingsScreen />
      </Route>
      <Route path="/help/*?">{(p) => <HelpScreen on={`/${p['*'] ?? ''}`} />}</Route>
      <Route>
        <TodayScreen />
      </Route>
    </Switch>
  );
}
