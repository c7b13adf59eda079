import type { Row, Rows } from './table.ts'

/** In bytes, as the engine holds them, roughly. */
const mostKept = 64 * 2 ** 20

/**
 * Rows for a format that goes through them several times. Those of a usual wave are kept from the first time on, so that the
 * database makes them once; of more, memory would grow with them: they are read anew each time.
 */
export function keptRows({ typed }: Pick<Rows, 'typed'>): Pick<Rows, 'typed'> {
  let kept: (readonly Row[])[] | undefined
  async function* first() {
    let weight = 0
    let seen: (readonly Row[])[] = []
    for await (const some of typed()) {
      if (weight <= mostKept) {
        weight += some.reduce((sum, row) => sum + weightOf(row), 0)
        seen.push(some)
        if (weight > mostKept) seen = []
      }
      yield some
    }
    if (weight <= mostKept) kept = seen
  }
  return {
    async *typed() {
      yield* kept ?? first()
    },
  }
}

const weightOf = (row: Row) =>
  row.reduce<number>((sum, cell) => sum + 16 + (typeof cell === 'string' ? 16 + 2 * cell.length : 0), 16)
