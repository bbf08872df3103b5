import type { Language } from '../../day';

/** The words of a letter of admission in one language: a title and pieces in order, as the letters of cases have them. */
export type AdmissionTemplate = {
  readonly title: string;
  readonly review: boolean;
  readonly pieces: readonly string[];
};

const dates = `{% if dates.size > 0 %}<ul>
{% for row in dates %}<li><strong>{{ row.on }}:</strong> {{ row.what }} ({{ row.clause }}).{% for line in row.says %} {{ line.text }}{% if line.clause != row.clause %} ({{ line.clause }}){% endif %}{% endfor %}</li>
{% endfor %}</ul>{% endif %}`;

const further = `{% for line in says %}<p>{{ line.text }} ({{ line.clause }})</p>{% endfor %}`;

const sign = (words: string): string =>
  `<div class="sign"><p>${words}</p><div class="hand"></div><p><bdi>{{ signatory.name }}</bdi>{% if signatory.title %}, {{ signatory.title }}{% endif %}</p></div>`;

const opening = (greeting: string): readonly string[] => [
  '<h1>{{ letter.title }}</h1>',
  '<p class="case">{{ course.code }} <bdi>{{ course.title }}</bdi>{% if course.days %}<br>{{ course.days }}{% endif %}</p>',
  `<p>${greeting}</p>`,
];

/** The letter of admission in both languages. */
export const admissionTemplates: Record<Language, AdmissionTemplate> = {
  en: {
    title: 'You are admitted to {{ course.title }}',
    review: true,
    pieces: [
      ...opening('Dear <bdi>{{ student.name }}</bdi>,'),
      `<p><strong>You are admitted to {{ course.title }}</strong>{% if group %} (with the group of <bdi>{{ group }}</bdi>){% endif %}{% if course.starts %}, which begins on {{ course.starts }}{% endif %}. {% if money.due %}Of the fee of {{ money.assessed }}, {{ money.due }} is still to be paid.{% else %}The fee of {{ money.assessed }} is paid.{% endif %} These are the dates to keep:</p>`,
      dates,
      further,
      '<p>The dates follow from the published policy ({{ policy }}); the number in brackets is its clause.</p>',
      '<p><strong>Questions?</strong> {{ office.phone }} · {{ office.email }} · {{ office.hours }}</p>',
      sign('Sincerely,'),
    ],
  },
  es: {
    title: 'Usted fue admitido/a en {{ course.title }}',
    review: false,
    pieces: [
      ...opening('Estimado/a <bdi>{{ student.name }}</bdi>:'),
      `<p><strong>Usted fue admitido/a en {{ course.title }}</strong>{% if group %} (con el grupo de <bdi>{{ group }}</bdi>){% endif %}{% if course.starts %}, que comienza el {{ course.starts }}{% endif %}. {% if money.due %}De la cuota de {{ money.assessed }} quedan por pagar {{ money.due }}.{% else %}La cuota de {{ money.assessed }} está pagada.{% endif %} Estas son las fechas que debe tener en cuenta:</p>`,
      dates,
      further,
      '<p>Las fechas resultan de la política publicada ({{ policy }}); el número entre paréntesis es su cláusula.</p>',
      '<p><strong>¿Preguntas?</strong> {{ office.phone }} · {{ office.email }} · {{ office.hours }}</p>',
      sign('Atentamente,'),
    ],
  },
};
