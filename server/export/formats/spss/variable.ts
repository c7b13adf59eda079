import type { DescribedColumn } from '../../../../surveys/codebook/described-column.ts'
import { type Display, displayOf } from './display.ts'
import { type Measured, writtenAs } from './measure.ts'
import { type MissingNumbers, missingNumbers } from './missing-numbers.ts'

/** A column as SPSS has it. */
export interface Variable {
  name: string
  label: string
  /** 0 for numbers, else the bytes of a text. */
  width: number
  display: Display
  level: number
  labels: readonly { value: string | number; label: string }[]
  /** Of numbers that can be missing. */
  missing?: MissingNumbers
}

const nominal = 1
const scale = 3

export function variableOf(column: DescribedColumn, name: string, { longest, least, greatest }: Measured): Variable {
  const { label, type, decimals, values = [] } = column
  const isText = writtenAs[type] === 'text'
  const missing = writtenAs[type] === 'number' ? missingNumbers(column, least) : undefined
  const codes = values.map(({ code }) => Buffer.byteLength(String(code)))
  const width = isText ? Math.max(1, longest, ...codes) : 0
  const numbers = [least, greatest, missing?.from ?? 0]
  return {
    name,
    label,
    width,
    display: displayOf({ type, ...(decimals === undefined ? {} : { decimals }), width, numbers }),
    level: isText || values.length > 0 ? nominal : scale,
    labels: [
      ...values.map(({ code, label }) => ({ value: isText ? String(code) : Number(code), label })),
      ...reasonLabels(column, missing),
    ],
    ...(missing === undefined ? {} : { missing }),
  }
}

const reasonLabels = ({ missing }: DescribedColumn, asNumbers: MissingNumbers | undefined) =>
  (missing?.reasons ?? []).flatMap(({ code, label }) => {
    const value = asNumbers?.numbers.get(code)
    return value === undefined ? [] : [{ value, label }]
  })
