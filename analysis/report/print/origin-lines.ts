import { valuesWords } from '../../../surveys/codebook/values-used.ts'
import { number, whole } from '../../words.ts'
import { populationLine } from '../population-words.ts'
import { indicatorWords, type Provenance, territoryLines } from '../provenance.ts'

const tests = (count: number) => (count === 1 ? 'einen Test' : `${whole(count)} Tests`)

const apart = ({ differences, pairs }: NonNullable<Provenance['families']>) =>
  differences === 0 ? '' : `, für ${tests(differences)}, ob sich Gruppen unterscheiden, und ${tests(pairs)}, welche`

/** From what figures come, and how to get the same ones again. */
export function originLines(origin: Provenance): string[] {
  const { snapshot, waves, variables, filters, grouping, weights, level, bootstrap, indicators = [], families } = origin
  const { population } = origin
  return [
    'So entstanden diese Zahlen',
    `  Datenstand ${snapshot.state}: ${whole(snapshot.submissions)} Abgaben, die jüngste vom ${snapshot.at} (--stand ${snapshot.state}).`,
    `  Werte: ${valuesWords(snapshot.values)} (--values ${snapshot.values}).`,
    ...waves.map(({ wave, survey, version, hash, answers }) => {
      const given = answers.map((one) => `${whole(one.submissions)} nach Fassung ${one.version}`).join(', ')
      return `  ${wave}: ${survey} Fassung ${version}, Prüfsumme ${hash.slice(0, 12)}; ${given || 'keine Antworten'}.`
    }),
    ...variables.flatMap(({ name, formula, mappings = [] }) => [
      `  ${name}: ${formula === name ? 'wie angegeben' : formula}.`,
      ...mappings.map((words) => `  ${name}, ${words}`),
    ]),
    ...indicators.map((one) => `  ${indicatorWords(one)}.`),
    ...(origin.territory === undefined
      ? []
      : territoryLines(origin.territory).map((line) => `  Gebietsstand, ${line}.`)),
    `  Filter: ${filters.join(', ') || 'keiner'}. Gruppen: ${grouping || 'keine'}. Gewichte: ${weights || 'keine'}. Niveau ${number(100 * level)} %.`,
    ...(population === undefined
      ? []
      : [`  Intervalle und Tests sprechen über ${populationLine(population)} (--grundgesamtheit ${population.name}).`]),
    ...(bootstrap.replicates === 0
      ? []
      : [`  Bootstrap: ${whole(bootstrap.replicates)} Stichproben, Startwert ${bootstrap.seed}.`]),
    ...(families === undefined
      ? []
      : [
          `  Berichtigt für ${tests(families.totals)} insgesamt und ${tests(families.groups)} in Gruppen${apart(families)}.`,
        ]),
  ]
}
