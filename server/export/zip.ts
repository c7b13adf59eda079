import { Zip, ZipDeflate } from 'fflate'

/** A file within an archive, in pieces. */
export interface ZipEntry {
  name: string
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * An archive, a piece at a time. It says nothing of when and where it was made: packed by a library of our own, not by the
 * one of the engine, which packs otherwise from version to version; its files are of the day of a state, at noon, since
 * archives have the time of a place and that hour is everywhere.
 */
export async function* zipped(entries: Iterable<ZipEntry>, at: string | null): AsyncGenerator<Uint8Array> {
  const [year = 0, month = 0, day = 0] = (at ?? beginning).slice(0, 10).split('-').map(Number)
  const mtime = new Date(year, month - 1, day, 12)
  let pieces: Uint8Array[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  function* ready() {
    yield* pieces
    pieces = []
  }
  for (const { name, content } of entries) {
    const entry = Object.assign(new ZipDeflate(name), { mtime })
    archive.add(entry)
    for await (const piece of even(content)) {
      entry.push(piece)
      yield* ready()
    }
    entry.push(new Uint8Array(), true)
  }
  archive.end()
  yield* ready()
}

const evenLength = 2 ** 16

/** The same bytes in pieces of one length: how they are packed depends on where a piece ends, and rows come in any. */
async function* even(content: ZipEntry['content']): AsyncGenerator<Uint8Array> {
  let left = new Uint8Array(evenLength)
  let length = 0
  for await (const piece of content)
    for (let from = 0; from < piece.length; ) {
      const part = piece.subarray(from, from + evenLength - length)
      left.set(part, length)
      from += part.length
      length += part.length
      if (length < evenLength) continue
      yield left
      left = new Uint8Array(evenLength)
      length = 0
    }
  yield left.subarray(0, length)
}

/** Archives know no earlier year. */
const beginning = '1980-01-01'
