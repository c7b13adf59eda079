import type { ToldPopulation } from '../compare/results.ts'
import { whole } from '../words.ts'

/** What stands beside an interval in a table. */
export function inShort(population: ToldPopulation): string {
  if (population.kind === 'asked') return 'Befragte'
  return population.clusters === undefined ? 'Prozess' : `Prozess, ${clusterWord(population.clusters.many)}`
}

/** What stands beside it in a sentence: `für die 1.101 befragten Kommunen`. */
export function spokenOf(population: ToldPopulation): string {
  if (population.kind === 'asked') {
    const { units, many, isFilteredByAnswers } = population
    return isFilteredByAnswers
      ? `für die ${many} des Filters unter ${whole(units)} befragten`
      : `für die ${whole(units)} befragten ${many}`
  }
  const { clusters } = population
  const together = clusters === undefined ? '' : `, ${clusterWord(clusters.many)} für sich`
  return `für einen Prozess dahinter${together}`
}

const clusterWord = (many: string) => many.split(' ')[0] ?? many

/** A process, whatever the figures beside it speak of: so do ranks, exact tests and samples that are drawn again. */
export const asProcess = ({ many }: ToldPopulation): ToldPopulation => ({ kind: 'process', name: 'prozess', many })

/** In a line, after `über`. */
export function populationLine(population: ToldPopulation): string {
  if (population.kind === 'asked') return `die ${whole(population.units)} befragten ${population.many}`
  const { clusters, many } = population
  const units = clusters === undefined ? many : `${whole(clusters.units)} ${clusters.many}`
  return `einen Prozess dahinter, ${units} für sich`
}

/** What the errors take for granted. */
export function populationSentences(population: ToldPopulation): string[] {
  const others =
    'Rang- und exakte Tests und der Bootstrap sprechen immer von einem Prozess dahinter, jede Einheit für sich.'
  if (population.kind === 'process')
    return [
      'Intervalle und Tests sprechen von einem Prozess, der diese Antworten hervorgebracht hat und andere hätte hervorbringen können.',
      ...(population.clusters === undefined ? [] : [clusterSentence(population.clusters), others]),
    ]
  return [
    `Intervalle und Tests sprechen von den ${whole(population.units)} ${population.many}, die in allen verglichenen Wellen befragt wurden. Wer schweigt, gilt darunter als zufällig ausgefallen, mit Nachschichtung innerhalb jeder Zelle; je mehr geantwortet haben, desto enger ist das Intervall.`,
    'Haben alle geantwortet, so steht die Zahl fest. Gruppen des Verzeichnisses und amtlicher Zahlen haben ihre eigene Quote, Gruppen nach Antworten die von allen.',
    ...(population.isFilteredByAnswers
      ? [
          'Wie viele der Filter nach Antworten trifft, ist nur von denen bekannt, die geantwortet haben: Die Intervalle sind eher zu weit.',
        ]
      : []),
    others,
  ]
}

/** The same of the figures of one wave. */
export function wavePopulationSentences(population: ToldPopulation): string[] {
  if (population.kind === 'process')
    return [
      'Intervalle sprechen von einem Prozess, der diese Antworten hervorgebracht hat und andere hätte hervorbringen können.',
      ...(population.clusters === undefined ? [] : [clusterSentence(population.clusters)]),
    ]
  return [
    `Intervalle sprechen von den ${whole(population.units)} ${population.many}, die befragt wurden. Wer schweigt, gilt darunter als zufällig ausgefallen, mit Nachschichtung innerhalb jeder Zelle; je mehr geantwortet haben, desto enger ist das Intervall, und haben alle geantwortet, so steht die Zahl fest. Gruppen haben ihre eigene Quote.`,
  ]
}

const clusterSentence = ({ many, units }: { many: string; units: number }) =>
  `Was zusammenhängen kann, zählt zusammen: ${whole(units)} ${many}. Ungewichtete Mittel haben Fehler nach Bell und McCaffrey (CR2) mit Freiheitsgraden nach Satterthwaite, alle anderen Fehler aus Summen je Einheit und einen Freiheitsgrad weniger als Einheiten; unter sechs gibt es keinen.`

export const withoutCorrection =
  'Mit inverser Teilnahmewahrscheinlichkeit gibt es keine Korrektur für die Zahl der Befragten: Gewichtete Intervalle sprechen von einem Prozess dahinter.'
