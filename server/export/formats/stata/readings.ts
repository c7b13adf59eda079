import type { ColumnType, DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { dayLength, millisecondsOf } from '../moments.ts'
import { double, largestLong, type NumberStorage } from './storage.ts'

/** How the cells of a column become numbers, where they do. */
export interface Reading {
  /** Undefined of a cell that is not what its column says. */
  read(cell: string | number): number | undefined
  /** What the numbers stand for. */
  labels: readonly { value: number; label: string }[]
  /** Of a list of codes: those of the labels, in their order. */
  codes?: readonly string[]
  /** Where numbers are shown as something else. */
  format?: string
  /** Where the smallest type would not do. */
  storage?: NumberStorage
}

export type Reasons = NonNullable<DescribedColumn['missing']>['reasons']

/** Undefined of a column of texts. `own` are the reasons that the column itself holds: it has the numbers of their plan. */
export function readingOf({ type, values }: DescribedColumn, own?: Reasons): Reading | undefined {
  if (own !== undefined) return coded(own.map(({ code, number: value, label }) => ({ code, value, label })))
  if (type === 'text') return undefined
  if (type === 'code') return values && coded(numbered(values))
  const labels = (values ?? []).map(({ code, label }) => ({ value: Number(code), label }))
  return { ...ofType[type], labels: labels.filter(({ value }) => isKey(value)) }
}

/** Codes that are numbers keep them; others are numbered in the order in which they are offered. */
function numbered(values: NonNullable<DescribedColumn['values']>) {
  const areNumbers = values.every(({ code }) => String(Number(code)) === String(code) && isKey(Number(code)))
  return values.map(({ code, label }, place) => ({
    code: String(code),
    value: areNumbers ? Number(code) : place + 1,
    label,
  }))
}

const isKey = (value: number) => Number.isInteger(value) && Math.abs(value) <= largestLong

function coded(labels: readonly { code: string; value: number; label: string }[]): Reading {
  const values = new Map(labels.map(({ code, value }) => [code, value]))
  return { read: (cell) => values.get(String(cell)), labels, codes: labels.map(({ code }) => code) }
}

const number = (cell: string | number) => (typeof cell === 'number' ? cell : undefined)

const beginning = Date.UTC(1960, 0, 1)

/** In milliseconds. */
function since1960(type: ColumnType, cell: string | number): number | undefined {
  const at = millisecondsOf(type, cell)
  return at === undefined ? undefined : at - beginning
}

const ofType: Record<Exclude<ColumnType, 'code' | 'text'>, Omit<Reading, 'labels'>> = {
  integer: { read: number },
  decimal: { read: number },
  time: { read: (cell) => since1960('time', cell), format: '%tc', storage: double },
  day: {
    read(cell) {
      const at = since1960('day', cell)
      return at === undefined ? undefined : at / dayLength
    },
    format: '%td',
  },
  month: {
    read(cell) {
      if (millisecondsOf('month', cell) === undefined) return undefined
      const [year = 0, month = 0] = String(cell).split('-').map(Number)
      return (year - 1960) * 12 + month - 1
    },
    format: '%tm',
  },
}
