/** Parts of a file, little endian, as its head says. */
export function int32(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [place, number] of numbers.entries()) bytes.writeInt32LE(number, 4 * place)
  return bytes
}

export function float64(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * numbers.length)
  for (const [place, number] of numbers.entries()) bytes.writeDoubleLE(number, 8 * place)
  return bytes
}

/** A text that takes so many bytes, with blanks behind it. */
export function padded(text: string, bytes: number): Buffer {
  const all = Buffer.alloc(bytes, ' ')
  all.write(text)
  return all
}

/** The next multiple. */
export const roundedUp = (bytes: number, to: number): number => Math.ceil(bytes / to) * to

/** What of a text fits into so many bytes, in whole characters. */
export function fitting(text: string, bytes: number): string {
  let end = 0
  let taken = 0
  for (const character of text) {
    taken += Buffer.byteLength(character)
    if (taken > bytes) break
    end += character.length
  }
  return text.slice(0, end)
}

/** A text of at most so many bytes, and one sees where it is cut. */
export const cut = (text: string, bytes: number): string =>
  Buffer.byteLength(text) <= bytes ? text : `${fitting(text, bytes - Buffer.byteLength('…'))}…`
