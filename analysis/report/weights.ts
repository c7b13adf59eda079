import { fewest } from '../disclosure/fewest.ts'
import { isTold, type Told } from '../disclosure/hidden.ts'
import type { Standing, WeightMethod, WeightReport } from '../participation/participation-weights.ts'
import type { DesignEffect } from '../stats/design-effect.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { number as numberWords, whole, whyNot } from '../words.ts'
import { number, text } from './cell.ts'
import { modelTables } from './model-tables.ts'
import type { Section } from './report.ts'

/** How weights are called, and how errors are computed with them. */
const weightMethods: Readonly<Record<WeightMethod, { label: string; error: string }>> = {
  post: { label: 'Nachschichtung', error: 'Standardfehler linearisiert, mit den Zellen als bekannt.' },
  rake: { label: 'Raking über die Ränder', error: 'Standardfehler linearisiert, mit den Rändern als bekannt.' },
  ipw: {
    label: 'inverse Teilnahmewahrscheinlichkeit',
    error: 'Standardfehler linearisiert, mit den Gewichten als gegeben.',
  },
}

/** Weights that make up for those who are missing: what they were made from and what they cost, or why there are none. */
export interface ReportedWeights {
  name: string
  label: string
  made: WeightReport | string
}

export function weightSection({ name, label, made }: ReportedWeights): Section {
  const section = { id: `gewichte-${name}`, title: `Gewichte: ${label}`, charts: [] }
  if (typeof made === 'string') return { ...section, sentences: [made], tables: [] }
  const { balance, model } = made
  const inPercent = (share: Told<number>) => number(isTold(share) ? 100 * share : share)
  return {
    ...section,
    sentences: weightSentences(made),
    tables: [
      {
        id: `gewichte-${name}-werte`,
        label: `Anteile mit Gewichten: ${label}`,
        head: ['Anteil in Prozent', 'aller', standingOf(made).column, 'gewichtet'],
        rows: balance.map((one) => [
          text(`${one.characteristic}: ${one.class}`),
          ...[one.population, one.sample, one.weighted].map(inPercent),
        ]),
      },
      ...(model === undefined ? [] : modelTables(`gewichte-${name}`, `Logit: ${standingOf(made).model}`, model)),
    ],
  }
}

/** Who stands for all, how a model of that is called, and how the column with their shares. */
const standings: Readonly<Record<Standing | 'answered-all', { who: string; model: string; column: string }>> = {
  'answered-all': { who: 'alle Wellen beantwortet haben', model: 'Antwort in allen Wellen', column: 'der Paare' },
  answered: { who: 'geantwortet haben', model: 'Antwort', column: 'der Antwortenden' },
  value: { who: 'eine Angabe haben', model: 'Angabe', column: 'derer mit Angabe' },
  'value-in-both': {
    who: 'in beiden Wellen eine Angabe haben',
    model: 'Angabe in beiden Wellen',
    column: 'der Paare',
  },
}

const standingOf = ({ standing }: WeightReport) => standings[standing ?? 'answered-all']

function weightSentences(report: WeightReport): string[] {
  const { method, population, sample, leftOut, madeFrom, effect, raking, trimming, stages } = report
  const { who } = standingOf(report)
  const told = (counted: Told<number>) => (isTold(counted) ? whole(counted) : counted)
  return [
    `${isTold(sample) ? `${whole(sample)}, die` : 'Diejenigen, die'} ${who}, stehen für ${whole(population)} befragte.${leftOut === 0 ? '' : ` ${told(leftOut)} ohne die nötigen Merkmale haben kein Gewicht.`}`,
    `Gemacht aus: ${madeFrom.map(characteristicWords).join('; ')}. ${weightMethods[method].error}`,
    ...(stages === undefined
      ? []
      : [`Die Wahrscheinlichkeiten aufeinander folgender Schritte sind multipliziert: ${stages.join('; ')}.`]),
    isTold(effect) ? effectWords(effect) : hiddenEffect,
    ...(raking === undefined
      ? []
      : [`Nach ${whole(raking.iterations)} Durchläufen weicht kein Rand um mehr als ein Milliardstel ab.`]),
    ...(trimming === undefined
      ? []
      : [
          `${told(trimming.trimmed)} Gewichte sind bei ${numberWords(trimming.cap)} gekappt (${numberWords(100 * trimming.at)}-%-Quantil); ${numberWords(100 * trimming.kept)} % der Summe bleiben.`,
        ]),
  ]
}

const effectWords = ({ designEffect, effectiveN, smallest, largest }: DesignEffect) =>
  `Designeffekt (Kish) ${numberWords(designEffect)}: so genau wie ${numberWords(effectiveN)} gleich gewichtete. Gewichte von ${numberWords(smallest)} bis ${numberWords(largest)}.`

const hiddenEffect =
  'Designeffekt und Spannweite der Gewichte sind verdeckt, ' +
  `weil in einer Klasse weniger als ${fewest} fehlen oder antworteten.`

const characteristicWords = ({ label, classes }: WeightReport['madeFrom'][number]) =>
  classes.length === 0 ? label : `${label} (${whole(classes.length)} Klassen)`

/** Why there can be no weights. */
export function noWeightsWords({ notDefined, where = [] }: NotDefined): string {
  const named = where.length === 0 ? '' : ` (${where.join(', ')})`
  const why =
    notDefined === 'no-values'
      ? 'niemand hat geantwortet, oder die Merkmale sind nicht bekannt'
      : notDefined === 'no-variation'
        ? 'alle haben geantwortet'
        : notDefined === 'separated'
          ? `ein Merkmal sagt die Teilnahme fehlerfrei vorher${named}`
          : notDefined === 'not-converged'
            ? 'keine Gewichte treffen alle Ränder zugleich'
            : `${whyNot({ notDefined })}${named}`
  return `Diese Gewichte gibt es hier nicht: ${why}.`
}
