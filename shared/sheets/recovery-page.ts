import { formatDay } from '../day';
import { fill } from '../letters/liquid';
import { faces, style } from '../letters/style';
import type { Office } from '../register/office';

/** The sheet for the safe: the recovery code of an office's register, what it is for, and the day from which it holds. Whole HTML. */
export function recoveryPage({
  code,
  office,
  on,
}: {
  readonly code: string;
  readonly office: Pick<Office, 'institution' | 'name'>;
  readonly on: string;
}): { readonly html: string; readonly title: string } {
  const title = 'Recovery code';
  const html = fill(template, {
    title,
    style: `${faces}\n${style}\n${own}`,
    office,
    code,
    on: formatDay(on, 'en'),
  });
  return { html, title };
}

const own = `
.recovery main { position: absolute; left: 1in; right: 1in; top: 1.25in; }
.recovery h1 { margin: 0 0 6pt; }
.recovery p, .recovery ol { margin: 0 0 9pt; }
.recovery .code { margin: 24pt 0; padding: 18pt 0; border: 1pt solid #000; text-align: center; font-family: monospace; font-size: 17pt; line-height: 22pt; letter-spacing: 0.04em; }
`;

const template = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title><style>{{ style | raw }}</style></head>
<body><div class="sheet recovery"><main>
<h1>{{ title }}</h1>
<p>{{ office.institution }} · {{ office.name }} · Refund Desk · {{ on }}</p>
<p class="code">{{ code }}</p>
<p>Keep this sheet in a sealed envelope in the safe. Whoever holds it can become the administrator of this office’s register.</p>
<p>It is for the day on which no administrator can sign in any more:</p>
<ol>
<li>On the sign-in screen, choose “Use the recovery code”.</li>
<li>Type the code, an administrator’s sign-in name, and a new passphrase. Small and capital letters and the hyphens make no difference; 0 is a zero and 1 a one.</li>
<li>This code is spent then. Print the new one that is shown, and put it into the safe in its place.</li>
</ol>
<p>A new code made under People ends this one, too. Destroy this sheet then.</p>
</main></div></body></html>
`;
