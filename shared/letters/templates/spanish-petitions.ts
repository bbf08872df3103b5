import type { LetterBody } from '../template';
import { disagree, payment, received, receivedOnly, record, sum, why } from './spanish';

const paragraph = (text: string): string => `<p>${text}</p>`;

const came = `La recibimos el {{ petition.received }}.`;

const decidedBy = `{% if petition.decided %} Se decidió el {{ petition.decided }}{% if petition.authority %}; la decisión fue tomada por <bdi>{{ petition.authority }}</bdi>{% endif %}.{% elsif petition.authority %} La decisión fue tomada por <bdi>{{ petition.authority }}</bdi>.{% endif %}`;

const asked = `{% if petition.asked %} Usted pidió {{ petition.asked }}.{% endif %}`;

/** The determination that it is about, and whether it still counts. */
const against = `{% if petition.against %}<p><strong>La decisión anterior.</strong> El {{ petition.against.date }} decidimos un reembolso de {{ petition.against.refund }}{% if petition.against.letter %} (nuestra carta <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. {% if petition.against.more %}La nueva decisión la reemplaza y da {{ petition.against.more }} más; lo que ya devolvimos se descuenta.{% elsif petition.against.less %}La nueva decisión la reemplaza y da {{ petition.against.less }} menos.{% else %}Ese monto queda como está.{% endif %}</p>{% endif %}`;

const againstOpen = `{% if petition.against %}<p><strong>De qué se trata.</strong> El {{ petition.against.date }} decidimos un reembolso de {{ petition.against.refund }}{% if petition.against.letter %} (nuestra carta <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. Esa decisión sigue en pie hasta que se tome esta.</p>{% endif %}`;

/** The office's own reason, as it was typed. */
const reason = `{% for part in petition.reason %}<p>{% if forloop.first %}<strong>La razón.</strong> {% endif %}<bdi>{{ part }}</bdi></p>
{% endfor %}`;

const rule = `{% if petition.rule %}<p><strong>Qué dice la política.</strong> {{ petition.rule.text }} ({{ why.policy }}, cláusula {{ petition.rule.clause }}.)</p>{% endif %}`;

const missingItems = `<ul>{% for item in petition.missing %}<li><bdi>{{ item }}</bdi></li>{% endfor %}</ul>`;

const missing = `{% if petition.missing.size > 0 %}<p><strong>Qué falta todavía.</strong> Por favor envíenos:</p>
${missingItems}{% endif %}`;

const declined = `{% if petition.declined %}<p><strong>Aprobación negada.</strong> Una baja tan tardía necesita la aprobación del instructor y de la jefatura del departamento. La negó {{ petition.declined }}.</p>{% endif %}`;

const stillEnrolled = `{% if record == 'F-warning' %}${record}{% endif %}`;

const where = `{{ office.name }}, {{ office.address }}, o {{ office.email }}. Escriba en su carta el caso {{ case.number }}.`;

/** After the greeting of letters about petitions and appeals: the decision first, or what is not decided yet. */
export const ofPetitions = {
  'late-drop-granted': {
    title: 'Su baja tardía fue concedida',
    body: [
      paragraph(
        `Su baja tardía fue concedida; no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>).{% if petition %} Recibimos su {{ petition.what }} el {{ petition.received }}.${decidedBy}{% endif %} ${received}`,
      ),
      record,
      sum,
      reason,
      why,
      payment,
      disagree,
    ],
  },
  'late-drop-denied': {
    title: 'Su baja tardía no fue concedida',
    body: [
      paragraph(
        `Su baja tardía no fue concedida: <strong>usted sigue inscrito/a</strong> y no corresponde ningún reembolso ({{ money.refund }}). Recibimos su {{ petition.what }} el {{ petition.received }}.${decidedBy} ${receivedOnly}`,
      ),
      declined,
      `{% if petition.missing.size > 0 %}<p><strong>Qué faltaba.</strong> No teníamos:</p>
${missingItems}{% endif %}`,
      reason,
      why,
      record,
      disagree,
    ],
  },
  reinstated: {
    title: 'Usted está inscrito/a de nuevo',
    body: [
      paragraph(
        `<strong>Usted está inscrito/a de nuevo</strong>: su {{ petition.what }} fue concedida. ${came}${decidedBy} De ella no resulta ningún reembolso. ${received}`,
      ),
      reason,
      why,
      disagree,
    ],
  },
  'not-reinstated': {
    title: 'Su solicitud de reincorporación no fue concedida',
    body: [
      paragraph(
        `<strong>Usted no está inscrito/a de nuevo</strong>: su {{ petition.what }} no fue concedida. ${came}${decidedBy} De ella no resulta ningún reembolso. ${received}`,
      ),
      reason,
      why,
      disagree,
    ],
  },
  'reinstatement-received': {
    title: 'Su solicitud de reincorporación todavía no está decidida',
    body: [
      paragraph(
        `<strong>Todavía no se ha decidido si usted está inscrito/a de nuevo</strong>: recibimos su {{ petition.what }} el {{ petition.received }}. ${receivedOnly}`,
      ),
      why,
      '<p><strong>Qué sigue.</strong> Una persona de nuestra oficina verá su solicitud y le escribirá. Usted no tiene que hacer nada.</p>',
      disagree,
    ],
  },
  'petition-received': {
    title: 'Recibimos su {{ petition.what }}',
    body: [
      paragraph(
        `<strong>Su {{ petition.what }} todavía no está decidida.</strong> ${came}${asked}{% if petition.answered %} Su respuesta a nuestra pregunta llegó el {{ petition.answered }}.{% endif %} ${receivedOnly}`,
      ),
      againstOpen,
      missing,
      `<p><strong>Qué sigue.</strong> Decidiremos{% if petition.due %} a más tardar el <strong>{{ petition.due }}</strong>{% endif %} y le escribiremos. {% if petition.missing.size > 0 %}Por favor envíe antes lo que falta: ${where}{% else %}Usted no tiene que hacer nada.{% endif %}</p>`,
      rule,
      stillEnrolled,
    ],
  },
  'petition-returned': {
    title: 'Necesitamos algo más para decidir su {{ petition.what }}',
    body: [
      paragraph(
        `<strong>Todavía no podemos decidir su {{ petition.what }}</strong>, porque necesitamos algo más de usted. ${came} ${receivedOnly}`,
      ),
      `{% for part in petition.returned.why %}<p>{% if forloop.first %}<strong>Qué necesitamos.</strong> {% endif %}<bdi>{{ part }}</bdi></p>
{% endfor %}`,
      missing,
      `<p><strong>Hasta cuándo.</strong> {% if petition.returned.answerBy %}Debemos recibir su respuesta a más tardar el <strong>{{ petition.returned.answerBy }}</strong>{% else %}Por favor responda pronto{% endif %}: ${where} El plazo en que decidimos está detenido desde el {{ petition.returned.on }} y continúa cuando llegue su respuesta. Su {{ petition.what }} conserva el día en que llegó.</p>`,
      againstOpen,
      rule,
      stillEnrolled,
    ],
  },
  'petition-granted': {
    title: 'Decisión sobre su {{ petition.heading }}: {{ money.refund }}',
    body: [
      paragraph(
        `Su {{ petition.what }} fue concedida: su reembolso es de <strong>{{ money.refund }}</strong>{% if money.percent %}, es decir, el {{ money.percent }} de las cuotas pagadas{% endif %}. ${came}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-in-part': {
    title: 'Decisión sobre su {{ petition.heading }}: {{ money.refund }}',
    body: [
      paragraph(
        `Su {{ petition.what }} fue concedida en parte: su reembolso es de <strong>{{ money.refund }}</strong>{% if money.percent %}, es decir, el {{ money.percent }} de las cuotas pagadas{% endif %}. ${came}${asked}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-denied': {
    title:
      'Decisión sobre su {{ petition.heading }}: {% if money.nothing %}sin reembolso{% else %}su reembolso sigue siendo de {{ money.refund }}{% endif %}',
    body: [
      paragraph(
        `Su {{ petition.what }} no fue concedida: {% if money.nothing %}no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>){% else %}su reembolso sigue siendo de <strong>{{ money.refund }}</strong>{% endif %}. ${came}${asked}${decidedBy} ${received}`,
      ),
      against,
      sum,
      reason,
      why,
      payment,
      record,
      disagree,
    ],
  },
  'petition-withdrawn': {
    title: 'Su {{ petition.what }} queda retirada',
    body: [
      paragraph(
        `<strong>Su {{ petition.what }} ya no se decide</strong>, porque usted la retiró{% if petition.withdrawn %} el {{ petition.withdrawn }}{% endif %}. ${came} ${receivedOnly}`,
      ),
      `{% if petition.against %}<p><strong>Qué sigue en pie.</strong> El {{ petition.against.date }} decidimos un reembolso de {{ petition.against.refund }}{% if petition.against.letter %} (nuestra carta <bdi class="whole">{{ petition.against.letter }}</bdi>){% endif %}. Esa decisión sigue en pie.</p>{% endif %}`,
      stillEnrolled,
      disagree,
    ],
  },
  refused: {
    title:
      '{% if petition.final %}El último día para un reembolso no puede cambiarse{% else %}Su {{ petition.what }} llegó demasiado tarde{% endif %}',
    body: [
      paragraph(
        `Su {{ petition.what }} no puede considerarse y {% if money.nothing %}no corresponde ningún reembolso (<strong>{{ money.refund }}</strong>){% else %}su reembolso sigue siendo de <strong>{{ money.refund }}</strong>{% endif %}. ${came}{% if petition.limit %} El último día {% if petition.final %}para un reembolso {% endif %}fue el {{ petition.limit }}.{% endif %} {% if petition.final %}Ninguna petición ni apelación puede extender ese plazo.{% else %}Nadie puede extender ese plazo.{% endif %} ${received}`,
      ),
      reason,
      why,
      `{% if petition.final == false and petition.rule %}{% if petition.rule.clause != why.clause %}${rule}{% endif %}{% endif %}`,
      record,
      disagree,
    ],
  },
} as const satisfies Record<string, LetterBody>;

const how = `{% if asks == 'form' and dropForm %}envíenos el formulario “{{ dropForm }}”, completado y firmado: ${where}{% elsif asks == 'request' %}pídanosla en {{ office.email }} o {{ office.phone }}.{% else %}avísenos por escrito: ${where}{% endif %}`;

const nextDay = `{% if next.until %} Para un reembolso de hasta el {{ next.percent }} de las cuotas pagadas, debe {% if next.postmark %}llevar matasellos, o llegarnos si no viene por correo,{% else %}llegarnos{% endif %} <strong>{{ next.until }}</strong>{% if next.officeHours %}, en nuestro horario de oficina{% endif %}.{% elsif next.state == 'past' %} El último día para un reembolso ya pasó.{% else %} La política no fija otro día para un reembolso.{% endif %}`;

/** The same of letters about what a student did with the form instead of dropping. */
export const ofForms = {
  'drop-withdrawn': {
    title: 'Su baja queda retirada',
    body: [
      paragraph(
        `<strong>Usted sigue inscrito/a</strong>: retiró su baja el {{ instead.on }} y ya no cuenta. ${receivedOnly} Sus cuotas quedan como estaban y de ella no resulta ningún reembolso.`,
      ),
      `<p><strong>Si más adelante quiere darse de baja.</strong> Por favor ${how}${nextDay}</p>`,
      '<p><strong>Si esto no es lo que pidió.</strong> Por favor avísenos enseguida: {{ office.phone }} o {{ office.email }}.</p>',
    ],
  },
  'section-changed': {
    title: 'Usted cambió a {{ instead.to.code }}',
    body: [
      paragraph(
        `<strong>Usted está inscrito/a en {{ instead.to.code }}</strong>, <bdi>{{ instead.to.title }}</bdi>, en lugar de {{ course.code }}. Lo pidió el {{ instead.on }}. ${receivedOnly}`,
      ),
      '<p><strong>Su nueva sección.</strong> {{ instead.to.meetings }}{% if instead.to.days %}, {{ instead.to.days }}{% endif %}{% if instead.to.term %} ({{ instead.to.term }}){% endif %}.</p>',
      '<p><strong>Sus cuotas.</strong> Lo que pagó, {{ money.collected }}, pasó a la nueva sección. No se reembolsa nada ni se retiene nada por el cambio.</p>',
      `<p><strong>Si más adelante quiere darse de baja de ella.</strong> Por favor ${how}${nextDay}</p>`,
      '<p><strong>Si esto no es lo que pidió.</strong> Por favor avísenos enseguida: {{ office.phone }} o {{ office.email }}.</p>',
    ],
  },
} as const satisfies Record<string, LetterBody>;
