import { readFileSync } from 'node:fs'
import type { WaveFile } from '../script-head.ts'

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

/** Reads the file of a wave, all of it as text. A file of another state would give other figures and is refused. */
export const importInStata = ({ name, state, values, answers }: WaveFile, key: string) => [
  `import delimited using "${name}.csv", clear varnames(1) case(preserve) stringcols(_all) bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")`,
  `capture assert datenstand == "${state}" & werte == "${values}"`,
  `if _rc != 0 | _N != ${answers} {`,
  `    display as error "${name}.csv ist nicht vom Datenstand ${state} mit ${answers} Antworten (Werte: ${values}), zu dem dieses Skript gehört. Bitte schreiben Sie die Datei mit dem Befehl am Anfang dieses Skripts."`,
  '    exit 459',
  '}',
  `rename ${key} einheit`,
]

/** A table that is written into the script. */
export const inputInStata = (columns: string, rows: readonly (readonly (string | number)[])[]) => [
  'clear',
  `input ${columns}`,
  ...rows.map((row) => row.join(' ')),
  'end',
]
