import type { Indicator } from '../../schemas/indicators.ts'
import { yesNo } from '../compare/compare-categories.ts'
import { type Column, hasValue } from '../panel/column.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { Category, PanelVariable } from '../panel/variable.ts'
import { thirdsOf } from './thirds.ts'

/** A way to divide the units into groups that do not overlap. */
export interface Grouping {
  name: string
  label: string
  /** In the order in which they are shown. */
  groups: readonly Category[]
  /** By unit: the code of its group, '' where it has none. */
  of: readonly string[]
  /** How it came about, where that has to be said. */
  note?: string
}

/** Groups by what the register knows of every unit. */
export interface RegisterGrouping {
  name: string
  label: string
  groupOf(unit: PanelUnit): Category | undefined
}

/** Size classes by inhabitants, from … up. */
const sizes: readonly { from: number; code: string; label: string }[] = [
  { from: 0, code: 'unter_2', label: 'unter 2.000 Einwohner' },
  { from: 2_000, code: '2_5', label: '2.000 bis unter 5.000 Einwohner' },
  { from: 5_000, code: '5_10', label: '5.000 bis unter 10.000 Einwohner' },
  { from: 10_000, code: '10_20', label: '10.000 bis unter 20.000 Einwohner' },
  { from: 20_000, code: '20_50', label: '20.000 bis unter 50.000 Einwohner' },
  { from: 50_000, code: '50_100', label: '50.000 bis unter 100.000 Einwohner' },
  { from: 100_000, code: 'ab_100', label: '100.000 und mehr Einwohner' },
]

export const regierungsbezirk: RegisterGrouping = {
  name: 'regierungsbezirk',
  label: 'Regierungsbezirk',
  groupOf: ({ kreis, regierungsbezirk: label }) => ({ code: kreis.slice(0, 1), label }),
}

export const registerGroupings: readonly RegisterGrouping[] = [
  { name: 'kreis', label: 'Kreis', groupOf: ({ kreis, kreisName }) => ({ code: kreis, label: kreisName }) },
  regierungsbezirk,
  {
    name: 'groesse',
    label: 'Größe der Kommune',
    groupOf: ({ einwohner }) => (einwohner === undefined ? undefined : sizes.findLast(({ from }) => einwohner >= from)),
  },
]

/** Divides units by the register, the groups in the order of their codes or, of sizes, from small to large. */
export function groupByRegister({ name, label, groupOf }: RegisterGrouping, units: readonly PanelUnit[]): Grouping {
  const found = units.map(groupOf)
  const groups = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.code, one] as const])))
  const place = (code: string) => sizes.findIndex((size) => size.code === code)
  const sorted = [...groups.values()].sort(
    (a, b) => place(a.code) - place(b.code) || a.code.localeCompare(b.code, 'de', { numeric: true }),
  )
  return {
    name,
    label,
    groups: sorted.map(({ code, label: text }) => ({ code, label: text })),
    of: found.map((one) => one?.code ?? ''),
  }
}

/** Divides units by what they answered to a choice or a box to tick. */
export function groupByAnswer({ name, label, kind, categories }: PanelVariable, column: Column): Grouping {
  const groups = kind === 'flag' ? yesNo : categories
  const of = [...column.values.keys()].map((index) =>
    hasValue(column, index) ? (groups[column.values[index] as number]?.code ?? '') : '',
  )
  return { name, label, groups, of }
}

/** Divides units by an administrative figure: by month where it is one, else into thirds. */
export function groupByIndicator({ code: name, label, kind }: Indicator, column: Column): Grouping {
  const indices = [...column.values.keys()]
  if (kind === 'month') {
    const codes = indices.map((index) => (hasValue(column, index) ? String(column.values[index]) : ''))
    const months = [...new Set(codes)].filter((code) => code !== '').sort()
    return { name, label, groups: months.map((code) => ({ code, label: monthLabel(code) })), of: codes }
  }
  const { groups, of } = thirdsOf(column.values)
  return { name, label, groups, of }
}

const monthName = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `201704` as `April 2017`. */
const monthLabel = (code: string) => monthName.format(Date.UTC(Number(code.slice(0, 4)), Number(code.slice(4)) - 1))
