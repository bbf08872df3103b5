import { lazy, type ComponentType } from 'react';
import { Route, Switch } from 'wouter';
import { TodayScreen } from './screens/today';

/** The addresses of the screens, made in one place so that a link cannot point nowhere. */
export const to = {
  today: '/',
  entry: '/entry',
  entryOf: (caseId: string) => `/entry/${caseId}`,
  case: (id: string) => `/case/${id}`,
  /** The letter of a case as it would be made now. */
  caseLetter: (caseId: string) => `/case/${caseId}/letter`,
  register: '/register',
  letters: '/letters',
  letter: (id: string) => `/letter/${id}`,
  /** The policy's forms to print, blank or for a student. */
  papers: '/forms',
  papersFor: (studentId: string) => `/forms/${studentId}`,
  students: '/students',
  student: (id: string) => `/students/${id}`,
  courses: '/courses',
  course: (id: string) => `/courses/${id}`,
  cancelClass: (courseId: string) => `/cancel-class/${courseId}`,
  calendar: '/calendar',
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
const CancelClassScreen = lazyScreen(
  () => import('./screens/cancel-class'),
  (m) => m.CancelClassScreen,
);
const CalendarScreen = lazyScreen(
  () => import('./screens/calendar'),
  (m) => m.CalendarScreen,
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
const LettersScreen = lazyScreen(
  () => import('./screens/letters'),
  (m) => m.LettersScreen,
);
const LetterScreen = lazyScreen(
  () => import('./screens/letter'),
  (m) => m.LetterScreen,
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
      <Route path="/case/:id/letter">{(p) => <LetterScreen caseId={p.id} letterId={null} />}</Route>
      <Route path="/letter/:id">{(p) => <LetterScreen caseId={null} letterId={p.id} />}</Route>
      <Route path="/register">
        <RegisterScreen />
      </Route>
      <Route path="/letters">
        <LettersScreen />
      </Route>
      <Route path="/forms">
        <PapersScreen studentId={null} />
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
      <Route path="/cancel-class/:id">{(p) => <CancelClassScreen id={p.id} />}</Route>
      <Route path="/calendar">
        <CalendarScreen />
      </Route>
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
