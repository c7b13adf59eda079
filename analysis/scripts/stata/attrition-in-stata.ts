import type { AttritionScriptInput } from '../attrition-input.ts'
import { importInStata, inputInStata, stataHead, stataPart, textsInMata } from './stata-lines.ts'

const functions = ['line', 'level', 'attrition'].map(stataPart).join('\n\n')

/** The same as `attritionInR` for Stata 15 or newer. */
export function attritionInStata(input: AttritionScriptInput): string {
  const { head, key, level, waves, characteristics, models, weights, trimAt, columns, units, hidden } = input
  const types = [
    'str12 einheit byte befragt_vorher byte befragt_nachher double einwohner',
    ...columns.map(({ name }) => `str80 ${name}`),
  ]
  return [
    ...stataHead(head),
    functions,
    `mata: verdeckt = ${textsInMata(hidden)}`,
    '',
    ...waves.flatMap(({ file, role }) => [
      ...importInStata(file, key),
      'keep einheit',
      `generate byte antwort_${role} = 1`,
      `tempfile ${role}`,
      `save \`${role}'`,
      '',
    ]),
    ...inputInStata(
      types.join(' '),
      units.map(({ unit, asked, inhabitants }, index) => [
        `"${unit}"`,
        ...asked,
        inhabitants ?? '.',
        ...columns.map(({ of }) => `"${of[index]}"`),
      ]),
    ),
    ...waves.flatMap(({ role }) => [
      `merge 1:1 einheit using \`${role}', keep(master match) nogenerate`,
      `replace antwort_${role} = 0 if missing(antwort_${role})`,
    ]),
    'sort einheit',
    `mata: auswerten(${textsInMata(characteristics)}, ${textsInMata(models)}, ${level})`,
    ...weights.map(({ method, columns: met }) => `mata: gewichte("${method}", ${textsInMata(met)}, ${trimAt})`),
    '',
  ].join('\n')
}
