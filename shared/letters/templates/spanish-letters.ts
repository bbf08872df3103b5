import { letterTypes, type LetterBody, type LetterTemplate, type LetterType } from '../template';
import { ofForms, ofPetitions } from './spanish-petitions';
import {
  cameIn,
  choice,
  closing,
  disagree,
  next,
  opening,
  payment,
  received,
  receivedOnly,
  record,
  sum,
  why,
} from './spanish';

const paragraph = (text: string): string => `<p>${text}</p>`;

const missing = `<ul>{% for item in missing %}<li>{{ item }}</li>{% endfor %}</ul>`;

const identity = `{% if asks == 'request' and identity.size > 0 %}<ul>{% for item in identity %}<li>{{ item }}</li>{% endfor %}</ul>{% endif %}`;

/** After the greeting: the decision first, then the figures, the reason, what happens and what can be done. */
const ofDeterminations = {
  received: {
    title: 'Hemos recibido {% if notice %}{{ notice.what }}{% else %}su solicitud{% endif %}',
    body: [
      paragraph(
        `<strong>Todavía no se ha decidido nada</strong>: esta carta solo confirma lo que nos ha llegado. ${cameIn}`,
      ),
      '<p><strong>Qué sigue.</strong> Decidiremos según la política publicada ({{ why.policy }}) y le escribiremos: si se reembolsa algo, cuánto, según qué regla y qué puede hacer si no está de acuerdo. Si falta algo, se lo pediremos. Por ahora usted no tiene que hacer nada.</p>',
      '<p><strong>Mientras tanto.</strong> El día en que llegó queda registrado y no cambia, por mucho que esto tarde. Enviarlo otra vez no lo acelera.</p>',
      '<p><strong>Por favor, compruebe.</strong> Si el curso o una fecha de esta carta es incorrecto, avísenos ahora: {{ office.name }}, {{ office.address }}, o {{ office.email }}. Escriba en su aviso el caso {{ case.number }}.</p>',
    ],
  },
  duplicate: {
    title: 'Su reembolso por este curso ya está decidido',
    body: [
      paragraph(
        `Su reembolso por este curso sigue siendo de <strong>{{ money.refund }}</strong>, como se decidió el {{ earlier.date }} en el caso <bdi class="whole">{{ earlier.case }}</bdi>{% if earlier.letter %} (nuestra carta <bdi class="whole">{{ earlier.letter }}</bdi>){% endif %}; de lo que envió ahora no resulta nada más. ${cameIn} Un curso se decide una sola vez, y se decidió por lo que usted había enviado antes.`,
      ),
      '<p><strong>Qué sigue.</strong> {% if money.nothing %}Nada: no correspondía ningún reembolso y no resulta ninguno.{% elsif earlier.paid %}Nada: ese reembolso se pagó el {{ earlier.paid }}. No se paga otra vez.{% else %}Usted recibe ese reembolso como {% if earlier.letter %}decía nuestra carta anterior{% else %}se decidió entonces{% endif %}, una sola vez.{% endif %} Usted no tiene que hacer nada.</p>',
      '<p><strong>La regla que decidió.</strong> {{ why.words }} ({{ why.policy }}, cláusula {{ why.clause }}.)</p>',
      '<p><strong>Si quería otra cosa.</strong> Si esto era para otro curso, o pide algo que no hemos decidido, avísenos: {{ office.phone }} o {{ office.email }}.</p>',
      // What is disagreed with is the other case.
      disagree.replaceAll('case.number', 'earlier.case'),
    ],
  },
  'class-cancelled': {
    title: 'Decisión de reembolso: {{ money.refund }}',
    body: [
      paragraph(
        `Su reembolso es de <strong>{{ money.refund }}</strong>, todas las cuotas pagadas, porque esta clase se canceló{% if course.cancelledOn %} el {{ course.cancelledOn }}{% endif %}. {% if dropFee %}No se retiene ningún cargo por baja y usted{% else %}Usted{% endif %} no tiene que enviar ningún formulario.{% if notice %} ${received}{% endif %}`,
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
      choice,
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
        `Su reembolso es de <strong>{{ money.refund }}</strong>, {% if money.percent %}es decir, el {{ money.percent }} de las cuotas pagadas{% else %}el monto que dan las normas federales{% endif %}. ${received}`,
      ),
      sum,
      why,
      payment,
      choice,
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
      choice,
      record,
      disagree,
    ],
  },
  incomplete: {
    title: 'Su {% if asks == "request" %}solicitud de reembolso{% else %}baja{% endif %} todavía no está completa',
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
        `<strong>Usted sigue inscrito/a y no corresponde ningún reembolso</strong>: lo que nos llegó no es {% if asks == 'request' %}una solicitud de reembolso{% else %}una baja oficial{% endif %}. ${receivedOnly} {% if asks == 'request' %}Para pedir un reembolso, diríjase a {{ office.email }} o {{ office.phone }}{% if identity.size > 0 %} e indique:{% else %}.{% endif %}{% elsif enclosed and asks == 'form' %}Para darse de baja, envíenos el {{ enclosed }} adjunto, completado y firmado.{% elsif enclosed %}Para darse de baja, avísenos por escrito, por ejemplo con el {{ enclosed }} adjunto, completado y firmado: {{ office.name }}, {{ office.address }}, o {{ office.email }}.{% else %}Para darse de baja, envíenos su baja por escrito.{% endif %}`,
      ),
      identity,
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
} as const;

const bodies: Record<LetterType, LetterBody> = { ...ofDeterminations, ...ofPetitions, ...ofForms };

/** The Spanish letters, one for each type; a person who signs letters in Spanish has still to read them. */
export const spanishLetters: readonly LetterTemplate[] = letterTypes.map((type) => ({
  type,
  language: 'es',
  version: 4,
  review: 'needs-review',
  title: bodies[type].title,
  pieces: [
    ...opening.filter((p) => type !== 'withdrawn' || !p.includes('reemplaza')),
    ...bodies[type].body,
    ...closing,
  ],
}));
