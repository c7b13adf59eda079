import type { Cells } from '../../surveys/answer/cells.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Register } from '../../surveys/reading/register.ts'
import { type Column, hasValue } from '../panel/column.ts'
import { reasonOf } from '../panel/reasons.ts'
import { cellOf } from './answered-cells.ts'
import { contradicts } from './contradicts.ts'
import { deduce } from './deduce.ts'
import { equalSums } from './equal-sums.ts'
import type { Imputed, Method } from './method.ts'
import { ratioEstimate } from './ratio-estimate.ts'

export interface Imputing {
  instrument: Instrument
  /** The numbers to complete, and by name all that was read of the wave: what they follow from, and what checks look at. */
  names: readonly string[]
  columns: ReadonlyMap<string, Column>
  units: readonly string[]
  /** The numbers of the last wave by the names of this one, where they mean the same. */
  last: ReadonlyMap<string, Column>
  /** By unit. */
  einwohner: readonly (number | undefined)[]
  groups: readonly string[]
  methods: readonly Method[]
}

/** What is put in, by the name of a number and the place of a unit. */
export type Imputations = ReadonlyMap<string, ReadonlyMap<number, Imputed>>

/**
 * What can be put in for numbers that units who answered did not give, in the order of the methods. Who did not answer at all is not
 * made up: that is what weights are for. What does not apply stays missing.
 */
export function impute(asked: Imputing): Imputations {
  const deduced = asked.methods.includes('deduktiv') ? deduceAll(asked) : []
  return new Map(asked.names.map((name) => [name, imputeOne(name, deduced, asked)]))
}

function imputeOne(
  name: string,
  deduced: readonly ReadonlyMap<string, Imputed>[],
  { columns, last, units, einwohner, groups, methods }: Imputing,
): ReadonlyMap<number, Imputed> {
  const column = columns.get(name)
  const found = new Map<number, Imputed>()
  if (column === undefined) return found
  const given = numbersOf(column)
  const before = last.get(name)
  const estimates = methods.flatMap((method) => {
    if (method === 'deduktiv') return [(index: number) => deduced[index]?.get(name)]
    const beside = method === 'vorwelle' ? before && numbersOf(before) : einwohner
    return beside === undefined ? [] : [ratioEstimate({ method, given, beside, groups })]
  })
  for (const index of units.keys()) {
    if (!isMissing(column, index)) continue
    for (const estimate of estimates) {
      const one = estimate(index)
      if (one === undefined) continue
      found.set(index, one)
      break
    }
  }
  return found
}

/** By unit, what follows for it. */
function deduceAll({ instrument, columns, units, einwohner }: Imputing): Map<string, Imputed>[] {
  const sums = equalSums(instrument)
  const gemeinden: Register['gemeinden'] = new Map(
    units.map((unit, index) => [unit, { name: unit, ...(einwohner[index] && { einwohner: einwohner[index] }) }]),
  )
  const register = { gemeinden, kreise: new Map(), verbuende: new Map() }
  return units.map((unit, index) => {
    const cells = cellsOf(instrument, columns, index)
    return deduce(cells, sums, contradicts(instrument, { unit, register }))
  })
}

function cellsOf({ variable }: Instrument, columns: ReadonlyMap<string, Column>, index: number): Cells {
  const cells = new Map()
  for (const [name, column] of columns) {
    const asked = variable.get(name)
    const cell = asked && cellOf(asked, column, index)
    if (cell !== undefined) cells.set(name, cell)
  }
  return cells
}

const numbersOf = (column: Column): (number | undefined)[] =>
  Array.from(column.values, (value, index) => (hasValue(column, index) ? value : undefined))

/** Somebody answered, and left this out or had no information on it. */
const isMissing = ({ reasons }: Column, index: number): boolean =>
  ['leer', 'nicht_vorhanden'].includes(reasonOf(reasons[index] ?? 0) ?? '')
