/** What was typed into an amount: nothing, whole cents, or a sentence that says what is wrong. */
export type TypedMoney =
  | { readonly kind: 'empty' }
  | { readonly kind: 'cents'; readonly cents: number }
  | { readonly kind: 'wrong'; readonly message: string };

const most = 99_999_999;

/** Reads an amount as clerks type it: `400`, `400.5`, `$1,234.50`, or a sum like `=180+220` or `=3*45-10`. Never negative. */
export function readMoney(text: string): TypedMoney {
  const typed = text.trim().replace(/\s+/g, '');
  if (typed === '') return { kind: 'empty' };
  const result = typed.startsWith('=') ? sum(typed.slice(1)) : amount(typed);
  if (typeof result === 'string') return { kind: 'wrong', message: result };
  if (result < 0) return { kind: 'wrong', message: 'An amount cannot be negative.' };
  if (result > most)
    return { kind: 'wrong', message: 'An amount over $999,999.99 cannot be right. Check the decimals.' };
  return { kind: 'cents', cents: result };
}

/** Cents as an amount field shows them: `1,234.50`. */
export function showMoney(cents: number): string {
  return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function amount(typed: string): number | string {
  const match = /^(-?)\$?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/.exec(typed);
  if (match === null || (match[2] === undefined && (match[3] ?? '') === '')) {
    return `“${typed}” is not an amount. Type it like 400 or 400.50, or a sum like =180+220.`;
  }
  const decimals = match[3] ?? '';
  if (decimals.length > 2) return 'An amount has at most two decimals.';
  const whole = Number((match[2] ?? '0').replaceAll(',', ''));
  const cents = whole * 100 + Number(decimals.padEnd(2, '0'));
  return match[1] === '-' ? -cents : cents;
}

/** A sum of terms, each an amount or an amount times whole numbers. */
function sum(typed: string): number | string {
  const terms = typed.match(/[+-]?[^+-]+/g);
  if (terms === null || terms.join('') !== typed) return `“=${typed}” is not a sum. Type it like =180+220.`;
  let total = 0;
  for (const term of terms) {
    const cents = product(term.replace(/^\+/, ''));
    if (typeof cents === 'string') return cents;
    total += cents;
  }
  return total;
}

function product(term: string): number | string {
  const factors = term.split('*');
  const money = factors.filter((f) => !/^\d{1,4}$/.test(f));
  const [first = factors.pop() ?? '', second] = money;
  if (second !== undefined) return 'Only one amount can stand in a product, like 3*45.50.';
  const times = money.length === 0 ? factors : factors.filter((f) => f !== first);
  const cents = amount(first);
  return typeof cents === 'string' ? cents : times.reduce((total, f) => total * Number(f), cents);
}
