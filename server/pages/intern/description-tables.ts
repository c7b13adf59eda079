import type { Distribution } from '../../../analysis/panel/compare-categories.ts'
import type { Described, VariableDescription } from '../../../analysis/panel/describe-wave.ts'
import type { Level } from '../../../analysis/panel/level.ts'
import { panelReasons } from '../../../analysis/panel/reasons.ts'
import { number, whole } from '../../../analysis/panel/words.ts'
import { isDefined } from '../../../analysis/stats/not-defined.ts'
import type { FigureTable } from '../../../views/panel-pages.ts'
import { shortLabel } from './description-charts.ts'
import { seenParts, unseen } from './seen-parts.ts'

type Tables = { label: string; table: FigureTable }[]

const levelHead = ['n', 'Summe', 'Mittelwert', 'Standardabw.', 'unteres Quartil', 'Median', 'oberes Quartil']

function levelCells({ n, mean, sd, median, quartiles, total }: Level, isSummed: boolean): string[] {
  const [low, high] = isDefined(quartiles) ? quartiles.map(number) : ['–', '–']
  return [
    whole(n),
    isSummed && 'sum' in total ? number(total.sum) : '–',
    number(mean),
    number(sd),
    low ?? '–',
    number(median),
    high ?? '–',
  ]
}

/** The figures behind the charts, of numbers and of answers. */
export function answerTables(described: readonly VariableDescription[]): Tables {
  const numbers = described.filter(({ variable }) => variable.kind === 'number')
  const flags = described.filter(({ variable }) => variable.kind === 'flag')
  const choices = described.filter(({ variable }) => variable.kind === 'category')
  return [
    ...(numbers.length === 0
      ? []
      : [
          {
            label: 'Angaben',
            table: {
              head: ['Angabe', ...levelHead],
              rows: numbers.map(({ variable, total }) => [
                shortLabel(variable.label),
                ...(total.result?.kind === 'number'
                  ? levelCells(total.result.level, variable.unit === '')
                  : [tooFew, ...Array(levelHead.length - 1).fill('–')]),
              ]),
            },
          },
        ]),
    ...(flags.length === 0
      ? []
      : [
          {
            label: 'Antworten',
            table: {
              head: ['Antwort', 'n', 'angekreuzt', 'Prozent', '95-%-Intervall'],
              rows: flags.map(({ variable, total }) => [shortLabel(variable.label), ...flagCells(total)]),
            },
          },
        ]),
    ...choices.map(({ variable, total }) => ({
      label: shortLabel(variable.label),
      table: {
        head: ['Antwort', 'Anzahl', 'Prozent', '95-%-Intervall'],
        rows:
          total.result?.kind === 'category' ? distributionRows(total.result.distribution) : [[tooFew, '–', '–', '–']],
      },
    })),
  ]
}

const tooFew = 'unter 3'

function flagCells({ n, result }: Described): string[] {
  if (result?.kind !== 'category') return [tooFew, '–', '–', '–']
  return [whole(n), ...(distributionRows(result.distribution)[1]?.slice(1) ?? [])]
}

function distributionRows({ categories }: Distribution): string[][] {
  const seen = seenParts(categories.map(({ count }) => count))
  return categories.map(({ label, count, share, interval }, place) =>
    seen[place]
      ? [
          label,
          whole(count),
          number(share),
          isDefined(interval) ? interval.map((limit) => number(100 * limit)).join(' bis ') : '–',
        ]
      : [label, unseen, unseen, unseen],
  )
}

/** By group: of numbers mean and median, of answers their shares. */
export function groupTables(described: readonly VariableDescription[], grouping: string): Tables {
  if (grouping === '') return []
  return described.flatMap(({ variable, groups }) => {
    if (groups.length === 0) return []
    const label = `${shortLabel(variable.label)}, nach: ${grouping}`
    if (variable.kind === 'number') {
      const rows = groups.map(({ label: text, result }) => [
        text,
        ...(result?.kind === 'number'
          ? levelCells(result.level, variable.unit === '')
          : [tooFew, ...Array(levelHead.length - 1).fill('–')]),
      ])
      return [{ label, table: { head: [grouping, ...levelHead], rows } }]
    }
    const places = variable.kind === 'flag' ? [1] : [...variable.categories.keys()]
    const rows = groups.map(({ label: text, n, result }) => {
      if (result?.kind !== 'category') return [text, tooFew, ...places.map(() => '–')]
      const { categories } = result.distribution
      const seen = seenParts(categories.map(({ count }) => count))
      return [
        text,
        whole(n),
        ...places.map((place) => (seen[place] ? `${number(categories[place]?.share ?? 0)} %` : unseen)),
      ]
    })
    return [
      {
        label,
        table: { head: [grouping, 'n', ...places.map((place) => variable.categories[place]?.label ?? '')], rows },
      },
    ]
  })
}

/** Why values are missing, by item. */
export function missingTables(described: readonly VariableDescription[], many: string): Tables {
  const reasons = panelReasons.filter(({ code }) => described.some(({ total }) => (total.missing[code] ?? 0) > 0))
  if (reasons.length === 0) return []
  return [
    {
      label: 'Warum Angaben fehlen',
      table: {
        head: ['Angabe', many, 'mit Angabe', ...reasons.map(({ label }) => label)],
        rows: described.map(({ variable, total }) => [
          shortLabel(variable.label),
          whole(total.units),
          whole(total.n),
          ...reasons.map(({ code }) => whole(total.missing[code] ?? 0)),
        ]),
      },
    },
  ]
}
