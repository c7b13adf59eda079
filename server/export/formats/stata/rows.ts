import type { Row } from '../../table.ts'
import type { NumberCells, StataColumn } from './columns.ts'
import { textOf } from './texts.ts'

/** Writes a cell of a row into a buffer of zeros. `observation` counts rows from 1. */
type WriteCell = (out: Buffer, at: number, row: Row, observation: number) => void

export const rowWidth = (columns: readonly StataColumn[]): number =>
  columns.reduce((sum, { cells }) => sum + widthOf(cells), 0)

const widthOf = (cells: StataColumn['cells']) => (cells.kind === 'number' ? cells.storage.width : cells.width)

/** Rows as bytes, some at a time; `first` is the number of the first of them. */
export function rowEncoder(columns: readonly StataColumn[]): (rows: readonly Row[], first: number) => Buffer {
  const width = rowWidth(columns)
  const offsets: number[] = []
  let offset = 0
  for (const { cells } of columns) {
    offsets.push(offset)
    offset += widthOf(cells)
  }
  const writers = columns.map(writerOf)
  return (rows, first) => {
    const out = Buffer.alloc(rows.length * width)
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] as Row
      for (let place = 0; place < writers.length; place++)
        writers[place]?.(out, index * width + (offsets[place] as number), row, first + index)
    }
    return out
  }
}

function writerOf({ name, cells }: StataColumn, place: number): WriteCell {
  if (cells.kind === 'number') return numberWriter(name, cells, place)
  if (cells.kind === 'fixed')
    return (out, at, row) => {
      const cell = row[place]
      if (cell !== null && cell !== undefined) out.write(textOf(cell), at, cells.width)
    }
  return (out, at, row, observation) => {
    const cell = row[place]
    if (cell === null || cell === undefined || cell === '') return
    out.writeUInt16LE(place + 1, at)
    out.writeUIntLE(observation, at + 2, 6)
  }
}

function numberWriter(name: string, { storage, read, missing }: NumberCells, place: number): WriteCell {
  return (out, at, row) => {
    const cell = row[place] ?? null
    if (cell !== null) {
      const value = read(cell)
      if (value === undefined) throw new Error(`${name}: a cell has changed while the file was written`)
      storage.write(out, at, value)
      return
    }
    const reason = missing && row[missing.place]
    const letter = reason == null ? 0 : missing?.letters.get(String(reason))
    if (letter === undefined) throw new Error(`${name}: ${reason} is no reason of the plan`)
    storage.writeMissing(out, at, letter)
  }
}
