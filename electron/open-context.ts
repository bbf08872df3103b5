import type { Register } from '../db/register';
import type { Desktop } from './desktop';
import type { OpenContext } from './handlers/context';

/** What calls about the records of a register have at hand. */
export function openContext(desktop: Desktop, register: Register): OpenContext {
  const office: OpenContext['office'] = () => {
    const found = register.office.get();
    if (found === null) throw new Error('a register without its office');
    return found;
  };
  const request: OpenContext['request'] = (call, input) => ({
    id: input.requestId,
    call,
    input,
    person: desktop.account,
    at: desktop.now(),
  });
  return {
    desktop,
    register,
    office,
    local: () => desktop.local(office().timeZone),
    request,
    act: (call, input, work, show) => {
      const done = register.act(request(call, input), work);
      return done.ok ? show(done.value.touched) : done;
    },
  };
}
