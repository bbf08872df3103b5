/** The origin of the window's own pages. */
export const deskOrigin = 'app://desk';
/** The origin of pages to look at and to print: another than the window's own, so that a letter can reach nothing of the app. */
export const pageOrigin = 'app://page';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** The headers of the window's own files. Styles come from files alone, but for those that carry the nonce, which is new at every load. */
export function deskHeaders(nonce: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    // react-aria puts rules of its own into the head and finds the nonce for them in a meta tag.
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${pageOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return { ...always, 'Content-Security-Policy': policy.join('; ') };
}

const pagePolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  `font-src data: ${pageOrigin}`,
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors ${deskOrigin}`,
  'sandbox',
];

/** The headers of a page that is looked at or printed: its own styles, the bundled fonts, drawings inside it, and nothing else; no script runs in it. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Security-Policy': pagePolicy.join('; '),
};

/** The headers of a bundled font: pages are sandboxed, so that their origin is none and the font must say that anybody may read it. */
export const fontHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'max-age=86400',
};
