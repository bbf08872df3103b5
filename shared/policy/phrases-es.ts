import type { Phrases, Said } from './explain';

const kinds: Readonly<Record<string, string>> = {
  'drop-form': 'Un formulario de baja',
  'add-drop-form': 'Un formulario de alta y baja',
  letter: 'Una carta',
  email: 'Un correo electrónico',
  fax: 'Un fax',
  portal: 'Una solicitud en el portal',
  phone: 'Una llamada telefónica',
  'in-person': 'Un aviso verbal en ventanilla',
  'non-attendance': 'No asistir',
  'stop-payment': 'Suspender el pago',
  'instructor-notice': 'Avisar solo al instructor',
};
const bases: Readonly<Record<string, string>> = {
  'meeting-minutes': 'minutos de clase',
  meetings: 'sesiones',
  'calendar-days': 'días naturales',
};
const join = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} y ${items.at(-1)}`;
const plain = (text: string) => () => ({ text, value: '' });

/** The worksheet's sentences in Spanish, by rule. */
export const spanish: Phrases = {
  'cancelled-not-covered': plain('La clase está cancelada y la política no lo contempla. Decide la oficina.'),
  'class-cancelled': (s) => ({
    text: `¿Está cancelada la clase? Sí, el ${s.moment('cancelledOn')}: se devuelven todas las cuotas.`,
    value: '100 %',
  }),
  'class-not-cancelled': () => ({ text: '¿Está cancelada la clase? No.', value: '' }),
  'dropped-before-cancellation': (s) => ({
    text: `La clase se canceló el ${s.moment('cancelledOn')}, pero esta baja surtió efecto antes y se mantiene.`,
    value: s.moment('effective'),
  }),
  'no-notice': plain('Todavía no se ha recibido nada del estudiante.'),
  'notice-ineffective': (s) => ({ text: `${kinds[s.text('kind')] ?? 'Esto'} no es una baja oficial.`, value: '' }),
  'notice-spoken': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'Esto'}${s.text('channel') === 'phone' && s.text('kind') !== 'phone' ? ' por teléfono' : ''} no es una baja oficial: debe hacerse por escrito.`,
    value: '',
  }),
  'notice-incomplete': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'Esto'} llegó, pero no todo lo que pide la política. Falta: ${join(s.list('missing'))}.`,
    value: '',
  }),
  'notice-counts': (s) => ({
    text:
      s.list('enclosed').length > 0
        ? `¿Baja oficial? Sí: ${s.has('together') ? `por escrito y con ${join(s.list('enclosed'))}` : `venía adjunto ${join(s.list('enclosed'))}`}.`
        : '¿Baja oficial? Sí: por escrito.',
    value: '',
  }),
  'notice-any-form': (s) => ({
    text: `¿Cuenta la solicitud? Sí: ${(kinds[s.text('kind')] ?? 'un aviso').replace(/^(Una?|El|La) /, (a) => a.toLowerCase())}${s.has('identified') ? ', con todo lo que pide la política' : ''}.`,
    value: '',
  }),
  'notice-no-request': (s) => ({
    text: `${kinds[s.text('kind')] ?? 'Esto'} queda registrado, pero no pide nada: no es una solicitud de reembolso.`,
    value: '',
  }),
  'effective-received': (s) => ({
    text: s.has('unusable')
      ? `El matasellos no puede usarse: falta, es ilegible o es posterior a la recepción. Cuenta la fecha de recepción: ${s.moment('received')}.`
      : `Fecha efectiva: recibido el ${s.moment('received')}${s.has('postmarked') ? `; esta política no usa el matasellos (${s.moment('postmarked')})` : ''}.`,
    value: s.moment('received'),
  }),
  'effective-postmarked': (s) => ({
    text: `Fecha efectiva: matasellos del ${s.moment('postmarked')} (recibido el ${s.moment('received')}).`,
    value: s.moment('postmarked'),
  }),
  'date-only': (s) => ({
    text: `No se anotó la hora; cuenta como recibido a la ${s.text('counts') === 'opening' ? 'apertura' : 'hora de cierre'} de ese día.`,
    value: s.moment('at'),
  }),
  'within-office-hours': plain('Llegó en horario de oficina.'),
  'moved-to-opening': (s) => ({
    text: `${s.text('why') === 'before-opening' ? 'Llegó antes de que abriera la oficina' : s.text('why') === 'closed' ? 'Llegó un día en que la oficina está cerrada' : 'Llegó después del cierre de la oficina'}; cuenta desde el ${s.moment('effective')}.`,
    value: s.moment('effective'),
  }),
  refer: (s) => ({
    text: `${s.category}: esta política no calcula nada para un curso así. Decide la oficina.`,
    value: '',
  }),
  'decision-unknown': plain('Esta política no tiene esa clase de petición o apelación. Decide la oficina.'),
  'petition-late': (s) => ({
    text: `La petición se recibió el ${s.moment('received')}, después del último día para ella (${s.moment('through')}).`,
    value: s.moment('through'),
  }),
  'petition-in-time': (s) => ({
    text: `La petición se recibió el ${s.moment('received')}, dentro del plazo (${s.moment('through')}).`,
    value: s.moment('received'),
  }),
  'petition-granted': (s) => ({
    text: `La petición fue resuelta por ${s.text('authority')}: ${s.percent('percent')}.`,
    value: s.percent('percent'),
  }),
  'request-without-refund': (s) => ({
    text: `Se pide: ${s.words('label').toLowerCase()}. Lo decide la oficina y no da lugar a reembolso.`,
    value: s.words('label'),
  }),
  'no-exception': plain('Ninguna petición ni apelación puede cambiar este plazo.'),
  'petition-needed': (s) => ({
    text: `Una baja tan tardía necesita una petición. Falta: ${join(s.list('missing'))}.`,
    value: '',
  }),
  'petition-complete': plain('La petición está completa, con su razón y sus aprobaciones.'),
  'federal-awaited': plain('Ayuda federal: se espera la cifra federal.'),
  'federal-figure': (s) => ({ text: `El cálculo federal da ${s.cents('federal')}.`, value: s.cents('refund') }),
  'no-schedule': plain('Ninguna regla de reembolso cubre este curso. Decide la oficina.'),
  'course-begins': (s) => ({
    text: `${s.has('arranged') && s.has('withTerm') ? 'Un curso concertado empieza con el periodo' : s.has('withTerm') ? 'El curso empieza con el periodo' : 'El curso empieza'}: ${s.minute('begins')}. ¿Antes? ${s.has('before') ? 'Sí.' : 'No.'}`,
    value: s.minute('begins'),
  }),
  'schedule-semester': (s) => ({ text: `¿Qué regla? La de ${s.words('schedule')} (${s.category}).`, value: '' }),
  'schedule-meetings': (s) => ({
    text: `¿Qué regla? La de ${s.words('schedule')}: ${s.number('meetings') === 0 ? 'no consta ninguna sesión' : s.number('meetings') === 1 ? 'tiene 1 sesión' : `tiene ${s.number('meetings')} sesiones`}.`,
    value: '',
  }),
  'schedule-named': (s) => ({ text: `¿Qué regla? La de ${s.words('schedule')}.`, value: '' }),
  'before-begin': (s) => ({
    text: s.has('inside') ? 'Baja antes de la primera sesión: sí.' : 'Baja antes de la primera sesión: no.',
    value: s.has('inside') ? s.words('label') : '',
  }),
  'by-term-week': (s) => ({
    text: `¿Antes del final de la semana ${s.number('week')} (hasta el ${s.through('until')})? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'schedule-length': (s) => ({
    text: `¿Qué regla? La de ${s.words('schedule')}: dura ${s.number('weeks') === 0 ? 'menos de 1 semana' : s.number('weeks') === 1 ? '1 semana' : `${s.number('weeks')} semanas`}.`,
    value: '',
  }),
  'by-named-limit': (s) => ({
    text: `${s.words('named')}: hasta el ${s.through('until')}. ¿A tiempo? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-date': (s) => ({
    text: `¿Hasta el ${s.through('until')}? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-window': (s) => ({
    text: `${
      s.has('days')
        ? `Plazo de reembolso: ${s.number('days') === 0 ? 'el mismo día de' : s.number('days') === 1 ? '1 día después de' : `${s.number('days')} días después de`} lo último entre inicio y pago (${s.moment('from')})${s.has('cap') ? `, como máximo ${s.number('cap')} días después del pago (${s.moment('paidOn')})` : ''}, es decir, hasta el ${s.through('until')}.`
        : `Plazo de reembolso: esta sesión tiene su propio último día, el ${s.through('until')}.`
    } ¿Se pidió a tiempo? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-working-days': (s) => ({
    text: `${s.number('days') === 1 ? '1 día hábil' : `${s.number('days')} días hábiles`} después del ${s.moment('from')}, sin contar fines de semana${s.days('closures') === '' ? '' : ` ni cierres (${s.days('closures')})`}: hasta el ${s.through('until')}. ¿Se pidió a tiempo? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: s.has('inside') ? s.percent('percent') : '',
  }),
  'by-share': (s) => ({
    text: `Tiempo del curso transcurrido: ${s.number('part')} de ${s.number('whole')} ${bases[s.text('basis')] ?? ''} = ${elapsed(s)}. ¿Menos del ${s.percent('limit')}? ${s.has('inside') ? 'Sí.' : 'No.'}`,
    value: elapsed(s),
  }),
  'facts-missing': (s) => ({ text: `Todavía no puede decidirse. Falta: ${join(s.list('missing'))}.`, value: '' }),
  'session-status': (s) => ({
    text: `El ${s.moment('on')} el estado de la sesión es «${s.words('status')}».`,
    value: s.words('status'),
  }),
  'told-when-unenrolling': (s) => ({
    text: `A quien cancela su inscripción el ${s.moment('on')} se le avisa: «${s.words('says')}».`,
    value: '',
  }),
  'no-enrollment-deadline': plain(
    'No consta la fecha límite de inscripción de esta sesión; no puede decirse si es posible volver a inscribirse.',
  ),
  'failing-grade': plain('Mientras no haya baja oficial, el curso termina en calificación reprobatoria.'),
  'percent-of-collected': (s) => ({
    text: `Cuotas cobradas ${s.cents('collected')} × ${s.percent('percent')}`,
    value: s.cents('refund'),
  }),
  'first-fee': (s) => ({
    text: `Se descuenta primero: ${s.percent('percent')} de las cuotas, ${s.cents('assessed')}`,
    value: `−${s.cents('cents')}`,
  }),
  'charge-for-time': (s) => ({
    text: `Cargo por ${s.number('part')} de ${s.number('whole')} ${bases[s.text('basis')] ?? ''}: ${s.cents('fees')} × ${s.number('part')} ÷ ${s.number('whole')}`,
    value: `−${s.cents('cents')}`,
  }),
  'percent-of-rest': (s) => ({
    text: s.number('percent') === 100 ? 'Queda' : `De lo que queda, ${s.cents('rest')} × ${s.percent('percent')}`,
    value: s.cents('refund'),
  }),
  'due-cancelled-alike': (s) => ({
    text: `Cuotas pendientes ${s.cents('due')}${s.number('cancelled') === 0 ? ': no se cancela nada' : ', canceladas según la misma regla'}`,
    value: s.cents('cancelled'),
  }),
  'due-cancelled': (s) => ({
    text: `Cuotas pendientes ${s.cents('due')}${s.number('cancelled') === 0 ? ': no se cancela nada' : ` × ${s.percent('percent')}, canceladas`}`,
    value: s.cents('cancelled'),
  }),
  withheld: (s) => ({
    text: s.text('source') === 'deposit' ? 'Menos el depósito no reembolsable' : 'Menos el cargo por baja',
    value: `−${s.cents('cents')}`,
  }),
  settlement: (s) => ({
    text: `Del reembolso, ${s.cents('appliedToBalance')} se aplica a lo pendiente; quedan por pagar ${s.cents('stillDue')}. Se paga:`,
    value: s.cents('payable'),
  }),
  promise: (s) => ({
    text: `El reembolso se espera entre el ${s.moment('from')} y el ${s.moment('to')}.`,
    value: s.moment('to'),
  }),
  notation: plain('Se registra una W en el expediente académico.'),
  'missing:notice': plain('un aviso del estudiante'),
  'missing:drop-form': plain('el formulario de baja (Drop form)'),
  'missing:add-drop-form': plain('el formulario de alta y baja (Add-Drop form)'),
  'missing:fee-bill-receipt': plain('el recibo de cuotas'),
  'missing:fullName': plain('el nombre completo'),
  'missing:email': plain('el correo electrónico'),
  'missing:courseTitle': plain('el título completo del curso'),
  'missing:courseStart': plain('la fecha de inicio del curso'),
  'missing:track': plain('la modalidad'),
  'missing:term-begins': plain('el primer día del periodo'),
  'missing:starts': plain('el primer día del curso'),
  'missing:ends': plain('el último día del curso'),
  'missing:meetings': plain('las sesiones del curso'),
  'missing:meeting-times': plain('los horarios de las sesiones'),
  'missing:paid-on': plain('el día de pago'),
  'missing:refund-window': plain('el plazo de reembolso de esta sesión'),
  'missing:reason': plain('la razón'),
  'missing:instructor': plain('la aprobación del instructor'),
  'missing:chair': plain('la aprobación de la jefatura'),
  'missing:percent': plain('el porcentaje concedido'),
  'missing:authority': plain('quién decidió'),
  'missing:federal': plain('la cifra federal'),
};

/** A share in tenths of a percent, never rounded across the limit it is compared with. */
function elapsed(s: Said): string {
  const [part, whole, limit] = [s.number('part'), s.number('whole'), s.number('limit')];
  if (whole === 0) return '';
  const tenths = Math.round((part * 1000) / whole);
  const across = part * 100 < limit * whole && tenths >= limit * 10;
  return `${(across ? Math.ceil(limit * 10) - 1 : tenths) / 10} %`;
}
