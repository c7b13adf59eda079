import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Row, Rows } from './table.ts'

/** In bytes, as the engine holds them, roughly. */
const mostKept = 16 * 2 ** 20

type Typed = Pick<Rows, 'typed'>

/**
 * Rows for a format that goes through them several times. They are kept from the first time on, so that the database makes them
 * once: those of a usual wave in memory, what is more in a file that has no name any more.
 */
export async function withKeptRows<Result>({ typed }: Typed, work: (rows: Typed) => Promise<Result>): Promise<Result> {
  let kept: Kept | undefined
  const begun: Kept[] = []
  async function* first() {
    const own: Kept = { some: [], weight: 0, lengths: [], file: undefined }
    begun.push(own)
    for await (const some of typed()) {
      own.weight += some.reduce((sum, row) => sum + weightOf(row), 0)
      if (own.weight <= mostKept) own.some.push(some)
      else await addToFile(own, some)
      yield some
    }
    kept = own
  }
  try {
    return await work({
      async *typed() {
        yield* kept === undefined ? first() : again(kept)
      },
    })
  } finally {
    for (const { file } of begun) if (file !== undefined) closeSync(file)
  }
}

interface Kept {
  some: (readonly Row[])[]
  weight: number
  /** Of those in the file, in bytes. */
  lengths: number[]
  file: number | undefined
}

async function addToFile(kept: Kept, rows: readonly Row[]): Promise<void> {
  kept.file ??= await namelessFile()
  const bytes = serialize(rows)
  writeFileSync(kept.file, bytes)
  kept.lengths.push(bytes.length)
}

function* again({ some, lengths, file }: Kept): Generator<readonly Row[]> {
  yield* some
  const room = Buffer.allocUnsafe(lengths.reduce((most, one) => Math.max(most, one), 0))
  let position = 0
  for (const length of lengths) {
    const bytes = room.subarray(0, length)
    if (readSync(file as number, bytes, { position }) !== length) throw new Error('rows that were laid aside are gone')
    position += length
    yield deserialize(bytes)
  }
}

/** For its owner alone, and gone with the process whatever ends it. */
async function namelessFile(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'stichtag-zeilen-'))
  const file = openSync(join(folder, 'zeilen'), 'wx+', 0o600)
  rmSync(folder, { recursive: true })
  return file
}

const weightOf = (row: Row) =>
  row.reduce<number>((sum, cell) => sum + 16 + (typeof cell === 'string' ? 16 + 2 * cell.length : 0), 16)
