const blanks = /[\s\u00a0\u2007\u2009\u202f]+/g
const placeholder =
  /^(?:[-–—/?x.]+|k\. ?a\.?|ka|n\. ?v\.?|n\/a|keine angaben?|unbekannt|nicht bekannt|liegt nicht vor)$/i

/** A typed text with plain digits and single blanks. */
export const plainText = (raw: string): string => raw.normalize('NFKC').replace(blanks, ' ').trim()

/** Whether a text only says that there is nothing to say. */
export const isPlaceholder = (text: string): boolean => placeholder.test(text)
