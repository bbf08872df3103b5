/** The pieces that the Spanish letters share, in the order in which they stand. Text with named fields (`fields.ts`), no code. */

export const opening = [
  '<h1>{{ letter.title }}</h1>',
  '<p class="case">Caso {{ case.number }} · {{ course.code }} <bdi>{{ course.title }}</bdi>{% if course.term %} · {{ course.term }}{% endif %}<br>{{ course.meetings }}{% if course.days %}, {{ course.days }}{% endif %}</p>',
  '<p>Estimado/a <bdi>{{ student.name }}</bdi>:</p>',
  `{% if letter.corrects %}<p>Esta carta reemplaza nuestra carta {{ letter.corrects.number }} del {{ letter.corrects.date }}{% if letter.corrects.refund %}, que indicaba un reembolso de {{ letter.corrects.refund }}{% endif %}. Conserve esta en su lugar.</p>{% endif %}`,
];

const took = `{% if asks == 'request' %}su solicitud se considera hecha{% else %}su baja surte efecto{% endif %}`;

/** When the form came and which of its dates counts. */
export const received = `{% if notice %}Recibimos {{ notice.what }} el {{ notice.received }}{% if notice.postmarked %} (matasellos del {{ notice.postmarked }}){% endif %}.{% if notice.effective %}{% if notice.counts == 'postmarked' %} Cuenta la fecha del matasellos: ${took} {{ notice.effective }}.{% elsif notice.unusable %} Contaría el matasellos, pero falta, no se puede leer o es posterior al día en que llegó. Por eso cuenta el día en que lo recibimos: ${took} {{ notice.effective }}.{% elsif notice.postmarked %} Cuenta la fecha en que recibimos el formulario, no la del matasellos: ${took} {{ notice.effective }}.{% else %} {% if asks == 'request' %}Su solicitud se considera hecha{% else %}Su baja surte efecto{% endif %} {{ notice.effective }}.{% endif %}{% endif %}{% endif %}`;

/** The same while nothing has been decided: then no drop has taken effect. */
export const receivedOnly = `{% if notice %}El {{ notice.received }} recibimos {{ notice.what }}{% if notice.postmarked %} (matasellos del {{ notice.postmarked }}; cuenta {% if notice.counts == 'postmarked' or next.postmark %}la fecha del matasellos{% else %}la fecha en que lo recibimos{% endif %}){% endif %}.{% endif %}`;

/** What came and when, and no more: a letter that decides nothing of it leaves open which date counts. */
export const cameIn = `{% if notice %}El {{ notice.received }} recibimos {{ notice.what }}{% if notice.postmarked %} (matasellos del {{ notice.postmarked }}){% endif %}.{% endif %}`;

export const sum = `{% if sum.rows.size > 0 %}<table class="sum"><thead><tr><th scope="col">Cómo se calculó el monto</th><th scope="col">Monto o tasa</th></tr></thead><tbody>
{% for row in sum.rows %}<tr{% if row.total %} class="total"{% endif %}><th scope="row">{{ row.label }}</th><td>{{ row.value }}</td></tr>
{% endfor %}</tbody></table>{% endif %}`;

export const why = `<p><strong>Por qué.</strong> {% if why.facts %}{{ why.facts }} {% endif %}{{ why.words }} ({{ why.policy }}, cláusula {{ why.clause }}.)</p>`;

/** To whom, how and when: or what is still owed. */
export const payment = `{% if payment %}<p><strong>Qué sigue.</strong> Devolveremos {{ money.payable }} a quien hizo el pago original, <bdi>{{ payment.to }}</bdi>{% if payment.from %}, entre el {{ payment.from }} y el {{ payment.through }}{% elsif payment.through %}, a más tardar el {{ payment.through }}{% endif %}. Usted no tiene que hacer nada.{% if money.applied %} De su reembolso, {{ money.applied }} se aplican a las cuotas que todavía debe por este curso.{% endif %}</p>{% elsif money.applied %}<p><strong>Qué sigue.</strong> Su reembolso se aplica a las cuotas que todavía debe por este curso, por lo que no se le paga nada.{% if money.stillDue %} Usted todavía debe {{ money.stillDue }}.{% endif %}</p>{% elsif money.stillDue %}<p><strong>Qué sigue.</strong> Usted todavía debe {{ money.stillDue }} por este curso.</p>{% endif %}`;

export const record = `{% if record == 'W' %}<p><strong>Su expediente.</strong> Se registrará una calificación de “W” (baja) en este curso.</p>{% elsif record == 'F-warning' %}<p><strong>Su expediente.</strong> Usted sigue inscrito/a en este curso. Si no se da de baja oficialmente, recibirá una calificación reprobatoria.</p>{% endif %}`;

/** What the student can still do, and until when. */
export const next = `<p><strong>Hasta cuándo.</strong> {% if next.state == 'keeps' %}Envíelo pronto. Su solicitud conserva el día en que llegó por primera vez, {{ notice.received }}.{% elsif next.until %}Debe {% if next.postmark %}llevar matasellos, o llegarnos si no viene por correo,{% else %}llegarnos{% endif %} <strong>{{ next.until }}</strong>{% if next.officeHours %}, en nuestro horario de oficina{% endif %}, para un reembolso de hasta el {{ next.percent }} de las cuotas pagadas.{% else %}{% if next.state == 'past' %}Ya no queda{% else %}No hay{% endif %} ninguna fecha límite de reembolso. Envíelo pronto de todos modos: mientras no lo tengamos, usted sigue inscrito/a.{% endif %}</p>`;

const said = `{{ line.text }} ({{ line.clause }})`;

/** What the student chose, what leaving means, what they can do after a refusal, in the policy's own words. */
export const choice = `{% if choice.consequences.size > 0 %}<p><strong>Qué significa dejar el curso.</strong> Usted pidió que se cancelara su inscripción.</p><ul>{% for line in choice.consequences %}<li>${said}</li>{% endfor %}</ul>{% elsif choice.made == 'stay' %}<p><strong>Su elección.</strong> Usted eligió seguir inscrito/a.{% if choice.may %} {{ choice.may.text }} ({{ choice.may.clause }}){% endif %}</p>{% elsif choice.may %}<p><strong>Su elección.</strong> {{ choice.may.text }} ({{ choice.may.clause }}) Por favor, díganos qué elige.</p>{% endif %}{% if choice.options.size > 0 %}<p><strong>Qué puede hacer ahora.</strong></p><ul>{% for line in choice.options %}<li>${said}</li>{% endfor %}</ul>{% endif %}{% if choice.free %}<p><strong>Si solo quiere dejarlo.</strong> {{ choice.free.text }} ({{ choice.free.clause }})</p>{% endif %}`;

export const disagree = `{% if disagree.state == 'open' %}<p><strong>Si no está de acuerdo.</strong> Envíenos el formulario “{{ disagree.form }}”{% if office.website %} ({{ office.website }}){% endif %} con sus razones y documentos de apoyo. Debemos recibirlo a más tardar el <strong>{{ disagree.until }}</strong>: {{ office.name }}, {{ office.address }}, o {{ office.email }}. Escriba en él el caso {{ case.number }}.</p>{% elsif disagree.state == 'closed' %}<p><strong>Si no está de acuerdo.</strong> El último día para el formulario “{{ disagree.form }}” fue el {{ disagree.until }}, y la política no permite que nadie lo extienda. Si una fecha o un monto de esta carta es incorrecto, avísenos por escrito: {{ office.name }}, {{ office.address }}, o {{ office.email }}.</p>{% elsif disagree.state == 'appeal' %}<p><strong>Si no está de acuerdo.</strong> {% if disagree.clause != why.clause %}{{ disagree.says }} (Cláusula {{ disagree.clause }}.) {% endif %}Escríbanos con sus razones y documentos de apoyo{% if disagree.form %}, por ejemplo en el formulario “{{ disagree.form }}”{% endif %}: {{ office.name }}, {{ office.address }}, o {{ office.email }}. La política no fija un último día para esto. Escriba en su carta el caso {{ case.number }}.</p>{% elsif disagree.state == 'final' %}<p><strong>Si no está de acuerdo.</strong> La política no permite que nadie extienda su fecha: {{ disagree.says }} (Cláusula {{ disagree.clause }}.) Si una fecha o un monto de esta carta es incorrecto, avísenos por escrito: {{ office.name }}, {{ office.address }}, o {{ office.email }}.</p>{% elsif disagree.state == 'none' %}<p><strong>Si no está de acuerdo.</strong> Si una fecha o un monto de esta carta es incorrecto, avísenos por escrito: {{ office.name }}, {{ office.address }}, o {{ office.email }}. Escriba en su carta el caso {{ case.number }}.</p>{% else %}<p><strong>Si no está de acuerdo.</strong> Explíquenos por escrito sus razones, con documentos de apoyo: {{ office.name }}, {{ office.address }}, o {{ office.email }}. Escriba en su carta el caso {{ case.number }}.</p>{% endif %}`;

export const closing = [
  '<p><strong>¿Preguntas?</strong> {{ office.phone }} · {{ office.email }} · {{ office.hours }}</p>',
  '<div class="sign"><p>Atentamente,</p><div class="hand"></div><p><bdi>{{ signatory.name }}</bdi>{% if signatory.title %}, {{ signatory.title }}{% endif %}</p></div>',
];
