import { readFileSync } from 'node:fs'

/** A file of this folder that goes into scripts in Stata as it is. */
export const stataPart = (name: string) => readFileSync(new URL(`${name}.do`, import.meta.url), 'utf8').trim()

/** How every script in Stata begins. */
export const stataHead = (head: readonly string[]) => [
  ...head.map((line) => `* ${line}`),
  '',
  'version 15',
  'clear all',
  'set more off',
  '',
]

/** Texts as a row of Mata. */
export const textsInMata = (all: readonly string[]) =>
  all.length === 0 ? 'J(1, 0, "")' : `(${all.map((one) => `"${one}"`).join(', ')})`

/** Reads the file of a wave, all of it as text. */
export const importInStata = (wave: string, key: string) => [
  `import delimited using "${wave}.csv", clear varnames(1) case(preserve) stringcols(_all) bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")`,
  `rename ${key} einheit`,
]

/** A table that is written into the script. */
export const inputInStata = (columns: string, rows: readonly (readonly (string | number)[])[]) => [
  'clear',
  `input ${columns}`,
  ...rows.map((row) => row.join(' ')),
  'end',
]
