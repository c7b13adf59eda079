import type { Described, VariableDescription } from '../compare/describe-wave.ts'
import type { ToldEstimate } from '../compare/disclose-estimates.ts'
import type { Estimate } from '../compare/estimate.ts'
import type { ToldPopulation } from '../compare/results.ts'
import { hidden, isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { levelWords, number as numberWords, whyNot } from '../words.ts'
import { type Cell, count, interval, number, text } from './cell.ts'
import { asProcess, inShort, spokenOf, wavePopulationSentences, withoutCorrection } from './population-words.ts'
import type { Provenance } from './provenance.ts'
import type { Section } from './report.ts'
import { shortLabels } from './short-labels.ts'
import type { Table } from './table.ts'
import { type WeightedFigure, whatWeightsChange } from './what-weights-change.ts'

/** What figures of a wave speak of, and those with weights; undefined where they claim nothing. */
export interface SpokenOfWave {
  population: ToldPopulation
  weighted: ToldPopulation
}

export function spokenInWave({ population, weightReport }: Provenance): SpokenOfWave | undefined {
  if (population === undefined) return undefined
  const isCorrected = weightReport?.method !== 'ipw' || population.kind === 'process'
  return { population, weighted: isCorrected ? population : asProcess(population) }
}

type One = VariableDescription['variable']

/** The places of the categories that are spoken of: of yes and no only yes. */
const placesOf = ({ kind, categories }: One) =>
  kind === 'category' ? [...categories.keys()] : [kind === 'flag' ? 1 : 0]

const figureOf = ({ result }: Described, kind: 'plain' | 'weighted', place: number): ToldEstimate | undefined =>
  result === undefined ? hidden : result.estimates?.[kind]?.[place]

function cellsOf(estimate: ToldEstimate | undefined): Cell[] {
  const part = <Of>(read: (one: Extract<ToldEstimate, { n: number }>) => Of) => {
    if (estimate === undefined || !isTold(estimate)) return estimate
    return isDefined(estimate) ? read(estimate) : estimate
  }
  return [
    count(part(({ n }) => n)),
    number(part(({ value }) => value)),
    number(part(({ se }) => se)),
    interval(part((one) => one.interval)),
  ]
}

const isWeighted = (described: readonly VariableDescription[]) =>
  described.some(({ total }) => total.result?.estimates?.weighted !== undefined)

function headOf(figure: string, { population, weighted }: SpokenOfWave, withWeights: boolean): string[] {
  const limits = (of: ToldPopulation) => `95-%-Intervall (${inShort(of)})`
  return [
    ...['n', figure, 'SE', limits(population)],
    ...(withWeights
      ? ['n mit Gewicht', `${figure}, gewichtet`, 'SE, gewichtet', `gewichtet: ${limits(weighted)}`]
      : []),
  ]
}

const rowOf = (label: string, one: Described, place: number, withWeights: boolean): Cell[] => [
  text(label),
  ...cellsOf(figureOf(one, 'plain', place)),
  ...(withWeights ? cellsOf(figureOf(one, 'weighted', place)) : []),
]

/** How sure means and shares are, and what weights make of them. */
export function certaintyOfWave(
  described: readonly VariableDescription[],
  spoken: SpokenOfWave | undefined,
): Section[] {
  if (spoken === undefined) return []
  const withWeights = isWeighted(described)
  const labelOf = shortLabels(described)
  const numbers = described.filter(({ variable }) => variable.kind === 'number')
  const answers = described.filter(({ variable }) => variable.kind !== 'number')
  const labelled = ({ variable }: VariableDescription, place: number) =>
    variable.kind === 'category'
      ? `${labelOf(variable)}: ${variable.categories[place]?.label ?? ''}`
      : labelOf(variable)
  const table = (id: string, label: string, figure: string, some: readonly VariableDescription[]): Table => ({
    ...{ id, label, head: ['Angabe', ...headOf(figure, spoken, withWeights)] },
    rows: some.flatMap((one) =>
      placesOf(one.variable).map((place) => rowOf(labelled(one, place), one.total, place, withWeights)),
    ),
  })
  const isAnyHidden = described.some(({ total, groups }) =>
    [total, ...groups].some(
      ({ result }) => result?.estimates?.weighted !== undefined && !result.estimates.weighted.some(isTold),
    ),
  )
  return [
    {
      id: 'genauigkeit-abschnitt',
      title: 'Genauigkeit',
      sentences: [
        ...wavePopulationSentences(spoken.population),
        ...(spoken.weighted.kind === spoken.population.kind ? [] : [withoutCorrection]),
        ...(isAnyHidden
          ? [
              'Wo gewichtet „verdeckt“ steht, zählen alle bis auf eine oder zwei gleich: Aus beiden Mittelwerten ließe sich errechnen, was diese geantwortet haben.',
            ]
          : []),
        ...[numbers, answers].flatMap((some) => whatWeightsChange(weightedFigures(some, labelled))),
      ],
      charts: [],
      tables: [
        ...(numbers.length > 0 ? [table('mittel-genau', 'Mittelwerte mit Intervall', 'Mittelwert', numbers)] : []),
        ...(answers.length > 0 && withWeights
          ? [table('anteile-genau', 'Anteile mit Intervall', 'Prozent', answers)]
          : []),
      ],
    },
  ]
}

/** The figures that are told both without weights and with them. */
const weightedFigures = (
  described: readonly VariableDescription[],
  labelOf: (one: VariableDescription, place: number) => string,
): WeightedFigure[] =>
  described.flatMap((one) =>
    placesOf(one.variable).flatMap((place) => {
      const [plain, weighted] = [figureOf(one.total, 'plain', place), figureOf(one.total, 'weighted', place)]
      if (!isGiven(plain) || !isGiven(weighted)) return []
      return [{ label: labelOf(one, place), isShare: one.variable.kind !== 'number', plain, weighted }]
    }),
  )

const isGiven = (estimate: ToldEstimate | undefined): estimate is Estimate =>
  estimate !== undefined && isTold(estimate) && isDefined(estimate)

/** The same by group, of a choice with several answers only what weights make of them. */
export function groupsOfWave(
  described: readonly VariableDescription[],
  grouping: string,
  spoken: SpokenOfWave | undefined,
): Table[] {
  if (spoken === undefined || grouping === '') return []
  const withWeights = isWeighted(described)
  const labelOf = shortLabels(described)
  return described.flatMap(({ variable, groups }): Table[] => {
    if (groups.length === 0) return []
    const base = { id: `gruppen-genau-${variable.name}`, label: `${labelOf(variable)}, mit Intervall` }
    if (variable.kind !== 'category') {
      const head = [grouping, ...headOf(variable.kind === 'flag' ? 'Prozent' : 'Mittelwert', spoken, withWeights)]
      const [place = 0] = placesOf(variable)
      return [{ ...base, head, rows: groups.map((group) => rowOf(group.label, group, place, withWeights)) }]
    }
    if (!withWeights) return []
    const places = placesOf(variable)
    const rows = groups.map((group) => [
      text(group.label),
      ...places.flatMap((place) => cellsOf(figureOf(group, 'weighted', place)).slice(1, 2)),
    ])
    const label = `${labelOf(variable)}, gewichtet in Prozent`
    return [{ ...base, label, head: [grouping, ...variable.categories.map((one) => one.label)], rows }]
  })
}

/** One number in a sentence: its mean and between which limits it lies for all that are meant. */
export function meanSentence(
  described: readonly VariableDescription[],
  spoken: SpokenOfWave | undefined,
  level: number,
) {
  const [one, ...others] = described
  if (spoken === undefined || one === undefined || others.length > 0 || one.variable.kind !== 'number') return []
  const plain = figureOf(one.total, 'plain', 0)
  const weighted = figureOf(one.total, 'weighted', 0)
  const words = (estimate: ToldEstimate | undefined, population: ToldPopulation) => {
    if (estimate === undefined || !isTold(estimate) || !isDefined(estimate)) return undefined
    const limits = isDefined(estimate.interval)
      ? `${levelWords(level)}-Intervall ${estimate.interval.map((limit) => numberWords(limit)).join(' bis ')} ${spokenOf(population)}`
      : `kein Intervall: ${whyNot(estimate.interval)}`
    return `${numberWords(estimate.value)} (${limits})`
  }
  const [first, second] = [words(plain, spoken.population), words(weighted, spoken.weighted)]
  return first === undefined ? [] : [`Mittelwert ${first}${second === undefined ? '' : `; gewichtet ${second}`}.`]
}
