/**
 * A run of characters that a mail client would take for one link. What is glued to its left makes it another one: `xhttps://`,
 * `view-source:https://`, `www.evil.example/?u=https://`, or a sign of no width that nobody sees.
 */
export const webAddress = /(?<![\p{L}\p{N}\p{Cf}.:/+_=?&#%@~-])https?:\/\/[^\s<>"]+/gu;

/** Signs at the end of an address belong to the sentence around it. */
const endOfSentence = /[.,;:!?)\]]+$/u;

/** The address without what belongs to its sentence. */
export const withoutSentenceEnd = (address: string): string => address.replace(endOfSentence, '');
