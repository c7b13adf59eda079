import { changesOf } from '../../../../analysis/compare/changes.ts'
import { compareWaves } from '../../../../analysis/compare/compare-waves.ts'
import type { Level } from '../../../../analysis/compare/level.ts'
import type { ComparedGroup, Step } from '../../../../analysis/compare/results.ts'
import { seenParts } from '../../../../analysis/disclosure/seen-parts.ts'
import { groupByRegister, registerGroupings } from '../../../../analysis/groups/by-register.ts'
import { type ValueClass, valueClasses } from '../../../../analysis/groups/value-classes.ts'
import { waveValues } from '../../../../analysis/panel/wave-values.ts'
import { quantile } from '../../../../analysis/stats/quantile.ts'
import { number, signed, whole } from '../../../../analysis/words.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { type Dumbbell, dumbbell } from '../../../../views/charts/dumbbell.ts'
import { histogram } from '../../../../views/charts/histogram.ts'
import { type Slope, slope } from '../../../../views/charts/slope.ts'
import { type Tile, tileMap } from '../../../../views/charts/tile-map.ts'
import type { ChartFigure } from '../../../../views/page-data/evaluation-pages.ts'
import type { PanelAnswer } from '../../../evaluation/compare-panel.ts'
import { type CategoryResult, type NumberResult, shownChange } from './comparison-tables.ts'

/** What the charts of a comparison say on their axes. */
export interface ChartWords {
  many: string
  /** Of percentages, whose changes are percentage points. */
  isShare: boolean
}

/** `values` tells those who do not see the chart what it draws. */
type Text = Pick<ChartFigure, 'id' | 'title' | 'text'> & { values?: string }

async function figure(
  text: Text,
  spec: Parameters<typeof draw>[0],
  rest: Partial<ChartFigure> = {},
): Promise<ChartFigure> {
  const { id, title, text: seen, values = '' } = text
  const description = `${seen} ${values}`.trim()
  return { id, title, text: seen, svg: await draw(spec, { id, title, description }), key: [], table: null, ...rest }
}

const twoPoints = ({ from, to }: Step): ChartFigure['key'] => [
  { sign: 'before', label: from },
  { sign: 'after', label: to },
]

const levelName = ({ isShare }: ChartWords) => (isShare ? 'Prozent, Mittelwert der Paare' : 'Mittelwert der Paare')
const changeName = ({ isShare }: ChartWords) => (isShare ? 'Veränderung in Prozentpunkten' : 'Veränderung')

/** Means and medians of the pairs, and the mean of all who answered. */
export function levelSlope(step: Step, result: NumberResult): Promise<ChartFigure> | undefined {
  const line = (
    label: string,
    before: Level | undefined,
    after: Level | undefined,
    of: 'mean' | 'median',
    faint = false,
  ) => {
    const [first, second] = [before?.[of], after?.[of]]
    return typeof first === 'number' && typeof second === 'number' ? [slopeLine(label, first, second, faint)] : []
  }
  const lines = [
    ...line('Mittelwert der Paare', result.pairs.before, result.pairs.after, 'mean'),
    ...line('Median der Paare', result.pairs.before, result.pairs.after, 'median'),
    ...line('Mittelwert aller mit Angabe', result.before, result.after, 'mean', true),
  ]
  if (lines.length === 0) return undefined
  const text = {
    id: 'niveau',
    title: `Niveau in ${step.from} und ${step.to}`,
    text: 'Wo die Kommunen im Mittel stehen; gestrichelt alle, die in der jeweiligen Welle geantwortet haben.',
    values: `${lines.map(inWords).join('; ')}.`,
  }
  return figure(text, slope(lines, [step.from, step.to]))
}

const slopeLine = (label: string, before: number, after: number, faint = false): Slope => ({
  label,
  before,
  after,
  beforeText: number(before),
  afterText: number(after),
  faint,
})

const inWords = ({ label, beforeText, afterText }: Slope) => `${label} von ${beforeText} auf ${afterText}`

/** Few enough to tell their lines apart. */
const mostSlopes = 8

export function groupCharts(step: Step, label: string, words: ChartWords): Promise<ChartFigure>[] {
  const shown = step.groups.flatMap((group) => {
    const change = group.result && shownChange(group.result)
    return change === undefined ? [] : [{ label: group.label, change }]
  })
  if (shown.length === 0) return []
  const rows = shown.map(
    ({ label: name, change }): Dumbbell => ({
      label: name,
      before: change.before,
      after: change.after,
      change: signed(change.change),
    }),
  )
  const slopes = shown.map(({ label: name, change }) => slopeLine(name, change.before, change.after))
  const risen = rows.filter(({ before, after }) => after > before).length
  const text = {
    id: 'gruppen',
    title: `Veränderung nach: ${label}`,
    text: `In ${risen === 0 ? 'keiner' : risen} von ${rows.length} Gruppen liegt der Mittelwert der Paare in ${step.to} höher als in ${step.from}. Rechts steht die Veränderung.`,
    values: `${slopes.map(inWords).join('; ')}.`,
  }
  return [
    ...(slopes.length > mostSlopes
      ? []
      : [
          figure(
            {
              id: 'gruppen-niveau',
              title: `Niveau nach: ${label}`,
              text: 'Mittelwerte der Paare.',
              values: `${slopes.map(inWords).join('; ')}.`,
            },
            slope(slopes, [step.from, step.to]),
          ),
        ]),
    figure(text, dumbbell(rows, levelName(words)), { key: twoPoints(step) }),
  ]
}

/** Shares of each answer, of those that are not too few. */
export function categoryChart(step: Step, { pairs }: CategoryResult): Promise<ChartFigure> | undefined {
  const [before, after] = [pairs.before.categories, pairs.after.categories]
  const seen = [before, after].map((categories) => seenParts(categories.map(({ count }) => count)))
  const rows = before.flatMap((one, place): Dumbbell[] => {
    const later = after[place]
    if (later === undefined || !seen.every((parts) => parts[place])) return []
    return [{ label: one.label, before: one.share, after: later.share, change: signed(later.share - one.share) }]
  })
  if (rows.length === 0) return undefined
  const text = {
    id: 'antworten',
    title: `Antworten in ${step.from} und ${step.to}`,
    text: 'Anteil der Paare mit dieser Antwort.',
    values: `${rows.map(({ label, before: was, after: is }) => `${label} von ${number(was)} auf ${number(is)}`).join('; ')}.`,
  }
  return figure(text, dumbbell(rows, 'Prozent der Paare'), { key: twoPoints(step) })
}

/** How the changes of single units are distributed. */
export function changeHistogram(
  step: Step,
  { variables: [variable], loaded: { panel }, indices }: PanelAnswer,
  words: ChartWords,
): Promise<ChartFigure> | undefined {
  if (variable === undefined) return undefined
  const changes = changesOf(waveValues(variable, panel, step.from), waveValues(variable, panel, step.to), indices)
  const classes = valueClasses(changes, { centred: true })
  if (classes.length === 0) return undefined
  const mean = changes.reduce((sum, change) => sum + change, 0) / changes.length
  const top = classes.reduce((best, one) => (one.count > best.count ? one : best))
  const text = {
    id: 'verteilung',
    title: 'Verteilung der Veränderungen',
    text: `${words.many} nach der Größe ihrer Veränderung; die meisten (${whole(top.count)}) liegen bei ${classWords(top)}.`,
  }
  const spec = histogram(classes, {
    axisTitle: changeName(words),
    countTitle: words.many,
    changes: true,
    format: signed,
    mark: { at: mean, label: `Mittel ${signed(mean)}` },
  })
  return figure(text, spec, {
    table: {
      head: [changeName(words), words.many],
      rows: classes.map((one) => [classWords(one), whole(one.count)]),
    },
  })
}

function classWords({ from, to }: ValueClass): string {
  if (from === undefined) return `unter ${signed(to ?? 0)}`
  return to === undefined ? `ab ${signed(from)}` : `${signed(from)} bis unter ${signed(to)}`
}

/** The change in each Kreis that is large enough, where Kommunen of several Kreise are meant. */
export function kreisMap(answer: PanelAnswer, words: ChartWords): Promise<ChartFigure> | undefined {
  const groups = kreisGroups(answer)
  const shown = groups.flatMap((group) => {
    const change = group.result && shownChange(group.result)
    return change === undefined || group.code === 'uebrige' ? [] : [{ group, change }]
  })
  if (shown.length < 2) return undefined
  const tiles = shown.map(
    ({ group, change }): Tile => ({
      kreis: group.code,
      value: change.change,
      text: signed(change.change),
    }),
  )
  const limits = limitsOf(tiles.map(({ value }) => value))
  const [little, much] = limits
  const labels = [
    `unter ${signed(-much)}`,
    `bis ${signed(-little)}`,
    `${signed(-little)} bis ${signed(little)}`,
    `ab ${signed(little)}`,
    `ab ${signed(much)}`,
  ]
  const fallen = tiles.filter(({ value }) => value < 0).length
  const merged = groups.flatMap((group) => group.merged)
  const text = {
    id: 'karte',
    title: 'Veränderung nach Kreisen',
    text: `In ${fallen === 0 ? 'keinem' : fallen} von ${tiles.length} gezeigten Kreisen ist der Mittelwert gefallen.${merged.length === 0 ? '' : ' Kreise mit einem Strich sind zu klein, um gezeigt zu werden, oder haben keine Paare.'} -L bezeichnet den Landkreis.`,
  }
  return figure(text, tileMap(tiles, { limits, labels, title: changeName(words) }), {
    table: {
      head: ['Kreis', 'Paare', 'Veränderung'],
      rows: shown.map(({ group, change }) => [group.label, whole(group.size.pairs), signed(change.change)]),
    },
  })
}

/** Compared by Kreis, unless that is what was asked for anyway. */
function kreisGroups({
  compared,
  grouping,
  surveys,
  variables,
  loaded,
  indices,
  options,
}: PanelAnswer): ComparedGroup[] {
  if (grouping?.name === 'kreis') return compared.variables[0]?.steps[0]?.groups ?? []
  const byKreis = registerGroupings.find(({ name }) => name === 'kreis')
  if (byKreis === undefined) return []
  const compareKreise = compareWaves({
    surveys,
    variables,
    panel: loaded.panel,
    continues: () => [],
    indices,
    grouping: groupByRegister(byKreis, loaded.units),
    options: { ...options, replicates: 0 },
  })
  return compareKreise.variables[0]?.steps[0]?.groups ?? []
}

/** What counts as much and as little: a round number that most changes stay below, and a quarter of it. */
function limitsOf(changes: readonly number[]): [number, number] {
  const high = quantile(changes.map(Math.abs), 0.8)
  const digits = typeof high === 'number' && high > 0 ? Math.floor(Math.log10(high)) : 0
  const much = typeof high === 'number' && high > 0 ? Math.ceil(high / 10 ** digits) * 10 ** digits : 1
  return [much / 4, much]
}
