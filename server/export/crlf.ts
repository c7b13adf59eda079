import { Transform } from 'node:stream'

const quote = 0x22
const lineFeed = 0x0a

/**
 * Ends rows with CR and LF, as RFC 4180 asks, where PostgreSQL's CSV ends them with LF alone. Line ends within quoted
 * fields are content and stay as they are.
 */
export function crlfRows(): Transform {
  let quoted = false
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const parts: Buffer[] = []
      let start = 0
      for (let at = 0; at < chunk.length; at += 1) {
        if (chunk[at] === quote) quoted = !quoted
        else if (chunk[at] === lineFeed && !quoted) {
          parts.push(chunk.subarray(start, at), rowEnd)
          start = at + 1
        }
      }
      parts.push(chunk.subarray(start))
      done(null, Buffer.concat(parts))
    },
  })
}

const rowEnd = Buffer.from('\r\n')
