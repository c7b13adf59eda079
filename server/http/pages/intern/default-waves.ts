import type { PanelRules, WaveSurvey } from '../../../evaluation/surveys.ts'
import type { PanelQuery } from './evaluation-query.ts'

/** Where the address names no waves, those of the first step of a panel that was asked. */
export function withWaves(query: PanelQuery, surveys: readonly WaveSurvey[], { concordances }: PanelRules): PanelQuery {
  if (query.von !== '' || query.bis !== '') return query
  const waveOf = (survey: string) => surveys.find(({ instrument }) => instrument.id === survey)?.wave
  for (const { from, to } of concordances.flatMap(({ steps }) => steps)) {
    const [von, bis] = [waveOf(from), waveOf(to)]
    if (von !== undefined && bis !== undefined) return { ...query, von, bis }
  }
  return query
}

/** Said in place of a page where there is nothing to choose yet. */
export const noTwoWaves = 'Noch gibt es keine zwei Wellen, von denen eine die andere fortsetzt.'

export const namesNoWaves = ({ von, bis }: Pick<PanelQuery, 'von' | 'bis'>): boolean => von === '' && bis === ''
