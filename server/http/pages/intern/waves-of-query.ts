import type { WaveSurvey } from '../../../evaluation/surveys.ts'

/** The parts of an address that name waves. */
interface Named {
  von: string
  bis: string
  ueber: string
}

/** The waves beside the two that are named: `umfrage-2,umfrage-3`. */
export const furtherWaves = ({ ueber }: Pick<Named, 'ueber'>): string[] => ueber.split(/[\s,]+/).filter(Boolean)

/** All waves that an address names; more than two in the order of their days. */
export function wavesOf(query: Named, surveys: readonly WaveSurvey[]): string[] {
  const { von, bis } = query
  const further = furtherWaves(query)
  if (further.length === 0) return [von, bis]
  const dayOf = (wave: string) => {
    const found = surveys.find((one) => one.wave === wave)
    return found?.stichtag ?? found?.frist ?? ''
  }
  return [von, ...further, bis].toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : 1))
}
