import type { ParticipationModel } from '../participation/participation-model.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { columns, number, probability, pWords, signed, whole, whyNot } from '../words.ts'

/** A logit as a table of odds ratios; where there is none, the reason. */
export function modelLines(title: string, model: ParticipationModel | NotDefined): string[] {
  if (!isDefined(model)) return [`${title}: ${noModel(model)}`]
  const { n, yes, leftOut, coefficients, test, pseudoR2 } = model
  return [
    `${title} (${whole(yes)} von ${whole(n)}${leftOut === 0 ? '' : `; ${whole(leftOut)} ohne alle Merkmale sind nicht dabei`})`,
    ...columns([
      ['', 'Koeffizient', 'Std.-Fehler', 'Chancenverhältnis', 'Intervall', 'p'],
      ...coefficients.map(({ label, estimate, se, oddsRatio, oddsInterval, test: wald }) => [
        `  ${label}`,
        signed(estimate),
        number(se),
        number(oddsRatio),
        oddsInterval.map(number).join(' bis '),
        isDefined(wald) ? probability(wald.p) : '–',
      ]),
    ]),
    `  Alle zusammen: χ²(${test.df}) = ${number(test.chiSquare)}, ${pWords(test.p)}; McFaddens R² ${number(pseudoR2)}.`,
  ]
}

export function noModel({ notDefined, where = [] }: NotDefined): string {
  const named = where.length === 0 ? '' : ` (${where.join(', ')})`
  if (notDefined === 'separated')
    return `nicht schätzbar, weil ein Merkmal die Teilnahme fehlerfrei vorhersagt und der Koeffizient damit unbegrenzt wächst${named}.`
  if (notDefined === 'collinear') return `nicht schätzbar, weil ein Merkmal aus den anderen folgt${named}.`
  return `nicht schätzbar: ${whyNot({ notDefined })}${named}.`
}
