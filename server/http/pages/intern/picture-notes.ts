import type { Provenance } from '../../../../analysis/report/provenance.ts'
import { workingView } from '../../../../analysis/report/sentences.ts'
import { valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { dayOfWave } from '../../../evaluation/wave-names.ts'

/** What all pictures of a page are from. */
interface PictureOrigin {
  /** Who asks, or ''. */
  operator: string
  waves: readonly WaveSurvey[]
  provenance: Pick<Provenance, 'snapshot' | 'weights' | 'indicators'>
  /** Of whom only: `Landkreis Göppingen`. */
  only: readonly string[]
}

/** What stands in every picture, since it goes on without its page: of how many it is, from where, of which day and state. */
export const pictureNotes =
  ({ operator, waves, provenance, only }: PictureOrigin) =>
  (basis: string): string[] => {
    const { snapshot, weights, indicators = [] } = provenance
    const titles = [...new Set(waves.map(({ instrument }) => instrument.title))]
    const of = [
      basis,
      ...(only.length === 0 ? [] : [`nur ${only.join(', ')}`]),
      ...(weights === '' ? [] : [`gewichtet: ${weights}`]),
    ]
    const sources = [operator, ...titles, ...new Set(indicators.map(({ label }) => `amtlich: ${label}`))]
    return [
      of.filter(Boolean).join('; '),
      `Quelle: ${sources.filter(Boolean).join('; ')}; eigene Berechnung.`,
      `${daysWords(waves)}; Datenstand ${snapshot.state}, Werte ${valuesUsed[snapshot.values].code}.`,
      ...(waves.some(({ synthetic }) => synthetic) ? [syntheticNote] : []),
      `${workingView}.`,
    ]
  }

/** `Stichtag 15.12.2018 und 31.01.2020`, or which of them it is of each. */
export function daysWords(waves: readonly Pick<WaveSurvey, 'stichtag' | 'frist'>[]): string {
  const all = waves.map((wave) => ({ day: dayOfWave(wave), isStichtag: wave.stichtag !== null }))
  if (all.every(({ isStichtag }) => isStichtag)) return `Stichtag ${all.map(({ day }) => day).join(' und ')}`
  return all.map(({ day, isStichtag }) => (isStichtag ? `Stichtag ${day}` : day)).join(' und ')
}

export const syntheticNote = 'Synthetische Daten: erfunden, keine Angaben wirklicher Befragter.'
