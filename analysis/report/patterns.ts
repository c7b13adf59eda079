import type { WeightedSet } from '../compare/course.ts'
import { fewest } from '../disclosure/fewest.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import type { PatternCharacteristic, PatternRate, Patterns } from '../participation/patterns.ts'
import { isDefined } from '../stats/not-defined.ts'
import { levelWords, number as numberWords, pWords, tenths, whole, whyNot } from '../words.ts'
import { type Cell, count, interval, number, percent, share, text } from './cell.ts'
import type { Chart } from './chart.ts'
import type { Provenance } from './provenance.ts'
import type { Fact, Report, Section } from './report.ts'
import { hiddenSentence, mergedSentence, territorySentences } from './sentences.ts'
import { weightSetTable } from './weight-sets.ts'

/** All ways to weight, each with the weights of each set of waves. */
export interface WeightsOfSets {
  name: string
  label: string
  sets: readonly WeightedSet[]
}

interface PatternsSource {
  weights?: readonly WeightsOfSets[]
  many: string
  origin: Provenance
}

/** Who answered which of several waves, how they thinned out, and whether those who did differ. */
export function patternsReport(patterns: Patterns, { weights = [], many, origin }: PatternsSource): Report {
  const { waves, answered, stages } = patterns
  const last = stages.at(-1)
  return {
    title: `Wer fehlt: ${waves.join(' → ')}`,
    notes: [
      sentenceOf(patterns, many),
      `Merkmale aus dem Register. Klassen sind zusammengefasst, wo eine Zahl für weniger als ${fewest} ${many} stünde.`,
      ...territorySentences(origin.territory),
    ],
    facts: [
      ...answered.map((one, at): Fact => factOf(`Antwort: ${waves[at]}`, one)),
      ...(last === undefined ? [] : [factOf('Von denen, die immer dabei waren, auch zuletzt', last)]),
    ],
    sections: [
      patternSection(patterns, many),
      stageSection(patterns, origin.level),
      ...patterns.characteristics.map((one) => characteristicSection(one, patterns, many)),
      ...weights.map(({ name, label, sets }): Section => {
        const section = weightSetTable(sets)
        return { ...section, id: `gewichte-${name}`, title: `Gewichte: ${label}` }
      }),
    ],
    origin,
  }
}

const told = (value: Told<number>) => (isTold(value) ? whole(value) : value)
const shareOf = ({ yes, of }: PatternRate) => (isTold(yes) && isTold(of) && of > 0 ? (100 * yes) / of : undefined)
const rateCell = (rate: PatternRate): Cell =>
  isTold(rate.yes) && isTold(rate.of) ? percent(shareOf(rate)) : percent('verdeckt')
const factOf = (label: string, rate: PatternRate): Fact => ({
  label,
  value: rateCell(rate),
  note: `${told(rate.yes)} von ${told(rate.of)}`,
})

function sentenceOf({ waves, units, patterns }: Patterns, many: string): string {
  const countOf = (is: (pattern: string) => boolean) => {
    const own = patterns.filter(({ pattern }) => is(pattern)).map(({ count: one }) => one)
    return own.every(isTold) ? whole((own as number[]).reduce((sum, one) => sum + one, 0)) : 'verdeckt'
  }
  const all = countOf((pattern) => !pattern.includes('0'))
  const none = countOf((pattern) => !pattern.includes('1'))
  return `Von ${whole(units)} ${many} haben auf alle ${waves.length} Wellen geantwortet: ${all}; auf keine: ${none}.`
}

/** `1. und 3. Welle`. */
export function patternWords(pattern: string): string {
  const places = [...pattern].flatMap((one, at) => (one === '1' ? [`${at + 1}.`] : []))
  if (places.length === 0) return 'keine Welle'
  if (places.length === pattern.length) return 'alle Wellen'
  const [last, ...others] = places.toReversed()
  return `nur ${[others.toReversed().join(', '), last].filter(Boolean).join(' und ')} Welle`
}

function patternSection({ patterns, covariates, units, waves }: Patterns, many: string): Section {
  const bars = patterns.flatMap(({ pattern, count: one }) =>
    isTold(one) ? [{ label: `${pattern} ${patternWords(pattern)}`, value: one }] : [],
  )
  const chart: Chart = {
    id: 'muster',
    title: 'Wer auf welche Wellen geantwortet hat',
    text: 'Jeder Balken ist ein Muster: 1 steht für eine Antwort, 0 für keine, in der Reihenfolge der Wellen.',
    values: `${bars.map(({ label, value }) => `${label}: ${whole(value)}`).join('; ')}.`,
    basis: `n = ${whole(units)} (${many}, in einer der Wellen befragt)`,
    drawing: { kind: 'bars', bars, axis: many, unit: '', decimals: 0 },
  }
  return {
    id: 'muster',
    title: 'Muster der Teilnahme',
    sentences: [`Die Stellen eines Musters stehen der Reihe nach für: ${waves.join('; ')}.`],
    charts: bars.length === 0 ? [] : [chart],
    tables: [
      {
        id: 'muster-werte',
        label: 'Muster der Teilnahme',
        head: [
          'Muster',
          `${many}, Anteil`,
          ...covariates.flatMap(({ label }) => [`${label}: Mittel`, `${label}: Median`]),
        ],
        rows: patterns.map(({ pattern, count: one }, at) => [
          text(`${pattern} (${patternWords(pattern)})`),
          share(one, isTold(one) && units > 0 ? (100 * one) / units : undefined),
          ...covariates.flatMap(({ patterns: own }) => {
            const summary = own[at]
            return summary === undefined
              ? [number(isTold(one) && one === 0 ? undefined : 'verdeckt'), number(undefined)]
              : [number(summary.mean), number(summary.median)]
          }),
        ]),
      },
    ],
  }
}

function stageSection({ waves, stages, stayed }: Patterns, level: number): Section {
  const limits = `${levelWords(level)}-Intervall`
  const cells = (rate: PatternRate): Cell[] => [
    count(rate.of),
    count(rate.yes),
    rateCell(rate),
    isTold(rate.interval) && isDefined(rate.interval)
      ? interval([100 * rate.interval[0], 100 * rate.interval[1]])
      : interval(rate.interval),
  ]
  const rows = stages.flatMap((rate, at) => {
    const value = shareOf(rate)
    if (value === undefined || !isTold(rate.of)) return []
    const within =
      isTold(rate.interval) && isDefined(rate.interval)
        ? { low: 100 * rate.interval[0], high: 100 * rate.interval[1] }
        : {}
    return [{ label: stageWords(waves, at), value, of: rate.of, ...within }]
  })
  const chart: Chart = {
    id: 'stufen',
    title: 'Ausfall in Stufen',
    text: `Anteil, der auf jeder Stufe dabeibleibt, mit ${limits} für einen Prozess dahinter.`,
    values: `${rows.map(({ label, value }) => `${label} ${tenths(value)} %`).join('; ')}.`,
    basis: `n = ${rows.map(({ of }) => whole(of)).join(', ')} je Stufe`,
    drawing: { kind: 'intervals', rows: rows.map(({ of: _of, ...row }) => row), axis: 'Prozent' },
  }
  return {
    id: 'stufen',
    title: 'Ausfall in Stufen',
    sentences: [
      'Auf jeder Stufe: von denen, die auf alle Wellen davor geantwortet haben und befragt wurden, wie viele auch auf diese geantwortet haben.',
    ],
    charts: rows.length === 0 ? [] : [chart],
    tables: [
      {
        id: 'stufen-werte',
        label: 'Ausfall in Stufen',
        head: ['Stufe', 'konnten', 'antworteten', 'Anteil', limits],
        rows: stages.map((rate, at) => [text(stageWords(waves, at)), ...cells(rate)]),
      },
      {
        id: 'verbleib-werte',
        label: 'Verbleib zwischen je zwei Wellen',
        head: ['Wellen', 'konnten', 'antworteten', 'Anteil', limits],
        rows: stayed.map((rate) => [text(`${rate.from} → ${rate.to}`), ...cells(rate)]),
      },
    ],
  }
}

const stageWords = (waves: readonly string[], at: number) =>
  at === 0 ? `${waves[0]}` : at === 1 ? `danach ${waves[1]}` : `danach auch ${waves[at]}`

function characteristicSection(
  { name, label, classes, test }: PatternCharacteristic,
  { patterns }: Patterns,
  many: string,
): Section {
  const section = { id: `nach-${name}`, title: `Nach: ${label}`, charts: [] }
  if (classes.length === 0) return { ...section, sentences: [hiddenSentence(many)], tables: [] }
  const merged = classes.flatMap((one) => one.merged)
  return {
    ...section,
    sentences: [
      isDefined(test)
        ? `Klassen gegen Muster: χ²(${test.df}) = ${numberWords(test.chiSquare)}, ${pWords(test.p)} (nach Holm ${pWords(test.pHolm)}), Cramérs V ${numberWords(test.cramersV)}.${test.enoughExpected ? '' : ' Erwartete Häufigkeiten sind klein; p ist nur ein Anhalt.'}`
        : `Kein Test: ${whyNot(test)}.`,
      ...(merged.length === 0 ? [] : [mergedSentence(merged, many)]),
    ],
    tables: [
      {
        id: `muster-${name}-werte`,
        label: `Muster nach: ${label}`,
        head: [label, many, ...patterns.map(({ pattern }) => pattern)],
        rows: classes.map(({ label: words, units, counts }) => [
          text(words),
          count(units),
          ...counts.map((one) => share(one, isTold(one) && units > 0 ? (100 * one) / units : undefined)),
        ]),
      },
    ],
  }
}
