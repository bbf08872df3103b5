import type { LetterTemplate, LetterType } from '../template';
import { closing, disagree, next, opening, payment, received, receivedOnly, record, sum, why } from './spanish';

const paragraph = (text: string): string => `<p>${text}</p>`;

const missing = `<ul>{% for item in missing %}<li>{{ item }}</li>{% endfor %}</ul>`;

const decidedBy = `{% if petition.authority %} La decisión fue tomada por <bdi>{{ petition.authority }}</bdi>.{% endif %}`;

/** After the greeting: the decision first, then the figures, the reason, what happens and what can be done. */
const bodies: Record<LetterType, { readonly title: string; readonly body: readonly string[] }> = {
  'class-cancelled': {
    title: 'Decisión de reembolso: {{ money.refund }}',
    body: [
      paragraph(
        `Su reembolso es de <strong>{{ money.refund }}</strong>, todas las cuotas pagadas, porque esta clase se canceló{% if course.cancelledOn %} el {{ course.cancelledOn }}{% endif %}. No se retiene ningún cargo por baja y usted no tiene que enviar ningún formulario.{% if notice %} ${received}{% endif %}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  full: {
    title: 'Decisión de reembolso: {{ money.refund }}',
    body: [
      paragraph(`Su reembolso es de <strong>{{ money.refund }}</strong>, todas las cuotas pagadas. ${received}`),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'full-less': {
    title: 'Decisión de reembolso: {{ money.refund }}',
    body: [
      paragraph(
        `Su reembolso es de <strong>{{ money.refund }}</strong>: las cuotas pagadas menos {{ money.withheld }} ({{ withheld }}). ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  partial: {
    title: 'Decisión de reembolso: {{ money.refund }}',
    body: [
      paragraph(
        `Su reembolso es de <strong>{{ money.refund }}</strong>, es decir, el {{ money.percent }} de las cuotas pagadas. ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  none: {
    title: 'Decisión de reembolso: sin reembolso',
    body: [
      paragraph(`No corresponde ningún reembolso (<strong>{{ money.refund }}</strong>). ${received}`),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  incomplete: {
    title: 'Su baja todavía no está completa',
    body: [
      paragraph(
        `<strong>Todavía no podemos decidir su reembolso</strong>, porque falta algo. ${receivedOnly} Por favor envíenos:`,
      ),
      missing,
      next,
      why,
      record,
      disagree,
    ],
  },
  'not-official': {
    title: 'Usted sigue inscrito/a',
    body: [
      paragraph(
        `<strong>Usted sigue inscrito/a y no corresponde ningún reembolso</strong>: lo que nos llegó no es una baja oficial. ${receivedOnly} Para darse de baja, envíenos {% if enclosed %}el {{ enclosed }} adjunto, completado y firmado{% else %}su baja por escrito{% endif %}.`,
      ),
      why,
      next,
      record,
      disagree,
    ],
  },
  'petition-required': {
    title: 'Esta baja requiere una petición',
    body: [
      paragraph(
        `<strong>Usted sigue inscrito/a y por ahora no corresponde ningún reembolso</strong>: una baja tan tardía requiere una petición. ${receivedOnly} Por favor envíenos{% if enclosed %}, en el formulario adjunto, {{ enclosed }}{% endif %}:`,
      ),
      missing,
      next,
      why,
      record,
      disagree,
    ],
  },
  'late-drop-granted': {
    title: 'Su baja tardía fue concedida',
    body: [
      paragraph(
        `Su baja tardía fue concedida; no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>). ${received}`,
      ),
      record,
      sum,
      why,
      payment,
      disagree,
    ],
  },
  'petition-granted': {
    title: 'Decisión de la petición: {{ money.refund }}',
    body: [
      paragraph(
        `Su {{ petition.what }} fue concedida: su reembolso es de <strong>{{ money.refund }}</strong>, es decir, el {{ money.percent }} de las cuotas pagadas. Recibimos su petición el {{ petition.received }}.${decidedBy} ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-denied': {
    title: 'Decisión de la petición: sin reembolso',
    body: [
      paragraph(
        `Su {{ petition.what }} fue decidida: no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>). Recibimos su petición el {{ petition.received }}.${decidedBy} ${received}`,
      ),
      sum,
      why,
      payment,
      record,
      disagree,
    ],
  },
  refused: {
    title: 'Su petición llegó demasiado tarde',
    body: [
      paragraph(
        `Su {{ petition.what }} no puede considerarse y no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>). La recibimos el {{ petition.received }}{% if petition.limit %}; el último día fue el {{ petition.limit }}{% endif %}. Nadie puede extender ese plazo. ${received}`,
      ),
      why,
      record,
      disagree,
    ],
  },
  refer: {
    title: 'Su reembolso todavía no está decidido',
    body: [
      paragraph(
        `<strong>No se ha decidido ningún reembolso ni se ha negado ninguno</strong>: nuestro calendario de reembolsos no tiene una regla para este caso. ${receivedOnly}`,
      ),
      why,
      '<p><strong>Qué sigue.</strong> Una persona de nuestra oficina verá su solicitud y le escribirá. Usted no tiene que hacer nada.</p>',
      disagree,
    ],
  },
  federal: {
    title: 'Su reembolso se está calculando según las normas federales',
    body: [
      paragraph(
        `<strong>Su reembolso todavía no está decidido</strong>: como usted recibe ayuda federal, sigue las normas federales. ${receivedOnly}`,
      ),
      why,
      '<p><strong>Qué sigue.</strong> Le escribiremos en cuanto se conozca el monto. Usted no tiene que hacer nada.</p>',
      disagree,
    ],
  },
  withdrawn: {
    title: 'Por favor, no tome en cuenta nuestra carta {{ letter.corrects.number }}',
    body: [
      paragraph(
        'Por favor, no tome en cuenta nuestra carta {{ letter.corrects.number }} del {{ letter.corrects.date }}. Se le envió por error. No cambia nada para usted: su inscripción y sus cuotas quedan como estaban antes de ella, y de ella no resulta ningún reembolso.',
      ),
      '<p>Ya corregimos nuestros registros y lamentamos la molestia. Si usted ya hizo algo a causa de esa carta, por favor avísenos.</p>',
    ],
  },
};

/** The Spanish letters, one for each type; a person who signs letters in Spanish has still to read them. */
export const spanishLetters: readonly LetterTemplate[] = Object.entries(bodies).map(([type, { title, body }]) => ({
  type: type as LetterType,
  language: 'es',
  version: 1,
  review: 'needs-review',
  title,
  pieces: [...opening.filter((p) => type !== 'withdrawn' || !p.includes('reemplaza')), ...body, ...closing],
}));
