/** A cell as PostgreSQL's COPY writes it: a number where the column holds numbers. */
export type CopiedCell = string | number | null

const tab = 0x09
const lineFeed = 0x0a
const backslash = 0x5c
const zero = 0x30
const nine = 0x39

/** Up to so many digits a number is exact, whatever they are. */
const mostDigits = 15

/**
 * Reads rows of COPY's text format; what is left of the last one is the beginning of the next piece. Going through the bytes makes no
 * text of what is none: that takes a third of the time of anything that splits lines first.
 */
export function copiedRows(isNumber: readonly boolean[]): (piece: Buffer) => CopiedCell[][] {
  let rest: Buffer = Buffer.alloc(0)
  return (piece) => {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    const rows: CopiedCell[][] = []
    const whole = bytes.lastIndexOf(lineFeed) + 1
    let row: CopiedCell[] = []
    for (let start = 0, at = 0; start < whole; start = at + 1) {
      at = start
      let value = 0
      while (isDigit(bytes[at])) value = value * 10 + (bytes[at++] as number) - zero
      const isPlain = at > start && at - start <= mostDigits && isEnd(bytes[at])
      while (!isEnd(bytes[at])) at++
      row.push(isNumber[row.length] ? (isPlain ? value : numberOf(bytes, start, at)) : textOf(bytes, start, at))
      if (bytes[at] === tab) continue
      rows.push(row)
      row = []
    }
    rest = bytes.subarray(whole)
    return rows
  }
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= zero && byte <= nine
/** A tab or a line feed within a text is written otherwise. */
const isEnd = (byte: number | undefined) => byte === tab || byte === lineFeed

function numberOf(bytes: Buffer, start: number, end: number): number | null {
  return isNull(bytes, start, end) ? null : Number(bytes.toString('latin1', start, end))
}

function textOf(bytes: Buffer, start: number, end: number): string | null {
  if (isNull(bytes, start, end)) return null
  const text = bytes.toString('utf8', start, end)
  return text.includes('\\') ? text.replaceAll(/\\(.)/gs, (_, letter: string) => escaped[letter] ?? letter) : text
}

const isNull = (bytes: Buffer, start: number, end: number) =>
  end - start === 2 && bytes[start] === backslash && bytes[start + 1] === 0x4e

const escaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
