import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import type { Encoding } from './inspect-file.ts'

/** The text of a file in pieces, without byte order mark, with line ends of `\n`. Says how many bytes it has read. */
export async function* readText(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const stream = createReadStream(path, { highWaterMark: 1 << 17 })
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  let bytes = 0
  let isFirst = true
  let heldBack = ''
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length
    onBytes(bytes)
    let text = heldBack + decoder.write(chunk)
    if (isFirst && text !== '') {
      text = text.replace(/^\ufeff/, '')
      isFirst = false
    }
    // A line end of two characters may be cut in two.
    heldBack = text.endsWith('\r') ? '\r' : ''
    if (heldBack !== '') text = text.slice(0, -1)
    if (text !== '') yield plainEnds(text)
  }
  const last = heldBack + (decoder.end() ?? '')
  if (last !== '') yield plainEnds(last)
}

const plainEnds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
