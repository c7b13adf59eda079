import { fewest } from '../disclosure/fewest.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import type { Attrition, CharacteristicAttrition } from '../participation/attrition.ts'
import { type ToldRate, toldCount } from '../participation/disclose-attrition.ts'
import type { OutcomeName } from '../participation/participation.ts'
import type { ParticipationModel } from '../participation/participation-model.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { number as numberWords, pWords, tenths, whole, whyNot } from '../words.ts'
import { attritionSentence } from './attrition-sentence.ts'
import { type Cell, change, count, number, percent, probability, share, text } from './cell.ts'
import type { Chart } from './chart.ts'
import { modelTables } from './model-tables.ts'
import { noModel } from './model-words.ts'
import type { Provenance } from './provenance.ts'
import type { Fact, Report, Section } from './report.ts'
import { hiddenSentence, mergedSentence, territorySentences } from './sentences.ts'
import { type ReportedWeights, weightSection } from './weights.ts'

/** Who is missing between two waves, and whether those who are missing differ. */
export function attritionReport(
  attrition: Attrition,
  { weights = [], many, origin }: { weights?: readonly ReportedWeights[]; many: string; origin: Provenance },
): Report {
  const { waves, outcomes, models } = attrition
  return {
    title: `Wer fehlt: ${waves[0]} → ${waves[1]}`,
    notes: [
      attritionSentence(attrition, many),
      `Merkmale aus dem Register. Klassen sind zusammengefasst, wo eine Zahl für weniger als ${fewest} ${many} stünde.`,
      ...territorySentences(origin.territory),
    ],
    facts: outcomes.map(({ name, label, base }): Fact => {
      const { yes, of } = attrition.rates[name]
      return { label, value: rateCell(attrition.rates[name]), note: `${told(yes)} von ${told(of)}; Bezug: ${base}` }
    }),
    sections: [
      flowSection(attrition, many),
      ...fewestClassesFirst(attrition.characteristics).map((one) => characteristicSection(one, attrition, many)),
      covariateSection(attrition, many),
      {
        id: 'logit',
        title: 'Wovon die Teilnahme abhängt (Logit)',
        sentences: outcomes.flatMap(({ name, label }) => modelSentence(label, models[name])),
        charts: [],
        tables: outcomes.flatMap(({ name, label }) => modelTables(name, `Logit: ${label}`, models[name])),
      },
      ...weights.map(weightSection),
    ],
    origin,
  }
}

const told = (value: Told<number>) => (isTold(value) ? whole(value) : value)

/** The share that took part, in per cent. */
function rateCell({ yes, of }: ToldRate): Cell {
  if (!isTold(yes) || !isTold(of)) return percent('verdeckt')
  return percent(of === 0 ? undefined : (100 * yes) / of)
}

const fewestClassesFirst = (characteristics: readonly CharacteristicAttrition[]) =>
  [...characteristics].sort((a, b) => a.classes.length - b.classes.length)

function flowSection({ flow, waves: [first, second], units }: Attrition, many: string): Section {
  const rows = [
    ['beide Wellen beantwortet', flow.both],
    [`nur ${first} (ausgeschieden)`, flow.dropped],
    [`nur ${second} (hinzugekommen)`, flow.joined],
    ['keine von beiden', flow.neither],
  ] as const
  return {
    id: 'verbleib',
    title: `Was aus ${whole(units)} ${many} wurde`,
    sentences: [],
    charts: [],
    tables: [
      {
        id: 'verbleib-werte',
        label: 'Verbleib',
        head: ['Antwort', `${many}, Anteil`],
        rows: rows.map(([label, counted]) => [
          text(label),
          share(counted, isTold(counted) && units > 0 ? (100 * counted) / units : undefined),
        ]),
      },
    ],
  }
}

function characteristicSection(
  { name, label, classes, tests }: CharacteristicAttrition,
  { outcomes }: Attrition,
  many: string,
): Section {
  const section = { id: `nach-${name}`, title: `Nach: ${label}` }
  if (classes.length === 0) return { ...section, sentences: [hiddenSentence(many)], charts: [], tables: [] }
  const merged = classes.flatMap((one) => one.merged)
  const chart = rateChart({ name, label, classes }, 'both', many)
  return {
    ...section,
    sentences: [
      ...outcomes.map(({ name: outcome, label: words }) => `${words}: ${chiSquareWords(tests[outcome])}`),
      ...(merged.length === 0 ? [] : [mergedSentence(merged, many)]),
    ],
    charts: chart === undefined ? [] : [chart],
    tables: [
      {
        id: `ruecklauf-${name}-werte`,
        label: `Rücklauf nach: ${label}`,
        head: [label, many, 'beide', 'nur 1.', 'nur 2.', 'keine', ...outcomes.map((one) => one.label)],
        rows: classes.map(({ label: words, flow, rates }) => [
          text(words),
          ...[flow.units, flow.both, flow.dropped, flow.joined, flow.neither].map((one) => count(one)),
          ...outcomes.map(({ name: outcome }) => rateCell(rates[outcome])),
        ]),
      },
    ],
  }
}

function rateChart(
  { name, label, classes }: Pick<CharacteristicAttrition, 'name' | 'label' | 'classes'>,
  outcome: OutcomeName,
  many: string,
): Chart | undefined {
  const rows = classes.flatMap(({ label: words, rates }) => {
    const { yes, of, interval: limits } = rates[outcome]
    if (!isTold(yes) || !isTold(of) || of === 0) return []
    const within = isTold(limits) && isDefined(limits) ? { low: 100 * limits[0], high: 100 * limits[1] } : {}
    return [{ label: words, value: (100 * yes) / of, of, ...within }]
  })
  if (rows.length === 0) return undefined
  return {
    id: `ruecklauf-${name}`,
    title: `Antwort in beiden Wellen nach: ${label}`,
    text: 'Anteil an allen, die in beiden Wellen befragt wurden, mit 95-%-Intervall für einen Prozess dahinter.',
    values: `${rows.map((row) => `${row.label} ${tenths(row.value)} %`).join('; ')}.`,
    basis: `n = ${whole(rows.reduce((sum, { of }) => sum + of, 0))} (${many}, in beiden Wellen befragt)`,
    drawing: { kind: 'intervals', rows, axis: 'Prozent' },
  }
}

function chiSquareWords(test: CharacteristicAttrition['tests'][OutcomeName]): string {
  if (!isDefined(test)) return `kein Test: ${whyNot(test)}.`
  const { chiSquare, df, p, pHolm, cramersV, enoughExpected } = test
  const caution = enoughExpected ? '' : ' Erwartete Häufigkeiten sind klein; p ist nur ein Anhalt.'
  return `χ²(${df}) = ${numberWords(chiSquare)}, ${pWords(p)} (nach Holm ${pWords(pHolm)}), Cramérs V ${numberWords(cramersV)}.${caution}`
}

function covariateSection({ covariates, outcomes }: Attrition, many: string): Section {
  return {
    id: 'unterschiede',
    title: 'Ob sich die Fehlenden unterscheiden',
    sentences: ['Ab einer standardisierten Differenz von 0,1 gelten Gruppen als verschieden.'],
    charts: [],
    tables: covariates.map(({ name, label, differences }) => ({
      id: `unterschied-${name}`,
      label,
      head: [
        label,
        'n ja',
        'Mittel',
        'Median',
        'n nein',
        'Mittel',
        'Median',
        'std. Differenz',
        'p (Welch)',
        'p (Rang)',
      ],
      rows: outcomes.map(({ name: outcome, label: words }) => {
        const found = differences[outcome]
        if (found === undefined)
          return [text(words), text(`unter ${fewest} ${many}`), ...Array.from({ length: 8 }, () => number(undefined))]
        const { yes, no, standardised, welch, mannWhitney } = found
        return [
          text(words),
          ...[yes, no].flatMap(({ n, mean, median }) => [count(n), number(mean), number(median)]),
          change(standardised),
          probability(isDefined(welch) ? welch.p : welch),
          probability(isDefined(mannWhitney) ? mannWhitney.p : mannWhitney),
        ]
      }),
    })),
  }
}

function modelSentence(label: string, model: ParticipationModel | NotDefined): string[] {
  if (!isDefined(model)) return [`${label}: ${noModel(model)}`]
  const { n, yes, leftOut, test, pseudoR2 } = model
  const without = leftOut === 0 ? '' : `; ${told(toldCount(leftOut))} ohne alle Merkmale sind nicht dabei`
  return [
    `${label}: ${told(toldCount(yes))} von ${whole(n)}${without}. Alle Merkmale zusammen: χ²(${test.df}) = ${numberWords(test.chiSquare)}, ${pWords(test.p)}; McFaddens R² ${numberWords(pseudoR2)}.`,
  ]
}
