import type { Phrases, Said } from './explain';

const kinds: Readonly<Record<string, string>> = {
  'drop-form': 'A Drop form',
  'add-drop-form': 'An Add-Drop form',
  letter: 'A letter',
  email: 'An e-mail',
  fax: 'A fax',
  portal: 'A portal request',
  phone: 'A telephone call',
  'in-person': 'A word at the counter',
  'non-attendance': 'Not attending',
  'stop-payment': 'Stopping the payment',
  'instructor-notice': 'Telling only the instructor',
};
const bases: Readonly<Record<string, string>> = {
  'meeting-minutes': 'meeting minutes',
  meetings: 'meetings',
  'calendar-days': 'calendar days',
};
const join = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const plain = (text: string) => () => ({ text, value: '' });
/** What came, within a sentence. */
const kindIn = (s: Said): string => (kinds[s.text('kind')] ?? 'a notice').replace(/^An? /, (a) => a.toLowerCase());

/** The worksheet's sentences in English, by rule. */
export const english: Phrases = {
  'cancelled-not-covered': plain('The class is cancelled, and the policy says nothing of that. The office decides.'),
  'class-cancelled': (s) => ({
    text: `Is the class cancelled? Yes, on ${s.moment('cancelledOn')}: all fees are returned.`,
    value: '100%',
  }),
  'class-not-cancelled': () => ({ text: 'Is the class cancelled? No.', value: '' }),
  'dropped-before-cancellation': (s) => ({
    text: `The class was cancelled on ${s.moment('cancelledOn')}, but this drop took effect before that, so it stands.`,
    value: s.moment('effective'),
  }),
  'no-notice': plain('Nothing has been received from the student yet.'),
  'notice-ineffective': (s) => ({ text: `${kinds[s.text('kind')] ?? 'This'} is not an official drop.`, value: '' }),
  'notice-spoken': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'This'}${s.text('channel') === 'phone' && s.text('kind') !== 'phone' ? ' given by telephone' : ''} is not an official drop: it must come in writing.`,
    value: '',
  }),
  'notice-incomplete': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'This'} came, but not everything the policy asks for. Still missing: ${join(s.list('missing'))}.`,
    value: '',
  }),
  'notice-counts': (s) => ({
    text:
      s.list('enclosed').length > 0
        ? `Official drop? Yes: ${s.has('together') ? `${kindIn(s)} in writing and ${join(s.list('enclosed'))}` : `${join(s.list('enclosed'))} ${s.list('enclosed').length > 1 ? 'were' : 'was'} enclosed`}.`
        : `Official drop? Yes: ${kindIn(s)} in writing.`,
    value: '',
  }),
  'notice-any-form': (s) => ({
    text: `Does the request count? Yes: ${kindIn(s)}${s.has('identified') ? ', with everything the policy asks for in it' : ''}.`,
    value: '',
  }),
  'notice-no-request': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'This'} is recorded, but it asks for nothing: it is not a request for a refund.`,
    value: '',
  }),
  'effective-received': (s) => ({
    text: s.has('unusable')
      ? `The postmark cannot be used: it is missing, illegible or later than the receipt. The date received counts: ${s.moment('received')}.`
      : `Effective date: received ${s.moment('received')}${s.has('postmarked') ? `; the postmark (${s.moment('postmarked')}) is not used by this policy` : ''}.`,
    value: s.moment('received'),
  }),
  'effective-postmarked': (s) => ({
    text: `Effective date: postmarked ${s.moment('postmarked')} (received ${s.moment('received')}).`,
    value: s.moment('postmarked'),
  }),
  'date-only': (s) => ({
    text: `No time was noted, so it counts as received at ${s.text('counts') === 'opening' ? 'opening' : 'closing'} on that day.`,
    value: s.moment('at'),
  }),
  'within-office-hours': plain('It came during office hours.'),
  'moved-to-opening': (s) => ({
    text: `${s.text('why') === 'before-opening' ? 'It came before the office opened' : s.text('why') === 'closed' ? 'It came on a day the office is closed' : 'It came after the office closed'}, so it counts from ${s.moment('effective')}.`,
    value: s.moment('effective'),
  }),
  refer: (s) => ({
    text: `${s.category}: this policy computes nothing for such a course. The office decides.`,
    value: '',
  }),
  'decision-unknown': plain('This policy has no such petition or appeal. The office decides.'),
  'petition-late': (s) => ({
    text: `The petition was received ${s.moment('received')}, after the last day for it (${s.moment('through')}).`,
    value: s.moment('through'),
  }),
  'petition-in-time': (s) => ({
    text: `The petition was received ${s.moment('received')}, by its last day (${s.moment('through')}).`,
    value: s.moment('received'),
  }),
  'petition-granted': (s) => ({
    text: `The petition was decided by ${s.text('authority')}: ${s.percent('percent')}.`,
    value: s.percent('percent'),
  }),
  'request-without-refund': (s) => ({
    text: `Asked for: ${s.words('label').toLowerCase()}. It is decided by the office and refunds nothing.`,
    value: s.words('label'),
  }),
  'no-exception': plain('No petition or appeal can change this limit.'),
  'petition-needed': (s) => ({
    text: `A drop this late needs a petition. Still missing: ${join(s.list('missing'))}.`,
    value: '',
  }),
  'petition-complete': plain('The petition is complete, with its reason and approvals.'),
  'federal-awaited': plain('Federal aid: the federal worksheet’s figure is awaited.'),
  'federal-figure': (s) => ({ text: `The federal worksheet gives ${s.cents('federal')}.`, value: s.cents('refund') }),
  'no-schedule': plain('No refund rule of this policy covers this course. The office decides.'),
  'course-begins': (s) => ({
    text: `${s.has('arranged') && s.has('withTerm') ? 'An arranged course begins with the term' : s.has('withTerm') ? 'The course begins with the term' : 'The course begins'}: ${s.minute('begins')}. Before it? ${s.has('before') ? 'Yes.' : 'No.'}`,
    value: s.minute('begins'),
  }),
  'schedule-semester': (s) => ({ text: `Which rule? The one for ${s.words('schedule')} (${s.category}).`, value: '' }),
  'schedule-meetings': (s) => ({
    text: `Which rule? The one for ${s.words('schedule')}: ${s.number('meetings') === 0 ? 'no meetings are listed' : s.number('meetings') === 1 ? 'it has 1 meeting' : `it has ${s.number('meetings')} meetings`}.`,
    value: '',
  }),
  'schedule-named': (s) => ({ text: `Which rule? The one for ${s.words('schedule')}.`, value: '' }),
  'before-begin': (s) => ({
    text: s.has('inside') ? 'Dropped before the first session: yes.' : 'Dropped before the first session: no.',
    value: s.has('inside') ? s.words('label') : '',
  }),
  'by-term-week': (s) => ({
    text: `By the end of week ${s.number('week')} (through ${s.through('until')})? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'schedule-length': (s) => ({
    text: `Which rule? The one for ${s.words('schedule')}: it lasts ${s.number('weeks') === 0 ? 'less than 1 week' : s.number('weeks') === 1 ? '1 week' : `${s.number('weeks')} weeks`}.`,
    value: '',
  }),
  'by-named-limit': (s) => ({
    text: `${s.words('named')}: through ${s.through('until')}. In time? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-date': (s) => ({
    text: `Through ${s.through('until')}? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-window': (s) => ({
    text: `${
      s.has('days')
        ? `Refund window: ${s.number('days') === 0 ? 'the day of' : s.number('days') === 1 ? '1 day after' : `${s.number('days')} days after`} the later of start and payment (${s.moment('from')})${s.has('cap') ? `, at most ${s.number('cap')} days after payment (${s.moment('paidOn')})` : ''}, so through ${s.through('until')}.`
        : `Refund window: this session has its own last day, ${s.through('until')}.`
    } Asked for by then? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-working-days': (s) => ({
    text: `${s.number('days') === 1 ? '1 working day' : `${s.number('days')} working days`} after ${s.moment('from')}, weekends${s.days('closures') === '' ? '' : ` and closures (${s.days('closures')})`} left out: through ${s.through('until')}. Asked for by then? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-share': (s) => ({
    text: `Course time elapsed: ${s.number('part')} of ${s.number('whole')} ${bases[s.text('basis')] ?? ''} = ${elapsed(s)}. Less than ${s.percent('limit')}? ${s.has('inside') ? 'Yes.' : 'No.'}`,
    value: elapsed(s),
  }),
  'facts-missing': (s) => ({ text: `It cannot be decided yet. Still missing: ${join(s.list('missing'))}.`, value: '' }),
  'session-status': (s) => ({
    text: `On ${s.moment('on')} the session’s status is “${s.words('status')}”.`,
    value: s.words('status'),
  }),
  'told-when-unenrolling': (s) => ({
    text: `Whoever unenrolls on ${s.moment('on')} is told: “${s.words('says')}”.`,
    value: '',
  }),
  'no-enrollment-deadline': plain(
    'The enrollment deadline of this session is not on record, so nobody can say whether one may enroll again.',
  ),
  'failing-grade': plain('Until it is dropped officially, the course ends in a failing grade.'),
  'percent-of-collected': (s) => ({
    text: `Fees collected ${s.cents('collected')} × ${s.percent('percent')}`,
    value: s.cents('refund'),
  }),
  'first-fee': (s) => ({
    text: `Taken first: ${s.percent('percent')} of the fees, ${s.cents('assessed')}`,
    value: `−${s.cents('cents')}`,
  }),
  'charge-for-time': (s) => ({
    text: `Charge for ${s.number('part')} of ${s.number('whole')} ${bases[s.text('basis')] ?? ''}: ${s.cents('fees')} × ${s.number('part')} ÷ ${s.number('whole')}`,
    value: `−${s.cents('cents')}`,
  }),
  'percent-of-rest': (s) => ({
    text:
      s.number('percent') === 100 ? 'What remains' : `Of what remains, ${s.cents('rest')} × ${s.percent('percent')}`,
    value: s.cents('refund'),
  }),
  'due-cancelled-alike': (s) => ({
    text: `Fees still due ${s.cents('due')}${s.number('cancelled') === 0 ? ': nothing cancelled' : ', by the same rule, cancelled'}`,
    value: s.cents('cancelled'),
  }),
  'due-cancelled': (s) => ({
    text: `Fees still due ${s.cents('due')}${s.number('cancelled') === 0 ? ': nothing cancelled' : ` × ${s.percent('percent')}, cancelled`}`,
    value: s.cents('cancelled'),
  }),
  withheld: (s) => ({
    text: s.text('source') === 'deposit' ? 'Less the non-returnable deposit' : 'Less the drop fee',
    value: `−${s.cents('cents')}`,
  }),
  settlement: (s) => ({
    text: `Of the refund, ${s.cents('appliedToBalance')} is set off against what is still due; ${s.cents('stillDue')} remains due. Paid out:`,
    value: s.cents('payable'),
  }),
  promise: (s) => ({
    text: `The refund is expected between ${s.moment('from')} and ${s.moment('to')}.`,
    value: s.moment('to'),
  }),
  notation: plain('A W is recorded on the academic record.'),
  'missing:notice': plain('a notice from the student'),
  'missing:drop-form': plain('the Drop form'),
  'missing:add-drop-form': plain('the Add-Drop form'),
  'missing:fee-bill-receipt': plain('the fee bill receipt'),
  'missing:fullName': plain('the full name'),
  'missing:email': plain('the e-mail address'),
  'missing:courseTitle': plain('the full title of the course'),
  'missing:courseStart': plain('the start date of the course'),
  'missing:track': plain('the track'),
  'missing:term-begins': plain('the first day of the term'),
  'missing:starts': plain('the first day of the course'),
  'missing:ends': plain('the last day of the course'),
  'missing:meetings': plain('the meetings of the course'),
  'missing:meeting-times': plain('the times of the meetings'),
  'missing:paid-on': plain('the day of payment'),
  'missing:refund-window': plain('the refund window of this session'),
  'missing:reason': plain('the reason'),
  'missing:instructor': plain('the instructor’s approval'),
  'missing:chair': plain('the chair’s approval'),
  'missing:percent': plain('the percentage granted'),
  'missing:authority': plain('who decided'),
  'missing:federal': plain('the federal figure'),
};

/** A share in tenths of a percent, never rounded across the limit it is compared with. */
function elapsed(s: Said): string {
  const [part, whole, limit] = [s.number('part'), s.number('whole'), s.number('limit')];
  if (whole === 0) return '';
  const tenths = Math.round((part * 1000) / whole);
  const across = part * 100 < limit * whole && tenths >= limit * 10;
  return `${(across ? Math.ceil(limit * 10) - 1 : tenths) / 10}%`;
}
