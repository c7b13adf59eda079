import type { Grouping } from '../groups/grouping.ts'
import { indicatorWords, type Provenance } from '../report/provenance.ts'

interface Head {
  provenance: Provenance
  /** The waves that the script reads or has figures of. */
  waves: Provenance['waves']
  grouping: Grouping | undefined
}

/** What the head of every script says of the data, and who counts. */
export function stateLines({ provenance, waves, grouping }: Head): string[] {
  const { snapshot, filters, weights, indicators = [] } = provenance
  return [
    `Datenstand ${snapshot.state}: ${snapshot.submissions} Abgaben, die jüngste vom ${snapshot.at}.`,
    ...waves.map(({ wave, survey, version, hash }) => `${wave}: Fragebogen ${survey} ${version}, SHA-256 ${hash}`),
    ...indicators.map((one) => `Amtliche Zahl ${indicatorWords(one)}`),
    `Filter: ${filters.join(', ') || 'keiner'}. Gruppen: ${grouping?.label ?? 'keine'}. Gewichte: ${weights || 'keine'}.`,
    'Arbeitsansicht, nicht zur Veröffentlichung.',
  ]
}

/** An exported file that a script reads: of which wave, in which state of the data, and with how many answers. */
export interface WaveFile {
  wave: string
  state: number
  answers: number
}

export function waveFile({ snapshot, waves }: Provenance, wave: string): WaveFile {
  const given = waves.find((one) => one.wave === wave)?.answers ?? []
  return { wave, state: snapshot.state, answers: given.reduce((sum, { submissions }) => sum + submissions, 0) }
}

/** How the files are written that a script reads. */
export const fileLines = ({ snapshot }: Provenance, waves: Provenance['waves']): string[] => [
  'Die Dateien dazu, in denselben Ordner:',
  ...waves.map(({ wave }) => `  npx stichtag export ${wave} --format csv --stand ${snapshot.state} --out .`),
]
