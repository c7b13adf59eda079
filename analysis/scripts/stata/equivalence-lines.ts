import type { ScriptInput } from '../comparison-input.ts'
import { samplingOf } from './sampling.ts'
import { command, levelInStata, remark } from './stata-lines.ts'

/** Two one-sided tests, where the change is that of independent pairs; else it is left to R. */
export function equivalenceLines(input: ScriptInput): string[] {
  const { relevant, isSample } = input.assumed
  if (relevant === undefined || !isSample || input.kind === 'category') return []
  if (input.isWeighted || samplingOf(input) !== 'process')
    return [...remark('Der Äquivalenztest dieser Veränderung steht im Skript in R.'), '']
  if (input.hidden.includes('insgesamt aequivalenz_p')) return []
  const level = levelInStata(input.level)
  return [
    ...remark(
      `Äquivalenztest gegen ±${String(relevant).replace('.', ',')}: Pr(T > t) des ersten und Pr(T < t) des zweiten; das größere zählt.`,
    ),
    '* [R] ttest',
    command(`capture noisily ttest veraenderung == ${-relevant} if paar, ${level}`),
    command(`capture noisily ttest veraenderung == ${relevant} if paar, ${level}`),
    '',
  ]
}
