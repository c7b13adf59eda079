const longest = 300

/** What another server says, as it can be kept: in a line, without characters that no text in the database may hold. */
export const inOneLine = (text: string): string =>
  text
    .slice(0, longest * 10)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longest)
