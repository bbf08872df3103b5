/** The mailing address in its window. A Liquid template. */
export const mailing = `<address class="mailing" style="left: {{ box.left }}in; top: {{ box.top }}in; width: {{ box.width }}in; height: {{ box.height }}in; font-size: {{ box.size }}pt; line-height: {{ box.leading }}pt">
{%- for line in box.lines %}<span dir="auto">{{ line }}</span>{% endfor -%}
</address>`;

/** The paper around every letter, in any language: letterhead, date, address in its window, body, fold marks, footer, and on the last sheet the letter's code. A Liquid template. */
export const frame = `<!doctype html>
<html lang="{{ page.language }}">
<head><meta charset="utf-8"><title>{{ page.title }}</title><style>{{ page.style | raw }}</style></head>
<body>
{%- for sheet in page.sheets %}
<div class="sheet letter {{ page.setting }}">
{%- if forloop.first %}
{%- unless page.preprinted %}
<header class="letterhead" style="border-color: {{ office.color }}">
<div class="headline" style="color: {{ office.color }}">{{ office.headline }}</div>
<div class="line">{{ office.line }}</div>
</header>
{%- endunless %}
<p class="date">{{ letter.date }}</p>
${mailing}
{%- if page.folds %}<div class="fold" style="top: 3.667in"></div><div class="fold" style="top: 7.333in"></div>{% endif %}
<main class="first">
{%- else %}
<p class="running"><bdi>{{ student.name }}</bdi> · {{ case.number }} · {{ page.word }} {{ forloop.index }} {{ page.of }} {{ forloop.length }}</p>
<main class="later">
{%- endif %}
{% for piece in sheet.pieces %}{{ piece | raw }}
{% endfor %}</main>
<footer class="foot"><p class="language">{% if forloop.last %}{{ letter.languageLine }}{% endif %}</p>
<p class="trace">{{ page.footer }}</p></footer>
{%- if forloop.last and page.code %}
<figure class="code" aria-label="{{ page.code.label }}"><svg viewBox="0 0 {{ page.code.size }} {{ page.code.size }}"><path d="{{ page.code.path }}"/></svg><figcaption>{{ page.code.words }}</figcaption></figure>
{%- endif %}
</div>
{%- endfor %}
{% for enclosure in page.enclosures %}{{ enclosure | raw }}
{% endfor %}</body>
</html>
`;
