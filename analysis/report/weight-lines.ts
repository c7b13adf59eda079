import type { WeightMethod, WeightReport } from '../participation/participation-weights.ts'
import type { NotDefined } from '../stats/not-defined.ts'
import { columns, number, whole, whyNot } from '../words.ts'
import { modelLines } from './model-lines.ts'

/** How weights are called, and how errors are computed with them. */
const weightMethods: Readonly<Record<WeightMethod, { label: string; error: string }>> = {
  post: {
    label: 'Nachschichtung',
    error: 'Standardfehler linearisiert, mit den Zellen als bekannt.',
  },
  rake: {
    label: 'Raking über die Ränder',
    error: 'Standardfehler linearisiert, mit den Rändern als bekannt.',
  },
  ipw: {
    label: 'inverse Teilnahmewahrscheinlichkeit',
    error: 'Standardfehler linearisiert, mit den Gewichten als gegeben.',
  },
}

/** What weights were made from and what they cost, as lines for people. */
export function weightLines(report: WeightReport, unitName = 'Kommunen'): string[] {
  const { method, population, sample, leftOut, madeFrom, effect, raking, trimming, model, balance } = report
  const { label, error } = weightMethods[method]
  return [
    `Gewichte: ${label}. ${whole(sample)} ${unitName}, die alle Wellen beantwortet haben, stehen für ${whole(population)} befragte.`,
    `  Gemacht aus: ${madeFrom.map(characteristicWords).join('; ')}.`,
    `  Designeffekt (Kish) ${number(effect.designEffect)}, so genau wie ${number(effect.effectiveN)} gleich gewichtete. Gewichte von ${number(effect.smallest)} bis ${number(effect.largest)}.`,
    ...(raking === undefined
      ? []
      : [`  Nach ${whole(raking.iterations)} Durchläufen weicht kein Rand um mehr als ein Milliardstel ab.`]),
    ...(trimming === undefined
      ? []
      : [
          `  Über ${number(trimming.cap)} gekappt (${number(100 * trimming.at)}-%-Quantil): ${whole(trimming.trimmed)} Gewichte; ${number(100 * trimming.kept)} % der Summe bleiben.`,
        ]),
    ...(leftOut === 0 ? [] : [`  Ohne Gewicht, weil ein Merkmal fehlt: ${whole(leftOut)} ${unitName}.`]),
    `  ${error}`,
    ...columns([
      ['  Anteil in %', 'aller', 'der Paare', 'gewichtet'],
      ...balance.map((one) => [
        `    ${one.characteristic}: ${one.class}`,
        ...[one.population, one.sample, one.weighted].map((share) => number(100 * share)),
      ]),
    ]),
    ...(model === undefined ? [] : modelLines('  Logit: Antwort in allen Wellen', model)),
  ]
}

const characteristicWords = ({ label, classes }: WeightReport['madeFrom'][number]) =>
  classes.length === 0 ? label : `${label} (${whole(classes.length)} Klassen)`

/** Why there can be no weights. */
export function noWeightsWords({ notDefined, where = [] }: NotDefined): string {
  const named = where.length === 0 ? '' : ` (${where.join(', ')})`
  const why =
    notDefined === 'no-values'
      ? 'niemand hat alle Wellen beantwortet, oder die Merkmale sind nicht bekannt'
      : notDefined === 'no-variation'
        ? 'alle haben geantwortet'
        : notDefined === 'separated'
          ? `ein Merkmal sagt die Teilnahme fehlerfrei vorher${named}`
          : notDefined === 'not-converged'
            ? 'keine Gewichte treffen alle Ränder zugleich'
            : `${whyNot({ notDefined })}${named}`
  return `Diese Gewichte gibt es hier nicht: ${why}.`
}
