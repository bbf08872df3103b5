import type { Page } from '../desktop';

/** A page as it goes to a printer whose paper lies off: every sheet is shifted as a whole, in 1/32 inch to the right and down. What is kept stays as it is. */
export function nudged(page: Page, by: { readonly nudgeX: number; readonly nudgeY: number } | null): Page {
  if (by === null || (by.nudgeX === 0 && by.nudgeY === 0)) return page;
  // What a shift pushes over the edge is cut off there; else Chromium would make everything smaller to fit it in.
  const shift = `<style>@media print { html, body { overflow: clip; } .sheet { transform: translate(${by.nudgeX / 32}in, ${by.nudgeY / 32}in); } }</style>`;
  return { ...page, html: page.html.replace('</head>', () => `${shift}</head>`) };
}
