import type { ScriptInput } from '../comparison-input.ts'
import { type Block, blockLines } from './block.ts'
import { digits } from './number-blocks.ts'
import { spread } from './sampling.ts'
import { levelInStata, when } from './stata-lines.ts'

/** Weighted figures of those with a weight; the others are out of the data in between. */
export function weightedLines(input: ScriptInput, groups: readonly string[]): string[] {
  const { isSampleKnown, hidden } = input
  const blocks =
    input.kind === 'number' ? [meansBlock, ...(hasError(input) ? [errorBlock(input)] : [])] : [sharesBlock(input)]
  return [
    'preserve',
    `keep if !missing(gewicht)${isSampleKnown ? '' : ' & paar'}`,
    ...blocks.flatMap((block) => blockLines(block, groups, hidden)),
    'restore',
    '',
  ]
}

/** Weights that are fitted to margins, and blocks, make errors for which Stata has no command that yields ours. */
export const hasError = ({ kind, units = [], population }: ScriptInput) =>
  kind === 'number' && (units[0]?.margins.length ?? 0) === 0 && !population.hasClusters

const meansBlock: Block = {
  about: 'Gewichtete Mittel der Paare:',
  manual: '[R] tabstat',
  commands: (condition) => [
    `tabstat wert_vorher wert_nachher veraenderung [aweight = gewicht]${when('paar', condition)}, statistics(mean) columns(statistics) ${digits}`,
  ],
  yields: ['gewichtet_vorher', 'gewichtet_nachher', 'gewichtet_veraenderung'],
}

const sharesBlock = ({ codes }: ScriptInput): Block => ({
  about: 'Gewichtete Anteile der Paare (Percent):',
  manual: '[R] tabulate oneway',
  commands: (condition) =>
    ['vorher', 'nachher'].map((wave) => `tabulate wert_${wave} [aweight = gewicht]${when('paar', condition)}`),
  yields: codes.flatMap((code) => ['vorher', 'nachher'].map((wave) => `gewichtet_${code}_${wave}`)),
})

/** Of a part of the weighted sample, with the degrees of freedom of that part. */
function errorBlock({ level, weighting: { isCorrected }, population: { sizes } }: ScriptInput): Block {
  const fpc = isCorrected && sizes.length > 0
  return {
    about:
      'Gewichtete Veränderung mit Fehler, Intervall und Test (die Zeile _cons; unter zehn Paaren zeigt der Bericht keinen):',
    manual: '[SVY] svyset, [SVY] subpopulation estimation',
    before: ['replace veraenderung = 0 if !paar', ...(fpc ? ['generate double anteil = .'] : [])],
    commands: (condition) => [
      ...(fpc
        ? [
            `summarize ${condition === '' ? 'beobachtet' : 'beobachtet_gruppe'}${when(condition)}, meanonly`,
            'replace anteil = r(mean)',
          ]
        : []),
      `svyset _n [pweight = gewicht]${fpc ? ', fpc(anteil)' : ''}`,
      `count${when('paar', condition)}`,
      'local df = r(N) - 1',
      `capture noisily svy, subpop(${when('paar', condition).trim()}) dof(\`df') ${levelInStata(level)}: regress veraenderung`,
    ],
    yields: ['veraenderung', ...spread].map((name) => `gewichtet_${name}`),
  }
}
