import type { Step, ToldPopulation } from '../compare/results.ts'
import { toldChange } from '../compare/shown-change.ts'
import { isDefined } from '../stats/not-defined.ts'
import { whole } from '../words.ts'
import { type Cell, change, changeInterval, count, number, text } from './cell.ts'
import { asProcess, inShort } from './population-words.ts'
import type { Section } from './report.ts'

/** What weighting does to the change: without weights, and with each way to weight. */
export function weightingsPart({ total }: Step, population: ToldPopulation): Pick<Section, 'sentences' | 'tables'> {
  const { result, weightings = [] } = total
  const plain =
    result === undefined
      ? undefined
      : result.kind === 'number'
        ? result.change
        : toldChange({ ...result, weighted: [] })
  if (weightings.length === 0 || plain === undefined) return { sentences: [], tables: [] }
  const changes = weightings.flatMap(({ change: one }) => (isDefined(one) ? [one.change] : []))
  const all = [...(isDefined(plain) ? [plain.change] : []), ...changes]
  return {
    sentences: [
      `${spread(all)} Ob der Fehler weiß, dass die Gewichte geschätzt sind, steht daneben; wo nicht, gelten sie ihm als feste Zahlen.`,
    ],
    tables: [
      {
        id: 'gewichtungen',
        label: 'Was ändert die Gewichtung',
        head: ['', 'Paare', 'Veränderung', 'SE', '95-%-Intervall', 'spricht über', 'Fehler kennt die Schätzung'],
        rows: [
          [
            text('ohne Gewichte'),
            ...(isDefined(plain) ? cellsOf(plain) : cellsOf(undefined)),
            text(inShort(population)),
            text('–'),
          ],
          ...weightings.flatMap(({ label, knowsWeights, isCorrected, change: one }, place) => [
            [
              text(label),
              ...cellsOf(isDefined(one) ? one : undefined),
              text(inShort(isCorrected ? population : asProcess(population))),
              text(knowsWeights ? 'ja' : 'nein'),
            ],
            ...(place === 0 && isDefined(one) ? sampledRows(one.change, total.weightingBootstrap, population) : []),
          ]),
        ],
      },
    ],
  }
}

/** The chosen weights once more, estimated anew in each sample. */
function sampledRows(
  moved: number,
  sampled: Step['total']['weightingBootstrap'],
  population: ToldPopulation,
): Cell[][] {
  if (sampled === undefined || !isDefined(sampled)) return []
  const { weighted, se, interval } = sampled
  return [
    [
      text(`dasselbe, Bootstrap der ganzen Gewichtung (${whole(weighted)} Stichproben)`),
      text(''),
      change(moved),
      number(se),
      changeInterval(interval),
      text(inShort(asProcess(population))),
      text('ja'),
    ],
  ]
}

function spread(changes: readonly number[]): string {
  const [least, most] = [Math.min(...changes), Math.max(...changes)]
  return least > 0 || most < 0
    ? 'Wie auch immer gewichtet wird, die Richtung der Veränderung bleibt.'
    : 'Die Richtung der Veränderung hängt davon ab, wie gewichtet wird.'
}

type Figures = Pick<NonNullable<ReturnType<typeof toldChange>>, 'n' | 'change' | 'se' | 'interval'>

const cellsOf = (one: Figures | undefined) =>
  one === undefined
    ? [number(undefined), change(undefined), number(undefined), changeInterval(undefined)]
    : [count(one.n), change(one.change), number(one.se), changeInterval(one.interval)]
