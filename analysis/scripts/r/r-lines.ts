import { readFileSync } from 'node:fs'
import type { PatternsScriptInput } from '../patterns-input.ts'
import type { WaveFile } from '../script-head.ts'
import type { ScriptWeighting } from '../weighting-input.ts'

/** A file of this folder that goes into scripts in R as it is. */
export const rPart = (name: string) => readFileSync(new URL(`${name}.R`, import.meta.url), 'utf8').trim()

export const flagInR = (is: boolean) => (is ? 'TRUE' : 'FALSE')
export const textInR = (words: string) => JSON.stringify(words)
export const textsInR = (all: readonly string[]) => `c(${all.map(textInR).join(', ')})`

/** Reads the file of a wave, which has to be of the state that the figures are of. */
export const readInR = ({ name, state, values, answers }: WaveFile) =>
  `lies(${textInR(`${name}.csv`)}, ${textInR(String(state))}, ${textInR(values)}, ${answers})`

/** The same with those Kommunen as one that became one later; `added` are the columns that can be added up. */
export function readCarriedInR(file: WaveFile, key: string, added: readonly string[] = []): string {
  const { carried = [] } = file
  if (carried.length === 0) return readInR(file)
  const today = carried.map(({ unit, parts }) => `${textInR(unit)} = ${textsInR(parts)}`)
  const columns = added.length === 0 ? 'character()' : textsInR([...new Set(added)])
  return `uebertragen(${readInR(file)}, ${textInR(key)}, list(${today.join(', ')}), ${columns})`
}

/** What reads such files, where there are any. */
export const carriedPart = (files: readonly WaveFile[]): string[] =>
  files.some(({ carried }) => carried !== undefined) ? ['', rPart('carried')] : []

/** A table that is written into the script. */
export const tableInR = (
  name: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  classes = '"character"',
) => [
  `${name} <- read.csv(text = "${columns.join(',')}`,
  ...rows.map((row) => row.join(',')),
  `", colClasses = ${classes})`,
]

/** Everybody as the register has them: who was asked, inhabitants, and the class of each characteristic. */
export const registerInR = (
  asked: readonly string[],
  { columns, units }: Pick<PatternsScriptInput, 'columns' | 'units'>,
) =>
  tableInR(
    'einheiten',
    ['einheit', ...asked, 'einwohner', ...columns.map(({ name }) => name)],
    units.map((one, index) => [
      one.unit,
      ...one.asked,
      one.inhabitants ?? 'NA',
      ...columns.map(({ of }) => of[index] || 'NA'),
    ]),
  )

/** Whether everybody with a weight was weighted, and what errors of weighted figures are made from. */
export const weightLines = ({ isSampleKnown, weighting }: { isSampleKnown: boolean; weighting: ScriptWeighting }) => [
  `ist_stichprobe_bekannt <- ${flagInR(isSampleKnown)}`,
  `ist_hochgerechnet <- ${flagInR(weighting.isOfSilent)}`,
  `ist_korrigiert <- ${flagInR(weighting.isCorrected)}`,
  `ist_geschichtet <- ${flagInR(weighting.isStratified)}`,
  `ist_ganz <- ${flagInR(weighting.isOfWhole)}`,
]
