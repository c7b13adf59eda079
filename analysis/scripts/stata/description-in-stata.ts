import { reasonColumn } from '../../../surveys/codebook/reason-column.ts'
import type { DescribedVariable, DescriptionInput } from '../description-input.ts'
import { importInStata, inputInStata, stataHead, stataPart, textsInMata } from './stata-lines.ts'

const functions = ['line', 'level', 'frequencies', 'describe'].map(stataPart).join('\n\n')

/** The same as `descriptionInR` for Stata 15 or newer. */
export function descriptionInStata({
  head,
  file,
  key,
  level,
  columns,
  units,
  variables,
  hidden,
  completed,
}: DescriptionInput): string {
  return [
    ...stataHead([
      ...head,
      ...(completed ? ['Dieses Skript rechnet ohne die ergänzten Werte; mit ihnen rechnet das in R.'] : []),
    ]),
    functions,
    `mata: verdeckt = ${textsInMata(hidden)}`,
    '',
    ...importInStata(file, key),
    'tempfile antworten',
    "save `antworten'",
    '',
    ...inputInStata(
      ['str12 einheit', ...columns.map((name) => `str32 ${name}`)].join(' '),
      units.map((row) => row.map(text)),
    ),
    "merge 1:1 einheit using `antworten', keep(master match)",
    '',
    ...variables.flatMap((one) => callsFor(one, level)).map((call) => `mata: ${call}`),
    '',
  ].join('\n')
}

const text = (words: string) => `"${words}"`

function callsFor({ name, kind, shown }: DescribedVariable, level: number): string[] {
  return [
    `fehlende(${text(name)}, ${text(reasonColumn(name).name)})`,
    ...shown.map(({ group, column, codes }) => {
      const of = [name, group, column].map(text).join(', ')
      if (kind !== 'choice') return `zahlen(${of}, ${kind === 'sum' ? 1 : 0})`
      return `auswahl(${of}, ${textsInMata(codes)}, ${level})`
    }),
  ]
}
