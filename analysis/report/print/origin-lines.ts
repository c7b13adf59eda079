import { number, whole } from '../../words.ts'
import { indicatorWords, type Provenance } from '../provenance.ts'

/** From what figures come, and how to get the same ones again. */
export function originLines(origin: Provenance): string[] {
  const { snapshot, waves, variables, filters, grouping, weights, level, bootstrap, indicators = [], families } = origin
  return [
    'So entstanden diese Zahlen',
    `  Datenstand ${snapshot.state}: ${whole(snapshot.submissions)} Abgaben, die jüngste vom ${snapshot.at} (--stand ${snapshot.state}).`,
    ...waves.map(({ wave, survey, version, hash, answers }) => {
      const given = answers.map((one) => `${whole(one.submissions)} nach Fassung ${one.version}`).join(', ')
      return `  ${wave}: ${survey} Fassung ${version}, Prüfsumme ${hash.slice(0, 12)}; ${given || 'keine Antworten'}.`
    }),
    ...variables.map(({ name, formula }) => `  ${name}: ${formula === name ? 'wie angegeben' : formula}.`),
    ...indicators.map((one) => `  ${indicatorWords(one)}.`),
    `  Filter: ${filters.join(', ') || 'keiner'}. Gruppen: ${grouping || 'keine'}. Gewichte: ${weights || 'keine'}. Niveau ${number(100 * level)} %.`,
    ...(bootstrap.replicates === 0
      ? []
      : [`  Bootstrap: ${whole(bootstrap.replicates)} Stichproben, Startwert ${bootstrap.seed}.`]),
    ...(families === undefined
      ? []
      : [`  Berichtigt für ${families.totals} Tests insgesamt und ${families.groups} in Gruppen.`]),
  ]
}
