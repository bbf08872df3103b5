import { useStore } from '../store';
import { letterView } from './letters/letter-states';
import { LettersQueue } from './letters/letters-queue';
import { LettersToMake } from './letters/letters-to-make';
import './screens.css';

/** The letters: those still to be made, and the queue of those that are. */
export function LettersScreen() {
  const { shown } = useStore(letterView);
  return shown === 'to-make' ? <LettersToMake /> : <LettersQueue state={shown === 'all' ? null : shown} />;
}
