/** What no XML can hold, not even written as a number: control characters, halves of characters, U+FFFE and U+FFFF. */
const impossible = /[^\P{Cc}\t\n\r\x7f-\x9f]|[\p{Surrogate}\ufffe\uffff]/gu

export const countImpossible = (text: string): number => text.match(impossible)?.length ?? 0

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

/** A text in XML. A carriage return that is not written as a number would be read as a line feed. */
export const escaped = (text: string): string =>
  text.replaceAll(impossible, '\ufffd').replace(/[&<>"\r]/g, (character) => references[character] ?? character)

/** The same in a cell: `_x0041_` stands for a letter there, unless its first line is written so itself. */
export const cellText = (text: string): string => escaped(text.replaceAll(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))

export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
