import type { Pool } from 'pg'
import { groupByRegister, registerGroupings } from '../../analysis/groups/by-register.ts'
import { type Imputations, impute } from '../../analysis/imputation/impute.ts'
import type { Method } from '../../analysis/imputation/method.ts'
import { neededFor } from '../../analysis/imputation/needed.ts'
import { buildPanel } from '../../analysis/panel/build-panel.ts'
import { type Column, missingColumn, setValue } from '../../analysis/panel/column.ts'
import type { PanelUnit } from '../../analysis/panel/unit.ts'
import { kindOf } from '../../analysis/panel/variable.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import { isNumberType, typeOf } from '../../surveys/types/index.ts'
import { lastWaves } from '../forms/last-waves.ts'
import { readAnswers, type Wanted } from '../store/panel-answers.ts'
import type { DataUsed } from '../store/submissions-in.ts'

interface Completing {
  wave: string
  instrument: Instrument
  synthetic: boolean
  /** All who were asked, in the order in which places name them. */
  units: readonly PanelUnit[]
  methods: readonly Method[]
}

/** The variables whose missing numbers can be put in: those that can be added up. A share follows no sum and no inhabitants. */
export const completable = ({ variables, labels }: Instrument): Variable[] =>
  variables.filter(
    (one) =>
      isNumberType(one.type) &&
      !one.contact &&
      typeOf(one.type).unit !== '%' &&
      labels.get(one.name)?.unit !== 'Prozent',
  )

/** Reads what missing numbers of a wave follow from, and puts them in. */
export async function completeNumbers(
  pool: Pool,
  names: readonly string[],
  { wave, instrument, synthetic, units, methods }: Completing,
  used: DataUsed,
): Promise<Imputations> {
  const wanted = neededFor(names, instrument).flatMap((name) => wantedOf(name, instrument))
  const keys = units.map(({ unit }) => unit)
  const answers = await readAnswers(pool, wave, wanted, used)
  const [read] = buildPanel(
    keys,
    [answers],
    wanted.map(({ name }) => name),
  ).waves
  const size = registerGroupings.find(({ name }) => name === 'groesse')
  return impute({
    instrument,
    names,
    columns: read?.columns ?? new Map(),
    units: keys,
    last: methods.includes('vorwelle')
      ? await lastColumns(pool, names, { wave, instrument, synthetic, keys }, used)
      : new Map(),
    einwohner: units.map(({ einwohner }) => einwohner),
    groups: size === undefined ? [] : groupByRegister(size, units).of,
    methods,
  })
}

function wantedOf(name: string, { variable, questions }: Instrument): Wanted[] {
  const asked = variable.get(name)
  if (asked === undefined || kindOf(asked) === undefined) return []
  const all = asked.role === 'option' ? (questions.get(asked.question)?.variables ?? []) : []
  const options = all.filter(({ role }) => role === 'option').map((one) => one.name)
  return [{ name, variable: asked, options, codes: (asked.options ?? []).map(({ code }) => code) }]
}

async function lastColumns(
  pool: Pool,
  names: readonly string[],
  { keys, ...of }: { wave: string; instrument: Instrument; synthetic: boolean; keys: readonly string[] },
  used: DataUsed,
): Promise<ReadonlyMap<string, Column>> {
  const place = new Map(keys.map((unit, index) => [unit, index]))
  const columns = new Map(names.map((name) => [name, missingColumn(keys.length, 'keine_teilnahme')]))
  for (const [unit, { values }] of await lastWaves(pool, of, used)) {
    const index = place.get(unit)
    if (index === undefined) continue
    for (const [name, column] of columns) {
      const value = values.get(name)
      if (value !== undefined) setValue(column, index, value)
    }
  }
  return columns
}
