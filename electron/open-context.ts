import type { Register } from '../db/register';
import type { Session } from '../shared/register/person';
import type { Desktop } from './desktop';
import type { OpenContext } from './handlers/context';
import type { Turn } from './turn';

/** Where a call is made: the desk's register, whose turn it is, who makes the call (null: nobody is signed in), and how the window is told. */
export type CallPlace = {
  readonly desktop: Desktop;
  readonly register: Register;
  readonly turn: Turn;
  readonly caller: Session | null;
  readonly tell: () => void;
};

/** What a call about the records of a register has at hand. */
export function openContext({ desktop, register, turn, caller, tell }: CallPlace): OpenContext {
  const office: OpenContext['office'] = () => {
    const found = register.office.get();
    if (found === null) throw new Error('a register without its office');
    return found;
  };
  const request: OpenContext['request'] = (call, input) => ({
    id: input.requestId,
    call,
    input,
    person: caller?.account ?? desktop.account,
    at: desktop.now(),
  });
  return {
    desktop,
    register,
    turn,
    tell,
    session: () => {
      if (caller === null) throw new Error('a call that nobody made');
      return caller;
    },
    office,
    local: () => desktop.local(office().timeZone),
    request,
    act: (call, input, work, show) => {
      const done = register.act(request(call, input), work);
      return done.ok ? show(done.value.touched) : done;
    },
  };
}
