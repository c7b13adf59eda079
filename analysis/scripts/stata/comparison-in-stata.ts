import type { ScriptInput, ScriptUnit } from '../comparison-input.ts'
import { blockLines } from './block.ts'
import { categoryBlocks } from './category-blocks.ts'
import { equivalenceLines } from './equivalence-lines.ts'
import { numberBlocks } from './number-blocks.ts'
import { differenceLines, observedInStata } from './sampling.ts'
import { inputInStata, remark, stataHead } from './stata-lines.ts'
import { waveInStata } from './wave-in-stata.ts'
import { hasError, weightedLines } from './weighted-block.ts'

/** What `rScript` computes, as far as Stata has commands for it. */
export function stataScript(input: ScriptInput): string {
  const isNumber = input.kind === 'number'
  const groups = input.isGrouped ? [...new Set((input.units ?? []).map(({ group }) => group))].sort() : []
  const blocks = isNumber ? numberBlocks(input) : categoryBlocks(input)
  const [before, after] = isNumber ? ['wert_vorher', 'wert_nachher'] : ['prozent_vorher', 'prozent_nachher']
  return [
    ...stataHead(input.head),
    ...waveInStata('vorher', input.before, input),
    ...waveInStata('nachher', input.after, input),
    ...unitLines(input),
    "merge 1:1 einheit using `vorher', keep(master match) nogenerate",
    "merge 1:1 einheit using `nachher', keep(master match) nogenerate",
    'generate byte paar = !missing(wert_vorher, wert_nachher)',
    ...(isNumber ? changeOfNumber : changeOfAnswers(input)),
    '',
    ...observedInStata(input),
    ...equivalenceLines(input),
    ...blocks.flatMap((block) => blockLines(block, groups, input.hidden)),
    ...(input.kind === 'category' ? [] : differenceLines(input, before, after)),
    ...(input.isWeighted ? weightedLines(input, groups) : []),
    ...withoutCommand(input),
    '',
  ].join('\n')
}

/** Differences are rounded before they are ranked: what is equal stays equal. */
const changeOfNumber = [
  'generate double veraenderung = wert_nachher - wert_vorher',
  'generate double fest = round(veraenderung, 1e-10)',
  'generate byte richtung = sign(fest)',
]

const changeOfAnswers = ({ kind, codes }: ScriptInput): string[] => [
  ...codes.map((code, place) => `label define antworten ${place + 1} "${code}", add`),
  'label values wert_vorher wert_nachher antworten',
  ...(kind === 'flag'
    ? [
        'generate double prozent_vorher = 100 * (wert_vorher == 2) if paar',
        'generate double prozent_nachher = 100 * (wert_nachher == 2) if paar',
        'generate double veraenderung = prozent_nachher - prozent_vorher',
      ]
    : []),
]

/** Whoever counts, with group and weight; without any of that, all who are in one of the files. */
function unitLines({ units, isWeighted, population: { hasClusters } }: ScriptInput): string[] {
  if (units === undefined)
    return ["use einheit using `vorher', clear", "append using `nachher', keep(einheit)", 'duplicates drop']
  const columns = [
    'str12 einheit str32 gruppe',
    ...(hasClusters ? ['int block'] : []),
    ...(isWeighted ? ['double gewicht'] : []),
  ]
  const row = ({ unit, group, cluster, weight }: ScriptUnit) => [
    `"${unit}"`,
    `"${group}"`,
    ...(hasClusters ? [cluster] : []),
    ...(isWeighted ? [weight ?? '.'] : []),
  ]
  return inputInStata(columns.join(' '), units.map(row))
}

/** What is left to the script in R. */
function withoutCommand(input: ScriptInput): string[] {
  const { kind, replicates, isWeighted, hasPooled, besides } = input
  const names = [
    ...(kind === 'number' ? ['Quartile vom Typ 7', 'Hodges und Lehmann', 'd_z und d_av'] : []),
    ...(kind === 'number' && replicates > 0 ? ['das Intervall aus Stichproben von Paaren (Bootstrap)'] : []),
    ...(isWeighted && !hasError(input) ? ['Fehler, Intervall und Test der gewichteten Veränderung'] : []),
    ...(kind === 'category' ? [] : ['was aufgefallen wäre und was die Fehlenden verändern könnten']),
    ...(besides.length > 0 ? ['die Veränderung mit anderen Gewichten'] : []),
    ...(isWeighted && hasPooled ? ['die gewichtete Veränderung über alle Paare'] : []),
  ]
  return names.length === 0
    ? []
    : remark(`Dafür hat Stata keinen Befehl; es steht im Skript in R: ${names.join(', ')}.`)
}
