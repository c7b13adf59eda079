import type { AttritionScriptInput } from '../attrition-input.ts'
import { differenceLines, flowLines, logitLines, rateLines, testLines } from './attrition-lines.ts'
import { carriedInStata, importInStata, inputInStata, remark, stataHead } from './stata-lines.ts'

/** What `attritionInR` computes, as far as Stata has commands for it. */
export function attritionInStata(input: AttritionScriptInput): string {
  const { head, key, waves, weights } = input
  return [
    ...stataHead(head),
    ...waves.flatMap(({ file, role }) => [
      ...importInStata(file, key),
      ...carriedInStata(file),
      'keep einheit',
      `generate byte antwort_${role} = 1`,
      `tempfile ${role}`,
      `save \`${role}'`,
      '',
    ]),
    ...unitLines(input),
    ...waves.flatMap(({ role }) => [
      `merge 1:1 einheit using \`${role}', keep(master match) nogenerate`,
      `replace antwort_${role} = 0 if missing(antwort_${role})`,
    ]),
    '',
    '* Wer geantwortet hat (1) oder nicht (0), von denen, die es konnten',
    'generate byte ja_first = antwort_vorher if befragt_vorher == 1',
    'generate byte ja_second = antwort_nachher if befragt_nachher == 1',
    'generate byte ja_stayed = antwort_nachher if antwort_vorher == 1 & befragt_nachher == 1',
    'generate byte ja_both = antwort_vorher & antwort_nachher if befragt_vorher == 1 & befragt_nachher == 1',
    '',
    ...flowLines(input),
    ...rateLines(input),
    ...testLines(input),
    ...differenceLines(input),
    ...logitLines(input),
    ...remark(
      `Dafür hat Stata keinen Befehl; es steht im Skript in R: p nach Holm, die standardisierte Differenz${weights.length === 0 ? '' : `, die Gewichte (${weights.map(({ method }) => method).join(', ')})`}.`,
    ),
    '',
  ].join('\n')
}

/** Without the classes that weights meet. */
function unitLines({ units, columns, weights }: AttritionScriptInput): string[] {
  const met = new Set(weights.flatMap((one) => one.columns))
  const used = columns.filter(({ name }) => !met.has(name))
  const types = ['str12 einheit byte befragt_vorher byte befragt_nachher double einwohner']
  return inputInStata(
    [...types, ...used.map(({ name }) => `str80 ${name}`)].join(' '),
    units.map(({ unit, asked, inhabitants }, index) => [
      `"${unit}"`,
      ...asked,
      inhabitants ?? '.',
      ...used.map(({ of }) => `"${of[index]}"`),
    ]),
  )
}
