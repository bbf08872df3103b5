import {
  BookOpen,
  CalendarDays,
  ChartColumn,
  FilePenLine,
  FileText,
  Gavel,
  History,
  House,
  Keyboard,
  Landmark,
  Mail,
  Scale,
  Settings,
  Stamp,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Link, useLocation } from 'wouter';
import { commandOf, keyNames, type CommandId } from '../../shared/commands';
import { ariaKeys, useRefused } from '../commanding';
import { to } from '../routes';

type Place = {
  readonly id: CommandId;
  readonly path: string;
  readonly words: string;
  readonly icon: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }>;
};

const places: readonly Place[] = [
  { id: 'go.today', path: to.today, words: 'Today', icon: House },
  { id: 'form.new', path: to.entry, words: 'New form', icon: Keyboard },
  { id: 'go.register', path: to.register, words: 'Drops', icon: FileText },
  { id: 'go.petitions', path: to.petitions, words: 'Petitions', icon: FilePenLine },
  { id: 'go.appeals', path: to.appeals, words: 'Appeals', icon: Gavel },
  { id: 'go.approvals', path: to.approvals, words: 'Approvals', icon: Stamp },
  { id: 'go.letters', path: to.letters, words: 'Letters', icon: Mail },
  { id: 'go.handOff', path: to.handOff, words: 'Payments', icon: Landmark },
  { id: 'go.reports', path: to.reports, words: 'Reports', icon: ChartColumn },
  { id: 'go.students', path: to.students, words: 'Students', icon: Users },
  { id: 'go.courses', path: to.courses, words: 'Courses', icon: BookOpen },
  { id: 'go.calendar', path: to.calendar, words: 'Calendar', icon: CalendarDays },
  { id: 'go.policies', path: to.policies, words: 'Policies', icon: Scale },
  { id: 'go.history', path: to.history, words: 'History', icon: History },
  { id: 'go.settings', path: to.settings, words: 'Settings', icon: Settings },
];

/** The way from screen to screen, with each place's key as its tooltip; places that are not a person's to enter are left out. */
export function NavRail() {
  const [here] = useLocation();
  const refused = useRefused();
  return (
    <nav className="rail" aria-label="Screens" data-pane="rail">
      {places
        .filter(({ id }) => !refused(id))
        .map(({ id, path, words, icon: Icon }) => {
          const current = path === '/' ? here === '/' : here.startsWith(path);
          const key = commandOf(id).keys[0];
          return (
            <Link
              key={id}
              href={path}
              aria-current={current ? 'page' : undefined}
              aria-keyshortcuts={ariaKeys(id)}
              title={key === undefined ? words : `${words} (${keyNames(key).join('+')})`}
            >
              <Icon size={20} aria-hidden />
              <span>{words}</span>
            </Link>
          );
        })}
    </nav>
  );
}
