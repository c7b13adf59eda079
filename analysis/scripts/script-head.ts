import { answersFile, valuesUsed, valuesWords } from '../../surveys/codebook/values-used.ts'
import type { Grouping } from '../groups/grouping.ts'
import { methodsInWords } from '../imputation/method.ts'
import { populationLine } from '../report/population-words.ts'
import { indicatorWords, type Provenance, territoryLines } from '../report/provenance.ts'
import type { CarriedUnit } from '../territory/carried-units.ts'

interface Head {
  provenance: Provenance
  /** The waves that the script reads or has figures of. */
  waves: Provenance['waves']
  grouping: Grouping | undefined
}

/** What the head of every script says of the data, and who counts. */
export function stateLines({ provenance, waves, grouping }: Head): string[] {
  const { snapshot, filters, weights, methods, indicators = [], population, territory } = provenance
  return [
    `Datenstand ${snapshot.state}: ${snapshot.submissions} Abgaben, die jüngste vom ${snapshot.at}.`,
    `Werte: ${valuesWords(snapshot.values)}.`,
    ...(methods ? [`Ergänzt: ${methodsInWords(methods)}.`] : []),
    ...waves.map(({ wave, survey, version, hash }) => `${wave}: Fragebogen ${survey} ${version}, SHA-256 ${hash}`),
    ...indicators.map((one) => `Amtliche Zahl ${indicatorWords(one)}`),
    ...(territory === undefined ? [] : territoryLines(territory).map((line) => `Gebietsstand, ${line}`)),
    `Filter: ${filters.join(', ') || 'keiner'}. Gruppen: ${grouping?.label ?? 'keine'}. Gewichte: ${weights || 'keine'}.`,
    spokenOf(population),
    'Arbeitsansicht, nicht zur Veröffentlichung.',
  ]
}

function spokenOf(population: Provenance['population']): string {
  if (population === undefined) return 'Intervalle und Tests sprechen über einen Prozess dahinter, alle für sich.'
  return `Intervalle und Tests sprechen über ${populationLine(population)}; Rang- und exakte Tests und Bootstrap immer über einen Prozess, alle für sich.`
}

/** An exported file that a script reads: its name without the ending, its state and values, and with how many answers. */
export interface WaveFile {
  name: string
  state: number
  /** What its column of values says. */
  values: string
  answers: number
  /** Kommunen of a later wave, and those that they were made of in this one. */
  carried?: readonly Pick<CarriedUnit, 'unit' | 'parts'>[]
}

export function waveFile({ snapshot, waves, territory }: Provenance, wave: string): WaveFile {
  const given = waves.find((one) => one.wave === wave)?.answers ?? []
  const { state, values } = snapshot
  const answers = given.reduce((sum, { submissions }) => sum + submissions, 0)
  const carried = territory?.carried.filter((one) => one.wave === wave) ?? []
  return {
    ...{ name: answersFile(wave, values), state, values: valuesUsed[values].code, answers },
    ...(carried.length > 0 && { carried: carried.map(({ unit, parts }) => ({ unit, parts })) }),
  }
}

/** How the files are written that a script reads. */
export const fileLines = ({ snapshot, methods }: Provenance, waves: Provenance['waves']): string[] => [
  'Die Dateien dazu, in denselben Ordner:',
  ...waves.map(
    ({ wave }) =>
      `  npx stichtag export ${wave} --format csv --stand ${snapshot.state} --values ${snapshot.values}${completed(methods)} --out .`,
  ),
]

const completed = (methods: Provenance['methods']) => (methods === undefined ? '' : ` --ergaenzt ${methods.join(',')}`)
