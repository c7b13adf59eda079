import { readFileSync } from 'node:fs'
import type { Part } from './source.ts'

type Codes = Record<string, { labels: string[]; attributes: Record<string, string[]> }>

const codes: Codes = JSON.parse(readFileSync(new URL('genesis-codes.json', import.meta.url), 'utf8'))

const variables = new Map(
  Object.entries(codes).flatMap(([variable, { labels }]) => labels.map((label) => [label, variable] as const)),
)
const attributes = new Map(
  Object.entries(codes).flatMap(([variable, { attributes }]) =>
    Object.entries(attributes).flatMap(([attribute, labels]) =>
      labels.map((label) => [label, { variable, attribute }] as const),
    ),
  ),
)

const totals = new Set(['Insgesamt', 'insgesamt', 'INSGESAMT', 'Total', 'Zusammen'])
const units = new Set([
  'Anzahl',
  'Number',
  'number',
  'Prozent',
  '%',
  'EUR',
  'Tsd. EUR',
  'Mill. EUR',
  'km2',
  'km²',
  'ha',
  'qm',
])

export const isTotal = (label: string) => totals.has(label)
export const isUnit = (label: string) => units.has(label)

/** The code of a variable that tables name in words. */
export const variableCode = (label: string) => variables.get(label)

/** A part that tables name in words, with the codes that flat files have for it, so that both become the same series. */
export function partOf(label: string, variable: string): Part {
  const known = attributes.get(label)
  return known === undefined ? { variable, attribute: label, label } : { ...known, label }
}
