import type { Attrition, CharacteristicAttrition } from '../../../../analysis/participation/attrition.ts'
import type { OutcomeName, Rate } from '../../../../analysis/participation/participation.ts'
import type { ParticipationModel } from '../../../../analysis/participation/participation-model.ts'
import type { WeightReport } from '../../../../analysis/participation/participation-weights.ts'
import { hiddenSentence } from '../../../../analysis/report/comparison-lines.ts'
import { noModel } from '../../../../analysis/report/model-lines.ts'
import { isDefined, type NotDefined } from '../../../../analysis/stats/not-defined.ts'
import { number, probability, pWords, signed, whole, whyNot } from '../../../../analysis/words.ts'
import { draw } from '../../../../views/charts/draw.ts'
import { intervals } from '../../../../views/charts/intervals.ts'
import type { ChartFigure, FigureSection, FigureTable } from '../../../../views/page-data/evaluation-pages.ts'
import type { ReportedWeights } from '../../../evaluation/weight-reports.ts'
import { formatShare } from './shown-counts.ts'

/** Who is missing between two waves, section by section. */
export async function attritionSections(
  attrition: Attrition,
  weights: readonly ReportedWeights[],
  many: string,
): Promise<FigureSection[]> {
  const { characteristics, outcomes, models } = attrition
  return [
    flowSection(attrition, many),
    ...(await Promise.all(
      fewestClassesFirst(characteristics).map((one) => characteristicSection(one, attrition, many)),
    )),
    covariateSection(attrition, many),
    {
      id: 'logit',
      title: 'Wovon die Teilnahme abhängt (Logit)',
      paragraphs: outcomes.flatMap(({ name, label }) => modelParagraphs(label, models[name])),
      charts: [],
      tables: outcomes.flatMap(({ name, label }) => modelTables(`Logit: ${label}`, models[name])),
    },
    ...weights.map(weightSection),
  ]
}

const fewestClassesFirst = (characteristics: readonly CharacteristicAttrition[]) =>
  [...characteristics].sort((a, b) => a.classes.length - b.classes.length)

/** The facts at the head of the page. */
export const attritionFacts = ({ outcomes, rates }: Attrition) =>
  outcomes.map(({ name, label, base }) => {
    const { yes, of } = rates[name]
    return {
      label,
      value: of === 0 ? '–' : formatShare(yes, of),
      note: `${whole(yes)} von ${whole(of)}; Bezug: ${base}`,
    }
  })

function flowSection({ flow, waves: [first, second], units }: Attrition, many: string): FigureSection {
  const rows = [
    ['beide Wellen beantwortet', flow.both],
    [`nur ${first} (ausgeschieden)`, flow.dropped],
    [`nur ${second} (hinzugekommen)`, flow.joined],
    ['keine von beiden', flow.neither],
  ] as const
  return {
    id: 'verbleib',
    title: `Was aus ${whole(units)} ${many} wurde`,
    paragraphs: [],
    charts: [],
    tables: [
      {
        label: 'Verbleib',
        table: {
          head: ['Antwort', many, 'Anteil'],
          rows: rows.map(([label, count]) => [label, whole(count), formatShare(count, units)]),
        },
      },
    ],
  }
}

async function characteristicSection(
  { name, label, classes, tests }: CharacteristicAttrition,
  { outcomes }: Attrition,
  many: string,
): Promise<FigureSection> {
  const section = { id: `nach-${name}`, title: `Nach: ${label}` }
  if (classes.length === 0) return { ...section, paragraphs: [hiddenSentence(many)], charts: [], tables: [] }
  const merged = classes.flatMap((one) => one.merged)
  return {
    ...section,
    paragraphs: [
      ...outcomes.map(({ name: outcome, label: text }) => `${text}: ${chiSquareWords(tests[outcome])}`),
      ...(merged.length === 0 ? [] : [`Zusammengefasst, weil zu klein: ${merged.join(', ')}.`]),
    ],
    charts: [await rateChart({ name, label, classes }, 'both')],
    tables: [
      {
        label: `Rücklauf nach: ${label}`,
        table: {
          head: [label, many, ...outcomes.map((one) => one.label)],
          rows: classes.map((one) => [
            one.label,
            whole(one.flow.units),
            ...outcomes.map(({ name: outcome }) => rateWords(one.rates[outcome])),
          ]),
        },
      },
    ],
  }
}

const rateWords = ({ yes, of }: Rate) => (of === 0 ? '–' : formatShare(yes, of))

async function rateChart(
  { name, label, classes }: Pick<CharacteristicAttrition, 'name' | 'label' | 'classes'>,
  outcome: OutcomeName,
): Promise<ChartFigure> {
  const rows = classes.flatMap(({ label: text, rates }) => {
    const { yes, of, interval } = rates[outcome]
    if (of === 0) return []
    const limits = isDefined(interval) ? { low: 100 * interval[0], high: 100 * interval[1] } : {}
    return [{ label: text, value: (100 * yes) / of, text: formatShare(yes, of), ...limits }]
  })
  const title = `Antwort in beiden Wellen nach: ${label}`
  const text = 'Anteil an allen, die in beiden Wellen befragt wurden, mit 95-%-Intervall.'
  const description = `${text} ${rows.map((row) => `${row.label} ${row.text}`).join('; ')}.`
  const id = `ruecklauf-${name}`
  return {
    id,
    title,
    text,
    svg: await draw(intervals(rows, 'Prozent'), { id, title, description }),
    key: [],
    table: null,
  }
}

function chiSquareWords(test: CharacteristicAttrition['tests'][OutcomeName]): string {
  if (!isDefined(test)) return `kein Test: ${whyNot(test)}.`
  const { chiSquare, df, p, pHolm, cramersV, enoughExpected } = test
  const caution = enoughExpected ? '' : ' Erwartete Häufigkeiten sind klein; p ist nur ein Anhalt.'
  return `χ²(${df}) = ${number(chiSquare)}, ${pWords(p)} (nach Holm ${pWords(pHolm)}), Cramérs V ${number(cramersV)}.${caution}`
}

function covariateSection({ covariates, outcomes }: Attrition, many: string): FigureSection {
  return {
    id: 'unterschiede',
    title: 'Ob sich die Fehlenden unterscheiden',
    paragraphs: ['Ab einer standardisierten Differenz von 0,1 gelten Gruppen als verschieden.'],
    charts: [],
    tables: covariates.map(({ label, differences }) => ({
      label,
      table: {
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
        rows: outcomes.map(({ name, label: text }) => {
          const found = differences[name]
          if (found === undefined) return [text, `unter 3 ${many}`, ...Array(8).fill('–')]
          const { yes, no, standardised, welch, mannWhitney } = found
          return [
            text,
            ...[yes, no].flatMap(({ n, mean, median }) => [whole(n), number(mean), number(median)]),
            signed(standardised),
            isDefined(welch) ? probability(welch.p) : '–',
            isDefined(mannWhitney) ? probability(mannWhitney.p) : '–',
          ]
        }),
      },
    })),
  }
}

function modelParagraphs(label: string, model: ParticipationModel | NotDefined): string[] {
  if (!isDefined(model)) return [`${label}: ${noModel(model)}`]
  const { n, yes, leftOut, test, pseudoR2 } = model
  const without = leftOut === 0 ? '' : `; ${whole(leftOut)} ohne alle Merkmale sind nicht dabei`
  return [
    `${label}: ${whole(yes)} von ${whole(n)}${without}. Alle Merkmale zusammen: χ²(${test.df}) = ${number(test.chiSquare)}, ${pWords(test.p)}; McFaddens R² ${number(pseudoR2)}.`,
  ]
}

function modelTables(label: string, model: ParticipationModel | NotDefined): { label: string; table: FigureTable }[] {
  if (!isDefined(model)) return []
  return [
    {
      label,
      table: {
        head: [label, 'Koeffizient', 'Standardfehler', 'Chancenverhältnis', '95-%-Intervall', 'p'],
        rows: model.coefficients.map(({ label: text, estimate, se, oddsRatio, oddsInterval, test }) => [
          text,
          signed(estimate),
          number(se),
          number(oddsRatio),
          oddsInterval.map(number).join(' bis '),
          isDefined(test) ? probability(test.p) : '–',
        ]),
      },
    },
  ]
}

function weightSection({ name, label, made }: ReportedWeights): FigureSection {
  const section = { id: `gewichte-${name}`, title: `Gewichte: ${label}`, charts: [] }
  if (typeof made === 'string') return { ...section, paragraphs: [made], tables: [] }
  return {
    ...section,
    paragraphs: weightWords(made),
    tables: [
      {
        label: `Anteile mit Gewichten: ${label}`,
        table: {
          head: ['Anteil in Prozent', 'aller', 'der Paare', 'gewichtet'],
          rows: made.balance.map((one) => [
            `${one.characteristic}: ${one.class}`,
            ...[one.population, one.sample, one.weighted].map((share) => number(100 * share)),
          ]),
        },
      },
    ],
  }
}

function weightWords({ population, sample, leftOut, effect, trimming }: WeightReport): string[] {
  return [
    `${whole(sample)}, die alle Wellen beantwortet haben, stehen für ${whole(population)} befragte.${leftOut === 0 ? '' : ` ${whole(leftOut)} ohne die nötigen Merkmale haben kein Gewicht.`}`,
    `Designeffekt (Kish) ${number(effect.designEffect)}: so genau wie ${number(effect.effectiveN)} gleich gewichtete. Gewichte von ${number(effect.smallest)} bis ${number(effect.largest)}.`,
    ...(trimming === undefined
      ? []
      : [
          `${whole(trimming.trimmed)} Gewichte sind bei ${number(trimming.cap)} gekappt; ${number(100 * trimming.kept)} % der Summe bleiben.`,
        ]),
  ]
}
