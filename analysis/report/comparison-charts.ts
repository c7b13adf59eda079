import type { Level } from '../compare/level.ts'
import type { ComparedGroup, Step, ToldCategories, ToldNumbers } from '../compare/results.ts'
import { toldChange } from '../compare/shown-change.ts'
import { decimalsFor, signedWithDecimals, withDecimals } from '../decimals.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import { mapClasses } from '../groups/map-classes.ts'
import type { ValueClass } from '../groups/value-classes.ts'
import { isDefined } from '../stats/not-defined.ts'
import { changeUnit, levelWords, whole } from '../words.ts'
import { change, count, text } from './cell.ts'
import type { Chart, DumbbellRow, SlopeLine } from './chart.ts'
import { changeClassWords, tailNote } from './class-words.ts'
import { inWave } from './named-waves.ts'

/** What the charts of a comparison say on their axes. */
export interface ChartWords {
  many: string
  /** The unit of the values, or ''; changes of percentages are percentage points. */
  unit: string
  /** Of the intervals. */
  level: number
  /** What they speak of: `für die 1.101 befragten Kommunen`. */
  ofWhom: string
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

const inWords =
  (decimals: number) =>
  ({ label, before, after }: SlopeLine) =>
    `${label} von ${withDecimals(before, decimals)} auf ${withDecimals(after, decimals)}`
const decimalsOf = (rows: readonly SlopeLine[], { unit }: ChartWords) =>
  decimalsFor(
    rows.flatMap(({ before, after }) => [before, after]),
    unit,
  )
const basisOf = (pairs: Told<number>, { many }: ChartWords) =>
  `n = ${isTold(pairs) ? whole(pairs) : pairs} Paare (${many} mit Angabe in beiden Wellen)`
const listed = (words: readonly string[]) => `${words.join('; ')}.`

/** Means and medians of the pairs, and the mean of all who answered. */
export function levelChart(
  { from, to }: Step,
  { pairs, before, after }: ToldNumbers,
  words: ChartWords,
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
  const decimals = decimalsOf(lines, words)
  const everybody =
    lines.some(({ faint }) => faint) && before !== undefined && after !== undefined
      ? `; alle mit Angabe: ${whole(before.n)} und ${whole(after.n)}`
      : ''
  return {
    id: 'niveau',
    title: `Niveau: ${from}, und ${to}`,
    text: `Wo die ${words.many} im Mittel stehen${lines.some(({ faint }) => faint) ? '; gestrichelt alle, die in der jeweiligen Welle geantwortet haben' : ''}.`,
    values: listed(lines.map(inWords(decimals))),
    basis: basisOf(pairs.n, words) + everybody,
    drawing: { kind: 'slope', lines, waves: [from, to], decimals },
  }
}

/** Few enough to tell their lines apart. */
const mostSlopes = 8

export function groupCharts(step: Step, label: string, words: ChartWords): Chart[] {
  const rows = step.groups.flatMap(({ label: name, result }): DumbbellRow[] => {
    const shown = toldChange(result)
    if (shown === undefined) return []
    const { before, after, change: moved, interval } = shown
    return [{ label: name, before, after, change: moved, ...(isDefined(interval) && { interval }) }]
  })
  if (rows.length === 0) return []
  const { from, to } = step
  const decimals = decimalsOf(rows, words)
  const values = listed(rows.map(inWords(decimals)))
  const basis = basisOf(step.total.size.pairs, words)
  const risen = rows.filter(({ before, after }) => after > before).length
  const dumbbell: Chart = {
    id: 'gruppen',
    title: `Veränderung nach: ${label}`,
    text: `In ${risen === 0 ? 'keiner' : risen} von ${rows.length} Gruppen liegt der Mittelwert der Paare ${inWave(to)} höher als ${inWave(from)}. Rechts steht die Veränderung.${intervalNote(rows, from, words)}`,
    values: listed(rows.map((row) => inWords(decimals)(row) + reachWords(row, decimals))),
    basis,
    key: key(step),
    drawing: { kind: 'dumbbell', rows, axis: levelName(words), decimals },
  }
  if (rows.length > mostSlopes) return [dumbbell]
  const lines = rows.map(({ label: name, before, after }) => ({ label: name, before, after }))
  return [
    {
      id: 'gruppen-niveau',
      title: `Niveau nach: ${label}`,
      text: 'Mittelwerte der Paare.',
      values,
      basis,
      drawing: { kind: 'slope', lines, waves: [from, to], decimals },
    },
    dumbbell,
  ]
}

const intervalNote = (rows: readonly DumbbellRow[], from: string, { level, ofWhom }: ChartWords) =>
  rows.some(({ interval }) => interval !== undefined)
    ? ` Die dünne Linie reicht, vom Niveau ${inWave(from)} aus gerechnet, über das ${levelWords(level)}-Intervall der Veränderung ${ofWhom}.`
    : ''

/** `, Veränderung zwischen −3,1 und +0,4`. */
const reachWords = ({ interval }: DumbbellRow, decimals: number) =>
  interval === undefined
    ? ''
    : `, Veränderung zwischen ${signedWithDecimals(interval[0], decimals)} und ${signedWithDecimals(interval[1], decimals)}`

/** Shares of each answer, of those that can be told. */
export function categoryChart(step: Step, result: ToldCategories, words: ChartWords): Chart | undefined {
  const { pairs } = result
  const rows = pairs.before.categories.flatMap(({ label, share: was }, place): DumbbellRow[] => {
    const is = pairs.after.categories[place]?.share
    return typeof was === 'number' && typeof is === 'number'
      ? [{ label, before: was, after: is, change: is - was, ...intervalOf(result, place) }]
      : []
  })
  if (rows.length === 0) return undefined
  return {
    id: 'antworten',
    title: `Antworten: ${step.from}, und ${step.to}`,
    text: `Anteil der Paare mit dieser Antwort.${intervalNote(rows, step.from, words)}`,
    values: listed(rows.map((row) => inWords(1)(row) + reachWords(row, 1))),
    basis: basisOf(pairs.n, words),
    key: key(step),
    drawing: { kind: 'dumbbell', rows, axis: 'Prozent der Paare', decimals: 1 },
  }
}

/** Only of yes and no it is known how sure the change of a share is. */
function intervalOf({ yes }: ToldCategories, place: number): Pick<DumbbellRow, 'interval'> {
  const told = yes?.change
  if (told === undefined || !isTold(told) || !isDefined(told) || !isDefined(told.interval)) return {}
  const [low, high] = told.interval
  return { interval: place === 1 ? [low, high] : [-high, -low] }
}

/** How the changes of single units are distributed. */
export function changeChart(classes: readonly ValueClass[], mean: number, words: ChartWords): Chart | undefined {
  const [first] = classes
  if (first === undefined) return undefined
  const top = classes.reduce((best, one) => (one.count > best.count ? one : best), first)
  const classWords = changeClassWords(classes)
  const rows = classes.map((one) => [text(classWords(one)), count(one.count)])
  const meanWords = signedWithDecimals(mean, decimalsFor([mean], words.unit))
  return {
    id: 'verteilung',
    title: 'Verteilung der Veränderungen',
    text: `${words.many} nach der Größe ihrer Veränderung; die meisten (${whole(top.count)}) liegen bei ${classWords(top)}.${tailNote(classes)}`,
    values: listed(classes.map((one) => `${classWords(one)}: ${whole(one.count)}`)),
    basis: basisOf(
      classes.reduce((sum, one) => sum + one.count, 0),
      words,
    ),
    table: { id: 'verteilung-werte', label: 'Verteilung', head: [changeName(words), words.many], rows },
    drawing: {
      kind: 'histogram',
      classes,
      axis: changeName(words),
      countAxis: words.many,
      ofChanges: true,
      mark: mean,
      markLabel: `Mittel ${meanWords}`,
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
  const decimals = decimalsFor(
    shown.map(({ value }) => value),
    words.unit,
  )
  const moved = (value: number) => signedWithDecimals(value, decimals)
  const pairs = shown.map(({ group }) => group.size.pairs)
  return {
    id: 'karte',
    title: 'Veränderung nach Kreisen',
    text: `In ${fallen === 0 ? 'keinem' : fallen} von ${shown.length} gezeigten Kreisen ist der Mittelwert gefallen.${isMerged ? ' Durchgestrichene Kreise sind zu klein, um gezeigt zu werden, oder haben keine Paare.' : ''} -L bezeichnet den Landkreis.`,
    values: listed(shown.map(({ group, value }) => `${group.label} ${moved(value)}`)),
    basis: pairs.every(isTold)
      ? `${basisOf(
          pairs.reduce((sum, one) => sum + one, 0),
          words,
        )} in ${shown.length} Kreisen`
      : `${shown.length} Kreise`,
    table: {
      id: 'karte-werte',
      label: 'Veränderung nach Kreisen',
      head: ['Kreis', 'Paare', 'Veränderung'],
      rows: shown.map(({ group, value }) => [text(group.label), count(group.size.pairs), change(value)]),
      alike: 'columns',
      unit: words.unit,
    },
    drawing: {
      kind: 'kreise',
      tiles: shown.map(({ group, value }) => ({ kreis: group.code, value: Number(value.toFixed(decimals)) })),
      classes: mapClasses(shown.map(({ value }) => Number(value.toFixed(decimals)))),
      axis: changeName(words),
      decimals,
    },
  }
}
