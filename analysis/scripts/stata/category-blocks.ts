import type { ScriptInput } from '../comparison-input.ts'
import type { Block } from './block.ts'
import { changeBlock } from './sampling.ts'
import { when } from './stata-lines.ts'

/** What Stata says of answers in two waves. */
export function categoryBlocks(input: ScriptInput): Block[] {
  const { codes } = input
  const isFlag = input.kind === 'flag'
  const counts = (name: string) => [`n_${name}`, ...codes.map((code) => `${name}_${code}`)]
  const all = (wave: string): Block => ({
    about: `Alle mit Angabe ${wave}:`,
    manual: '[R] tabulate oneway',
    commands: (condition) => [`tabulate wert_${wave}${when(condition)}`],
    yields: counts(`alle_${wave}`),
  })
  return [
    all('vorher'),
    all('nachher'),
    {
      about: 'Wer wovon wohin wechselt:',
      manual: '[R] tabulate twoway',
      commands: (condition) => [`tabulate wert_vorher wert_nachher${when(condition)}`],
      yields: [
        ...counts('vorher'),
        ...counts('nachher'),
        ...codes.flatMap((from) => codes.map((to) => `von_${from}_nach_${to}`)),
        'unveraendert',
      ],
    },
    {
      about: `Ob die Antworten nachher so häufig sind wie vorher (Stuart und Maxwell: „Marginal homogeneity“)${isFlag ? '; das exakte p ist das von McNemar' : ''}:`,
      manual: '[R] symmetry',
      commands: (condition) => [
        `capture noisily symmetry wert_vorher wert_nachher${when('paar', condition)}, notable${isFlag ? ' exact' : ''}`,
      ],
      yields: ['sm_chi2', 'sm_df', 'sm_p', ...(isFlag ? ['mcnemar_p'] : [])],
    },
    ...(isFlag ? [changeBlock(input, 'prozent_vorher', 'prozent_nachher')] : []),
  ]
}
