import type { Refusal } from './source.ts'

/** Which column of a flat file holds what, by place. */
export interface Layout {
  header: readonly string[]
  width: number
  statistic: number
  statisticLabel: number
  timeCode: number
  time: number
  /** `attribute + 1` is the label of the attribute. */
  dimensions: readonly { code: number; attribute: number }[]
  values: readonly ValueColumn[]
}

/** A figure with its measure: said in the heading (old layout) or in columns beside it (new layout). */
export interface ValueColumn {
  value: number
  quality?: number
  measure?: string
  label?: string
  unit?: string
  measureAt?: number
  labelAt?: number
  unitAt?: number
}

const names = {
  new: {
    fixed: ['statistics_code', 'statistics_label', 'time_code', 'time_label', 'time'],
    dimension: ['variable_code', 'variable_label', 'variable_attribute_code', 'variable_attribute_label'],
    value: ['value', 'value_unit', 'value_variable_code', 'value_variable_label'],
  },
  old: {
    fixed: ['Statistik_Code', 'Statistik_Label', 'Zeit_Code', 'Zeit_Label', 'Zeit'],
    dimension: ['Merkmal_Code', 'Merkmal_Label', 'Auspraegung_Code', 'Auspraegung_Label'],
    value: [],
  },
}

export function isFlatHeader(cells: readonly string[]): boolean {
  const known = new Set(cells.map((cell) => cell.trim()))
  return [names.new, names.old].some(({ fixed }) => fixed.filter((name) => known.has(name)).length >= 3)
}

/** Header → layout, or every fault of it. */
export function flatLayout(cells: readonly string[]): Layout | Refusal[] {
  const header = cells.map((cell) => cell.trim())
  const isNew = header.includes(names.new.fixed[0] ?? '') || header.includes('value')
  const { fixed, dimension, value } = isNew ? names.new : names.old
  const count = Math.max(0, ...header.map((name) => Number(/^(\d)_/.exec(name)?.[1] ?? 0)))
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const expected = [...fixed, ...numbers.flatMap((n) => dimension.map((name) => `${n}_${name}`)), ...value]
  const refusals = faults(header, expected, isNew, count)
  if (refusals.length > 0) return refusals

  const at = (name: string) => header.indexOf(name)
  const [statistic = '', statisticLabel = '', timeCode = '', , time = ''] = fixed
  const [variable, , attribute] = dimension
  return {
    header,
    width: header.length,
    statistic: at(statistic),
    statisticLabel: at(statisticLabel),
    timeCode: at(timeCode),
    time: at(time),
    dimensions: numbers.map((n) => ({ code: at(`${n}_${variable}`), attribute: at(`${n}_${attribute}`) })),
    values: isNew ? [newValue(header)] : oldValues(header),
  }
}

function newValue(header: readonly string[]): ValueColumn {
  const at = (name: string) => header.indexOf(name)
  const quality = at('value_q')
  return {
    value: at('value'),
    unitAt: at('value_unit'),
    measureAt: at('value_variable_code'),
    labelAt: at('value_variable_label'),
    ...(quality === -1 ? {} : { quality }),
  }
}

/** `ERW006__Arbeitslose__Anzahl`, with `ERW006__Arbeitslose__Anzahl__q` after it where qualities were asked for. */
function oldValues(header: readonly string[]): ValueColumn[] {
  return header.flatMap((name, value) => {
    const [measure = '', label = '', unit = '', flag] = name.split('__')
    if (unit === '' || flag !== undefined) return []
    const quality = header.indexOf(`${name}__q`)
    const words = label.replaceAll('_', ' ')
    return [{ value, measure, label: words, unit, ...(quality === -1 ? {} : { quality }) }]
  })
}

function faults(header: readonly string[], expected: readonly string[], isNew: boolean, count: number): Refusal[] {
  const isExpected = (name: string) =>
    expected.includes(name) || (isNew ? name === 'value_q' : name.split('__').length >= 3)
  const sentences: [string | undefined, string][] = [
    ...expected
      .filter((name) => !header.includes(name))
      .map((name): [string, string] => [name, `Die Spalte „${name}“ fehlt.`]),
    ...header
      .filter((name) => !isExpected(name))
      .map((name): [string, string] => [name, `Die Spalte „${name}“ gehört nicht in eine solche Datei.`]),
    ...header
      .filter((name, index) => header.indexOf(name) < index)
      .map((name): [string, string] => [name, `Die Spalte „${name}“ kommt mehrmals vor.`]),
  ]
  if (count === 0) sentences.push([undefined, 'Es fehlen die Spalten des Merkmals, das die Region nennt.'])
  if (!isNew && oldValues(header).length === 0) sentences.push([undefined, 'Es fehlt eine Spalte mit Werten.'])
  return sentences.map(([column, sentence]) => ({ line: 1, ...(column === undefined ? {} : { column }), sentence }))
}
