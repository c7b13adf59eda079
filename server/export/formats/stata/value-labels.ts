import { cut, padded, tagged, u32 } from './bytes.ts'

/** What numbers stand for, and the letters of missing values, in the order of the numbers. */
export interface ValueLabels {
  name: string
  labels: readonly { value: number; label: string }[]
}

/** A table of them that several columns share is there once. */
export function valueLabelTables(columns: readonly (ValueLabels | undefined)[]): (ValueLabels | undefined)[] {
  const known = new Map<string, ValueLabels>()
  return columns.map((own) => {
    if (own === undefined || own.labels.length === 0) return undefined
    const content = JSON.stringify(own.labels)
    const first = known.get(content) ?? own
    known.set(content, first)
    return first
  })
}

/** Stata cuts at 32,000 bytes. */
const longest = 8000

export function valueLabelBytes({ name, labels }: ValueLabels): Buffer {
  const ordered = labels.toSorted((one, other) => one.value - other.value)
  const texts = ordered.map(({ label }) => Buffer.from(`${cut(label, longest)}\0`))
  let offset = 0
  const offsets = texts.map(({ length }) => {
    offset += length
    return u32(offset - length)
  })
  const keys = ordered.map(({ value }) => u32(value >>> 0))
  const table = Buffer.concat([u32(ordered.length), u32(offset), ...offsets, ...keys, ...texts])
  return tagged('lbl', u32(table.length), padded(name, 129), Buffer.alloc(3), table)
}
