import type { PatternRate, Patterns } from './patterns.ts'

/** `welle_2`, `stufe_3`, `verbleib_1_3`: what files and scripts call the rates. */
export function patternRates({ waves, answered, stages, stayed }: Patterns): (readonly [string, PatternRate])[] {
  const placeOf = (wave: string) => waves.indexOf(wave) + 1
  return [
    ...answered.map((rate, at) => [`welle_${at + 1}`, rate] as const),
    ...stages.map((rate, at) => [`stufe_${at + 1}`, rate] as const),
    ...stayed.map((rate) => [`verbleib_${placeOf(rate.from)}_${placeOf(rate.to)}`, rate] as const),
  ]
}
