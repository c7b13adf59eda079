import type { ScriptInput } from '../comparison-input.ts'
import type { Block } from './block.ts'
import { changeBlock, pooledBlock } from './sampling.ts'
import { when } from './stata-lines.ts'

/** What Stata says of a number in two waves. */
export const numberBlocks = (input: ScriptInput): Block[] => [
  levelBlock(input, 'vorher', 'alle'),
  levelBlock(input, 'nachher', 'alle'),
  levelBlock(input, 'vorher', 'paare'),
  levelBlock(input, 'nachher', 'paare'),
  changeBlock(input, 'wert_vorher', 'wert_nachher'),
  {
    about: 'Streuung und Median der Veränderung:',
    manual: '[R] tabstat',
    commands: (condition) => [`tabstat veraenderung${when(condition)}, statistics(count mean sd median) ${digits}`],
    yields: ['veraenderung', 'sd', 'median_veraenderung'],
  },
  {
    about: 'Gestiegen (1), gefallen (-1), unverändert (0):',
    manual: '[R] tabulate oneway',
    commands: (condition) => [`tabulate richtung${when(condition)}`],
    yields: ['gestiegen', 'gefallen', 'unveraendert'],
  },
  {
    about:
      'Vorzeichen-Rang-Test ohne Unveränderte. Bis 49 Veränderte gilt das exakte p; darüber nähert der Bericht mit Stetigkeitskorrektur, Stata ohne:',
    manual: '[R] signrank',
    commands: (condition) => [`capture noisily signrank fest = 0${when('paar', 'fest != 0', condition)}`],
    yields: ['rang_v', 'rang_p', 'gestiegen', 'gefallen'],
  },
  ...(input.hasPooled ? [pooledBlock(input)] : []),
]

/** Without the quartiles: those of Stata lie at values that were given, ours between them (type 7). */
function levelBlock({ isShare }: ScriptInput, wave: 'vorher' | 'nachher', of: 'alle' | 'paare'): Block {
  const value = `wert_${wave}`
  const name = of === 'alle' ? `alle_${wave}` : wave
  const columns = isShare ? `${value} teil_${wave} basis_${wave}` : value
  const known = of === 'alle' ? `!missing(${value})` : 'paar'
  return {
    about: of === 'alle' ? `Alle mit Angabe ${wave}:` : `Paare, ${wave}:`,
    manual: '[R] tabstat',
    commands: (condition) => [
      `tabstat ${columns}${when(known, condition)}, statistics(count mean sd median sum) columns(statistics) ${digits}`,
    ],
    yields: ['n', 'mittel', 'sd', 'median', ...(isShare ? ['teile', 'basis'] : ['summe'])].map(
      (one) => `${one}_${name}`,
    ),
  }
}

export const digits = 'format(%16.10g)'
