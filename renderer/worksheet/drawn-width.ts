import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** How wide the box of a picture is now, and whether its typeface has come: before, its words cannot be measured. */
export function useDrawnWidth<E extends HTMLElement>(): {
  readonly box: RefObject<E | null>;
  readonly width: number;
  readonly fonts: boolean;
} {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(0);
  const [fonts, setFonts] = useState(() => document.fonts.status === 'loaded');
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    setWidth(Math.floor(element.clientWidth));
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    void document.fonts.ready.then(() => setFonts(true));
    return () => watch.disconnect();
  }, []);
  return { box, width, fonts };
}
