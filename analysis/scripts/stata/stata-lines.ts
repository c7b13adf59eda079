import type { WaveFile } from '../script-head.ts'

const widest = 110

/** How every script in Stata begins. What follows a `*` is a remark, but for a block that begins in it. */
export const stataHead = (head: readonly string[]) => [
  ...[...head, ...manner].flatMap(remark),
  '',
  'version 18',
  'clear all',
  'set more off',
  '',
]

const manner = [
  'Dieses Skript benutzt nur Befehle von Stata (ab 18); hinter jedem steht, wo er im Handbuch steht. Es ist nie gelaufen: Stata steht uns nicht zur Verfügung. In den Prüfungen läuft das Skript in R.',
  'capture noisily: Wo es zu wenige Angaben gibt, sagt Stata das und rechnet weiter.',
]

/** A remark of as many lines as it takes; what is to be typed stays in one. */
export function remark(words: string): string[] {
  const safe = words.replaceAll('/*', '/ *').replaceAll(/\/{3,}/g, '//')
  return safe.startsWith(' ') ? [`* ${safe}`] : broken(safe, widest).map((line) => `* ${line}`)
}

/** A command of as many lines as it takes. It is broken at blanks outside of quotation marks. */
export const command = (words: string): string => broken(words, widest).join(' ///\n    ')

function broken(words: string, most: number): string[] {
  const lines = ['']
  for (const word of words.match(/(?:"[^"]*"|[^\s"])+|"/g) ?? []) {
    const last = lines.at(-1) as string
    if (last !== '' && last.length + word.length >= most) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** Reads the file of a wave, all of it as text. A file of another state would give other figures and is refused. */
export const importInStata = ({ name, state, values, answers }: WaveFile, key: string) => [
  command(
    `import delimited using "${name}.csv", clear varnames(1) case(preserve) stringcols(_all) bindquotes(strict) maxquotedrows(unlimited) encoding("UTF-8")`,
  ),
  `capture assert datenstand == "${state}" & werte == "${values}"`,
  `if _rc != 0 | _N != ${answers} {`,
  `    display as error "${name}.csv ist nicht vom Datenstand ${state} mit ${answers} Antworten (Werte: ${values})."`,
  '    display as error "Bitte schreiben Sie die Datei mit dem Befehl am Anfang dieses Skripts."',
  '    exit 459',
  '}',
  `rename ${key} einheit`,
]

/** Kommunen that became one later: what is put together of them is left to the script in R. */
export const carriedInStata = ({ carried = [] }: WaveFile): string[] =>
  carried.flatMap(({ unit, parts }) =>
    parts.length === 1
      ? [`replace einheit = "${unit}" if einheit == "${parts[0]}"`]
      : [
          ...remark(`${unit} war ${parts.join(' + ')}: Zusammengezählt wird das im Skript in R, hier fehlen sie.`),
          command(`keep if ${parts.map((part) => `einheit != "${part}"`).join(' & ')}`),
        ],
  )

/** A table that is written into the script. */
export const inputInStata = (columns: string, rows: readonly (readonly (string | number)[])[]) => [
  'clear',
  command(`input ${columns}`),
  ...rows.map((row) => row.join(' ')),
  'end',
]

/** A confidence level as Stata wants it: in per cent, with at most two decimals. */
export const levelInStata = (level: number) => `level(${Math.round(level * 1e4) / 100})`

/** The condition under which a command counts. */
export function when(...conditions: readonly string[]): string {
  const given = conditions.filter((one) => one !== '')
  return given.length === 0 ? '' : ` if ${given.join(' & ')}`
}
