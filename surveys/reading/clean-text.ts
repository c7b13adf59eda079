/**
 * What a text may hold. PostgreSQL cannot keep NUL, spreadsheets and XML none of the other control characters, and no file half
 * of a surrogate pair. Overrides of the writing direction make a text look like another one. So, in texts:
 *
 * - vertical tab, form feed and next line, which word processors paste between lines, become a blank;
 * - other control characters but tab, line feed and carriage return, and bidirectional controls, are taken out;
 * - lone surrogates, U+FFFE and U+FFFF become U+FFFD, the sign for what could not be read.
 *
 * Whoever typed such a text is told. In names and addresses nothing is changed: they are refused. Marks that writing from right
 * to left needs (U+200E, U+200F, U+061C) and joiners stay.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\v\f\u0085]/g, ' ')
    .replace(/[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
}

export const isClean = (text: string): boolean => cleanText(text) === text
