import type { Grouping } from '../groups/grouping.ts'
import type { Provenance } from '../report/provenance.ts'

interface Head {
  provenance: Provenance
  /** The waves that the script reads or has figures of. */
  waves: Provenance['waves']
  grouping: Grouping | undefined
}

/** What the head of every script says of the data, and who counts. */
export function stateLines({ provenance, waves, grouping }: Head): string[] {
  const { snapshot, filters, weights } = provenance
  return [
    `Datenstand: Abgaben bis Nummer ${snapshot.submission} (${snapshot.submissions} Abgaben, die jüngste vom ${snapshot.at}).`,
    ...waves.map(({ wave, survey, version, hash }) => `${wave}: Fragebogen ${survey} ${version}, SHA-256 ${hash}`),
    `Filter: ${filters.join(', ') || 'keiner'}. Gruppen: ${grouping?.label ?? 'keine'}. Gewichte: ${weights || 'keine'}.`,
    'Arbeitsansicht, nicht zur Veröffentlichung.',
  ]
}

/** How the files are written that a script reads. */
export const fileLines = ({ snapshot }: Provenance, waves: Provenance['waves']): string[] => [
  'Die Dateien dazu, in denselben Ordner:',
  ...waves.map(({ wave }) => `  npx stichtag export ${wave} --format csv --stand ${snapshot.submission} --out .`),
]
