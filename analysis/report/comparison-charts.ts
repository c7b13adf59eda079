import type { Level } from '../compare/level.ts'
import type { ComparedGroup, Step, ToldCategories, ToldNumbers } from '../compare/results.ts'
import { toldChange } from '../compare/shown-change.ts'
import type { ValueClass } from '../groups/value-classes.ts'
import { quantile } from '../stats/quantile.ts'
import { changeUnit, number, signed, whole } from '../words.ts'
import { change, count, text } from './cell.ts'
import type { Chart, DumbbellRow, SlopeLine } from './chart.ts'
import { changeClassWords } from './class-words.ts'

/** What the charts of a comparison say on their axes. */
export interface ChartWords {
  many: string
  /** The unit of the values, or ''; changes of percentages are percentage points. */
  unit: string
}

const levelName = ({ unit }: ChartWords) => (unit === '' ? 'Mittelwert der Paare' : `${unit}, Mittelwert der Paare`)
const changeName = ({ unit }: ChartWords) =>
  unit === 'Prozent'
    ? 'Veränderung in Prozentpunkten'
    : unit === ''
      ? 'Veränderung'
      : `Veränderung (${changeUnit(unit)})`

const key = ({ from, to }: Step) =>
  [
    { sign: 'before', label: from },
    { sign: 'after', label: to },
  ] as const

const inWords = ({ label, before, after }: SlopeLine) => `${label} von ${number(before)} auf ${number(after)}`
const listed = (words: readonly string[]) => `${words.join('; ')}.`

/** Means and medians of the pairs, and the mean of all who answered. */
export function levelChart(
  { from, to }: Step,
  { pairs, before, after }: ToldNumbers,
  { many }: ChartWords,
): Chart | undefined {
  const line = (label: string, first: Level | undefined, second: Level | undefined, of: 'mean' | 'median') => {
    const [was, is] = [first?.[of], second?.[of]]
    return typeof was === 'number' && typeof is === 'number' ? [{ label, before: was, after: is }] : []
  }
  const lines: SlopeLine[] = [
    ...line('Mittelwert der Paare', pairs.before, pairs.after, 'mean'),
    ...line('Median der Paare', pairs.before, pairs.after, 'median'),
    // Where all are pairs, the same line would be drawn twice.
    ...(before?.n === pairs.n && after?.n === pairs.n
      ? []
      : line('Mittelwert aller mit Angabe', before, after, 'mean').map((one) => ({ ...one, faint: true }))),
  ]
  if (lines.length === 0) return undefined
  return {
    id: 'niveau',
    title: `Niveau in ${from} und ${to}`,
    text: `Wo die ${many} im Mittel stehen${lines.some(({ faint }) => faint) ? '; gestrichelt alle, die in der jeweiligen Welle geantwortet haben' : ''}.`,
    values: listed(lines.map(inWords)),
    drawing: { kind: 'slope', lines, waves: [from, to] },
  }
}

/** Few enough to tell their lines apart. */
const mostSlopes = 8

export function groupCharts(step: Step, label: string, words: ChartWords): Chart[] {
  const rows = step.groups.flatMap(({ label: name, result }): DumbbellRow[] => {
    const shown = toldChange(result)
    return shown === undefined ? [] : [{ label: name, before: shown.before, after: shown.after, change: shown.change }]
  })
  if (rows.length === 0) return []
  const { from, to } = step
  const values = listed(rows.map(inWords))
  const risen = rows.filter(({ before, after }) => after > before).length
  const dumbbell: Chart = {
    id: 'gruppen',
    title: `Veränderung nach: ${label}`,
    text: `In ${risen === 0 ? 'keiner' : risen} von ${rows.length} Gruppen liegt der Mittelwert der Paare in ${to} höher als in ${from}. Rechts steht die Veränderung.`,
    values,
    key: key(step),
    drawing: { kind: 'dumbbell', rows, axis: levelName(words) },
  }
  if (rows.length > mostSlopes) return [dumbbell]
  const lines = rows.map(({ label: name, before, after }) => ({ label: name, before, after }))
  return [
    {
      id: 'gruppen-niveau',
      title: `Niveau nach: ${label}`,
      text: 'Mittelwerte der Paare.',
      values,
      drawing: { kind: 'slope', lines, waves: [from, to] },
    },
    dumbbell,
  ]
}

/** Shares of each answer, of those that can be told. */
export function categoryChart(step: Step, { pairs }: ToldCategories): Chart | undefined {
  const rows = pairs.before.categories.flatMap(({ label, share: was }, place): DumbbellRow[] => {
    const is = pairs.after.categories[place]?.share
    return typeof was === 'number' && typeof is === 'number'
      ? [{ label, before: was, after: is, change: is - was }]
      : []
  })
  if (rows.length === 0) return undefined
  return {
    id: 'antworten',
    title: `Antworten in ${step.from} und ${step.to}`,
    text: 'Anteil der Paare mit dieser Antwort.',
    values: listed(rows.map(inWords)),
    key: key(step),
    drawing: { kind: 'dumbbell', rows, axis: 'Prozent der Paare' },
  }
}

/** How the changes of single units are distributed. */
export function changeChart(classes: readonly ValueClass[], mean: number, words: ChartWords): Chart | undefined {
  const [first] = classes
  if (first === undefined) return undefined
  const top = classes.reduce((best, one) => (one.count > best.count ? one : best), first)
  const rows = classes.map((one) => [text(changeClassWords(one)), count(one.count)])
  return {
    id: 'verteilung',
    title: 'Verteilung der Veränderungen',
    text: `${words.many} nach der Größe ihrer Veränderung; die meisten (${whole(top.count)}) liegen bei ${changeClassWords(top)}.`,
    values: listed(classes.map((one) => `${changeClassWords(one)}: ${whole(one.count)}`)),
    table: { id: 'verteilung-werte', label: 'Verteilung', head: [changeName(words), words.many], rows },
    drawing: {
      kind: 'histogram',
      classes,
      axis: changeName(words),
      countAxis: words.many,
      ofChanges: true,
      mark: mean,
      markLabel: `Mittel ${signed(mean)}`,
    },
  }
}

/** The change in each Kreis that is large enough, where Kommunen of several Kreise are meant. */
export function kreisChart(groups: readonly ComparedGroup[], words: ChartWords): Chart | undefined {
  const shown = groups.flatMap((group) => {
    const one = toldChange(group.result)
    return one === undefined || group.code === 'uebrige' ? [] : [{ group, value: one.change }]
  })
  if (shown.length < 2) return undefined
  const fallen = shown.filter(({ value }) => value < 0).length
  const isMerged = groups.some((group) => group.merged.length > 0)
  return {
    id: 'karte',
    title: 'Veränderung nach Kreisen',
    text: `In ${fallen === 0 ? 'keinem' : fallen} von ${shown.length} gezeigten Kreisen ist der Mittelwert gefallen.${isMerged ? ' Kreise mit einem Strich sind zu klein, um gezeigt zu werden, oder haben keine Paare.' : ''} -L bezeichnet den Landkreis.`,
    values: listed(shown.map(({ group, value }) => `${group.label} ${signed(value)}`)),
    table: {
      id: 'karte-werte',
      label: 'Veränderung nach Kreisen',
      head: ['Kreis', 'Paare', 'Veränderung'],
      rows: shown.map(({ group, value }) => [text(group.label), count(group.size.pairs), change(value)]),
    },
    drawing: {
      kind: 'kreise',
      tiles: shown.map(({ group, value }) => ({ kreis: group.code, value })),
      limits: limitsOf(shown.map(({ value }) => value)),
      axis: changeName(words),
    },
  }
}

/** What counts as much and as little: a round number that most changes stay below, and a quarter of it. */
function limitsOf(changes: readonly number[]): [number, number] {
  const high = quantile(changes.map(Math.abs), 0.8)
  if (typeof high !== 'number' || high <= 0) return [1 / 4, 1]
  const power = 10 ** Math.floor(Math.log10(high))
  const much = Math.ceil(high / power) * power
  return [much / 4, much]
}
