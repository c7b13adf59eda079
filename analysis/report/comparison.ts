import type {
  Compared,
  ComparedGroup,
  Step,
  ToldPopulation,
  VariableComparison,
  WavesCompared,
} from '../compare/results.ts'
import { type Change, shownChange, toldChange } from '../compare/shown-change.ts'
import { widestStep } from '../compare/widest-step.ts'
import { isTold } from '../disclosure/hidden.ts'
import { isDefined } from '../stats/not-defined.ts'
import { changeUnit, intervalWords, levelWords, pWords, whole } from '../words.ts'
import { certaintyPart, missingPart } from './assumptions.ts'
import { type Cell, change, count, number, share } from './cell.ts'
import type { Chart } from './chart.ts'
import {
  type ChartWords,
  categoryChart,
  changeChart,
  groupCharts,
  kreisChart,
  levelChart,
} from './comparison-charts.ts'
import {
  categoryTable,
  groupTable,
  levelTable,
  missingTable,
  moveTable,
  type Spoken,
  testTable,
} from './comparison-tables.ts'
import { courseSections } from './course.ts'
import { differenceSentence, differenceTable } from './difference-table.ts'
import { doubtedSection } from './doubted.ts'
import { influenceSection, type NameOf } from './influence.ts'
import { pooledSentence, pooledTable } from './pooled-table.ts'
import { asProcess, inShort, populationSentences, spokenOf, withoutCorrection } from './population-words.ts'
import type { Provenance } from './provenance.ts'
import type { Fact, Report, Section } from './report.ts'
import { hiddenSentence, mergedSentence, sumSentence, territorySentences } from './sentences.ts'
import type { Table } from './table.ts'
import { warningsOf } from './warnings.ts'
import { weightingsPart } from './weightings-table.ts'
import { weightSection } from './weights.ts'

export interface ComparisonSource {
  compared: WavesCompared
  one: VariableComparison
  step: Step
  /** Who is meant: `Kommunen`. */
  many: string
  /** The same by Kreis, where that is drawn as a map. */
  byKreis?: readonly ComparedGroup[]
  /** What a unit is called, by its key. */
  nameOf?: NameOf
  origin: Provenance
}

/** What is said of one variable between two waves. */
export function comparisonReport(source: ComparisonSource): Report {
  const { compared, one, step, byKreis = [], nameOf = (unit) => unit, origin } = source
  const many = step.per === 'kreis' ? 'Kreise' : source.many
  const { variable } = one
  const { total } = step
  const { result } = total
  const notes = [
    ...(variable.unit === 'Prozent' ? ['Alle Werte sind Prozente, Veränderungen Prozentpunkte.'] : []),
    ...(variable.unit === 'Prozent' || variable.unit === '' ? [] : [unitSentence(variable.unit)]),
    ...(variable.base === '' ? [] : [`Bezugsgröße: ${variable.base}.`]),
    ...(variable.note === '' ? [] : [variable.note]),
    ...(variable.isOfficial ? [officialSentence(step, source.many)] : []),
    ...territorySentences(origin.territory),
  ]
  const head = { title: variable.label, notes, comparability: step.comparability, origin }
  if (result === undefined)
    return {
      ...head,
      facts: [],
      sections: [
        ...courseOf(source, { many, unit: variable.unit }),
        { ...section('ergebnis', 'Ergebnis'), sentences: [hiddenSentence(many)] },
      ],
    }
  const { grouping, weights, population } = compared
  const isCorrected = origin.weightReport?.method !== 'ipw' || population.kind === 'process'
  const spoken: Spoken = { population, weighted: isCorrected ? population : asProcess(population) }
  const words = {
    many,
    unit: variable.kind === 'number' ? variable.unit : 'Prozent',
    level: origin.level,
    ofWhom: spokenOf(weights === undefined ? spoken.population : spoken.weighted),
  }
  const charts = [
    result.kind === 'number' && grouping === undefined ? levelChart(step, result, words) : undefined,
    ...(grouping === undefined ? [] : groupCharts(step, grouping.label, words)),
    result.kind === 'number' ? changesChart(total, words) : categoryChart(step, result, words),
    kreisChart(byKreis, words),
  ].filter((chart) => chart !== undefined)
  const found = result.kind === 'number' ? levelTable(step, result) : categoryTable(step, result, spoken)
  const levels: Table = { ...found, alike: 'rows', unit: words.unit }
  const moves = result.kind === 'category' ? moveTable(step, result) : undefined
  const tests = testTable(total, spoken)
  const missing = missingTable(step, result)
  const made = origin.weightReport
  const shownOf = weights === undefined || variable.isOfficial ? spoken.population : spoken.weighted
  const assuming: Assuming = { population: shownOf, many, level: origin.level }
  const influence = result.kind === 'number' ? result.influence : undefined
  return {
    ...head,
    warnings: warningsOf(step, { many, nameOf, level: origin.level }),
    facts: factsOf(step, many, origin.level, variable.isOfficial ? undefined : spoken),
    sections: [
      ...courseOf(source, { many, unit: words.unit }),
      {
        ...section('ergebnis', compared.waves.length > 2 ? `Ergebnis: ${step.from} → ${step.to}` : 'Ergebnis'),
        sentences:
          result.kind === 'number' ? [sumSentence(result.pairs.before, result.pairs.after)].filter(Boolean) : [],
        charts,
      },
      ...(grouping === undefined
        ? []
        : [
            alikeColumns(groupSection(step, grouping, { spoken, isWeighted: weights !== undefined, many }), words.unit),
          ]),
      { ...section('niveau-abschnitt', 'Niveau je Welle'), tables: moves === undefined ? [levels] : [levels, moves] },
      ...(tests === undefined ? [] : [{ ...section('tests-abschnitt', 'Tests und Intervalle'), tables: [tests] }]),
      ...missingSection(step, missing, assuming),
      ...certaintySection(step, spoken, assuming),
      ...(influence === undefined
        ? []
        : [influenceSection(step, influence, { many, nameOf, isWeighted: weights !== undefined })]),
      ...doubtedSection(step, nameOf),
      ...(made === undefined ? [] : [weightSection({ name: made.method, label: origin.weights, made })]),
    ],
  }
}

function unitSentence(unit: string): string {
  const changed = changeUnit(unit)
  return changed === unit ? `Einheit: ${unit}.` : `Einheit: ${unit}; Veränderungen in ${changed}n.`
}

/** Beside what is said of the first and the last wave, where it stands in all of them. */
function courseOf({ compared, one, step, origin }: ComparisonSource, words: { many: string; unit: string }): Section[] {
  const widest = widestStep(one)
  const isWidest = widest?.from === step.from && widest.to === step.to
  return isWidest ? courseSections(one, { ...words, level: origin.level, grouping: compared.grouping?.label }) : []
}

/** Figures below each other with as many decimals. */
const alikeColumns = ({ tables, ...rest }: Section, unit: string): Section => ({
  ...rest,
  tables: tables.map((table) => ({ ...table, alike: 'columns', unit })),
})

const section = (id: string, title: string): Section => ({ id, title, sentences: [], charts: [], tables: [] })

function changesChart({ result, changes = [] }: Compared, words: ChartWords): Chart | undefined {
  if (result?.kind !== 'number' || !isDefined(result.change)) return undefined
  return changeChart(changes, result.change.change, words)
}

function groupSection(
  step: Step,
  { label, note }: NonNullable<WavesCompared['grouping']>,
  { spoken, isWeighted, many }: { spoken: Spoken; isWeighted: boolean; many: string },
): Section {
  const base = section('gruppen-abschnitt', `Nach: ${label}`)
  if (step.groups.length === 0) return { ...base, sentences: [hiddenSentence(many)] }
  const merged = step.groups.flatMap((group) => group.merged)
  return {
    ...base,
    sentences: [
      ...(merged.length === 0 ? [] : [mergedSentence(merged, many)]),
      ...(note === undefined ? [] : [`${note}.`]),
      ...(step.groups.some(hasOwnChange) ? [differenceSentence(step)] : []),
    ],
    tables: [groupTable(step, label, isWeighted, spoken)],
  }
}

/** Whether there is a change of it that is tested. */
const hasOwnChange = ({ result }: ComparedGroup) => {
  const shown = toldChange(result)
  return shown !== undefined && !(!isDefined(shown.se) && shown.se.notDefined === 'complete')
}

type Assuming = Parameters<typeof certaintyPart>[1]

/** Why units are no pair, and what they could make of it. */
function missingSection(step: Step, table: Table | undefined, assuming: Assuming): Section[] {
  const assumed = missingPart(step, assuming)
  const tables = [...(table === undefined ? [] : [table]), ...assumed.tables]
  return tables.length === 0 ? [] : [{ ...section('fehlend-abschnitt', 'Wer fehlt'), ...assumed, tables }]
}

/** What errors take for granted, sums beside means, which groups differ, and what could have been seen. */
function certaintySection(step: Step, { population, weighted }: Spoken, assuming: Assuming): Section[] {
  const { result } = step.total
  if (result === undefined || (result.kind === 'number' && isComplete(result))) return []
  const pooled = result.kind === 'number' ? pooledTable(step, result, population) : undefined
  const apart = step.differences
  const ofShown = inShort(result.weighted === undefined ? population : weighted)
  const seen = certaintyPart(step, assuming)
  const weightings = weightingsPart(step, population)
  return [
    {
      ...section('genauigkeit-abschnitt', 'Genauigkeit'),
      sentences: [
        ...populationSentences(population),
        ...(weighted.kind === population.kind ? [] : [withoutCorrection]),
        ...(pooled === undefined || result.kind !== 'number' || result.pooled === undefined
          ? []
          : [pooledSentence(result.pooled, assuming.many)]),
        ...weightings.sentences,
        ...seen.sentences,
      ],
      tables: [
        ...(pooled === undefined ? [] : [pooled]),
        ...(apart === undefined || apart.pairs.length === 0 ? [] : [differenceTable(step, apart, ofShown)]),
        ...weightings.tables,
        ...seen.tables,
      ],
    },
  ]
}

const isComplete = ({ effect }: { effect: object }) => 'notDefined' in effect && effect.notDefined === 'complete'

function factsOf(
  { total: { size, result, adjusted } }: Step,
  many: string,
  level: number,
  spoken: Spoken | undefined,
): Fact[] {
  if (result === undefined) return []
  const shown = shownChange(result)
  const pairs = {
    label: 'Paare',
    value: count(size.pairs),
    note: `von ${told(size.units)} ${many} mit Angabe in beiden Wellen`,
  }
  return [
    pairs,
    ...(shown === undefined
      ? []
      : [
          {
            label: result.weighted === undefined ? 'Mittlere Veränderung' : 'Mittlere Veränderung, gewichtet',
            value: change(isTold(shown) && isDefined(shown) ? shown.change : shown),
            note: changeNote(toldChange(result), adjusted?.main?.p, {
              level,
              population: spoken?.[result.weighted === undefined ? 'population' : 'weighted'],
            }),
          },
        ]),
    ...(result.kind === 'number'
      ? [{ label: 'Median der Veränderungen', value: change(result.medianChange), note: '' }]
      : [{ label: 'Unverändert', value: count(result.transitions.unchanged), note: `von ${told(size.pairs)}` }]),
    ...movedFact(result.kind === 'number' ? result.shares : result.yes?.shares),
  ]
}

const told = (value: number | string) => (typeof value === 'number' ? whole(value) : value)

function changeNote(
  shown: Change | undefined,
  p: number | undefined,
  { level, population }: { level: number; population: ToldPopulation | undefined },
): string {
  if (shown === undefined) return ''
  const words = isDefined(shown.interval)
    ? [`${levelWords(level)}-${intervalWords(shown.interval)}`, population && spokenOf(population)]
        .filter(Boolean)
        .join(' ')
    : intervalWords(shown.interval)
  return p === undefined ? words : `${words}, ${pWords(p)}`
}

type Moved = Extract<NonNullable<Step['total']['result']>, { kind: 'number' }>['shares']

function movedFact(shares: Moved | undefined): Fact[] {
  if (shares === undefined || !isDefined(shares)) return []
  const cell = (one: typeof shares.risen): Cell => (isTold(one) ? share(one.count, 100 * one.share) : number(one))
  const words = (one: typeof shares.risen) => (isTold(one) ? `${whole(one.count)}` : one)
  return [
    {
      label: 'Gestiegen',
      value: cell(shares.risen),
      note: `gefallen ${words(shares.fallen)}, unverändert ${words(shares.unchanged)}`,
    },
  ]
}

/** An administrative figure is no sample; what is known per Kreis is context beside a Kommune. */
const officialSentence = ({ per }: Step, many: string) =>
  per === 'kreis'
    ? `Amtliche Angabe je Kreis: Gezählt sind die Kreise, nicht ihre ${many}; beschrieben, nicht getestet und nicht gewichtet.`
    : 'Amtliche Angabe: beschrieben, nicht getestet und nicht gewichtet.'

/** A report for each variable and pair of waves. */
export const comparisonReports = ({ compared, ...rest }: Omit<ComparisonSource, 'one' | 'step'>): Report[] =>
  compared.variables.flatMap((one) => one.steps.map((step) => comparisonReport({ compared, one, step, ...rest })))
