import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { PanelUnit } from '../panel/unit.ts'
import type { Category } from '../panel/variable.ts'
import type { Grouping } from './grouping.ts'

/** Groups by what the register knows of every unit. */
interface RegisterGrouping {
  name: string
  label: string
  groupOf(unit: PanelUnit): Category | undefined
}

/** Size classes by inhabitants, from … up. */
export const sizes: readonly { from: number; code: string; label: string }[] = [
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

export const byKreis: RegisterGrouping = {
  name: 'kreis',
  label: 'Kreis',
  groupOf: ({ kreis, kreisName }) => ({ code: kreis, label: kreisName }),
}

export const registerGroupings: readonly RegisterGrouping[] = [
  byKreis,
  regierungsbezirk,
  {
    name: 'groesse',
    label: 'Größe der Kommune',
    groupOf: ({ einwohner }) => (einwohner === undefined ? undefined : sizes.findLast(({ from }) => einwohner >= from)),
  },
]

/** What units can be divided by: a person has no inhabitants. */
export const registerGroupingsOf = (unit: Instrument['unit'] | undefined): readonly RegisterGrouping[] =>
  unit === 'gemeinde' ? registerGroupings : registerGroupings.filter(({ name }) => name !== 'groesse')

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
    isOfKnownSize: true,
  }
}
