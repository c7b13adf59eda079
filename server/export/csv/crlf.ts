import { Transform } from 'node:stream'

const quote = 0x22
const lineFeed = 0x0a

/**
 * Ends rows with CR and LF, as RFC 4180 asks, where PostgreSQL's CSV ends them with LF alone. Line ends within quoted
 * fields are content and stay as they are.
 */
export function crlfRows(): Transform {
  let isQuoted = false
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const parts: Buffer[] = []
      let start = 0
      let nextQuote = chunk.indexOf(quote)
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, end + 1)) {
        nextQuote = passQuotes(chunk, nextQuote, end)
        if (isQuoted) continue
        parts.push(chunk.subarray(start, end), rowEnd)
        start = end + 1
      }
      passQuotes(chunk, nextQuote, chunk.length)
      parts.push(chunk.subarray(start))
      done(null, Buffer.concat(parts))
    },
  })

  /** Goes over the quotation marks before a place, and gives the next one. */
  function passQuotes(chunk: Buffer, from: number, end: number): number {
    let at = from
    while (at !== -1 && at < end) {
      isQuoted = !isQuoted
      at = chunk.indexOf(quote, at + 1)
    }
    return at
  }
}

const rowEnd = Buffer.from('\r\n')
