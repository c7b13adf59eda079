import type { Row } from '../../table.ts'
import type { StataColumn } from './columns.ts'
import { textOf } from './texts.ts'

/** The texts that are kept apart, in the order in which the rows point to them. */
export function longTextEncoder(columns: readonly StataColumn[]): (rows: readonly Row[], first: number) => Buffer {
  const places = columns.flatMap(({ cells }, place) => (cells.kind === 'long' ? [place] : []))
  return (rows, first) =>
    Buffer.concat(
      rows.flatMap((row, index) =>
        places.flatMap((place) => {
          const cell = row[place]
          return cell === null || cell === undefined || cell === ''
            ? []
            : [entry(place + 1, first + index, textOf(cell))]
        }),
      ),
    )
}

const text = 130

function entry(variable: number, observation: number, content: string): Buffer {
  const length = Buffer.byteLength(content)
  const out = Buffer.alloc(21 + length)
  out.write('GSO')
  out.writeUInt32LE(variable, 3)
  out.writeUIntLE(observation, 7, 6)
  out.writeUInt8(text, 15)
  out.writeUInt32LE(length + 1, 16)
  out.write(content, 20)
  return out
}
