/** R reads a script in the encoding of the machine: what is not ASCII is written as its number. */
export const textInR = (text: string): string =>
  JSON.stringify(text).replaceAll(/[^\x20-\x7e]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0xfffd
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })

/** The same for a comment, where no such number is read. */
export const ascii = (text: string): string =>
  text
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\x20-\x7e]/gu, '?')

/** `setNames(c(1, 2), c("a", "b"))`: what is a name within a call, R turns into the encoding of the machine. */
export const namedInR = (name: string, parts: readonly (readonly [string, string])[]): string =>
  `setNames(${name}(${parts.map(([, text]) => text).join(', ')}), c(${parts.map(([key]) => textInR(key)).join(', ')}))`

/** A call with what there is of its arguments. */
export const callInR = (name: string, args: readonly (readonly [string | undefined, string | undefined])[]): string =>
  `${name}(${args
    .flatMap(([key, text]) =>
      text === undefined || text === '' ? [] : [key === undefined ? text : `${key} = ${text}`],
    )
    .join(', ')})`
