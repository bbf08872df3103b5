import type { Register } from '../db/register';
import type { Desktop } from './desktop';
import type { OpenContext } from './handlers/context';
import type { Turn } from './turn';

/** What calls about the records of a register have at hand. */
export function openContext(desktop: Desktop, register: Register, turn: Turn): OpenContext {
  const office: OpenContext['office'] = () => {
    const found = register.office.get();
    if (found === null) throw new Error('a register without its office');
    return found;
  };
  const request: OpenContext['request'] = (call, input) => ({
    id: input.requestId,
    call,
    input,
    person: turn.session()?.account ?? desktop.account,
    at: desktop.now(),
  });
  return {
    desktop,
    register,
    turn,
    session: () => {
      const session = turn.session();
      if (session === null) throw new Error('a call that nobody made');
      return session;
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
