import type { ParticipationModel } from '../participation/participation-model.ts'
import { isDefined, type NotDefined } from '../stats/not-defined.ts'
import { change, interval, number, probability, text } from './cell.ts'
import type { Table } from './table.ts'

/** A logit as a table of odds ratios. */
export function modelTables(name: string, label: string, model: ParticipationModel | NotDefined): Table[] {
  if (!isDefined(model)) return []
  return [
    {
      id: `logit-${name}`,
      label,
      head: [label, 'Koeffizient', 'Standardfehler', 'Chancenverhältnis', '95-%-Intervall (Prozess)', 'p'],
      rows: model.coefficients.map(({ label: words, estimate, se, oddsRatio, oddsInterval, test }) => [
        text(words),
        change(estimate),
        number(se),
        number(oddsRatio),
        interval(oddsInterval),
        probability(isDefined(test) ? test.p : test),
      ]),
    },
  ]
}
