import { typedAhead } from './typed-ahead';

/** What is typed for the palette before it is there. */
export const forPalette = typedAhead(window);
