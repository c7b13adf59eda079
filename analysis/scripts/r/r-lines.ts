import { readFileSync } from 'node:fs'

/** A file of this folder that goes into scripts in R as it is. */
export const rPart = (name: string) => readFileSync(new URL(`${name}.R`, import.meta.url), 'utf8').trim()

export const flagInR = (is: boolean) => (is ? 'TRUE' : 'FALSE')
export const textInR = (words: string) => JSON.stringify(words)
export const textsInR = (all: readonly string[]) => `c(${all.map(textInR).join(', ')})`

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
