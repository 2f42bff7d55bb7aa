/** A name every system takes: no separators, no signs of its own meaning, and not too long. */
export const asFileName = (text: string): string => text.replaceAll(/[^\p{L}\p{N} .,&()-]/gu, '').trim().slice(0, 80);
