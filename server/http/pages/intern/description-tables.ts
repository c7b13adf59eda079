import type { Distribution } from '../../../../analysis/compare/compare-categories.ts'
import type { Described, VariableDescription } from '../../../../analysis/compare/describe-wave.ts'
import type { Level } from '../../../../analysis/compare/level.ts'
import { seenParts, unseen } from '../../../../analysis/disclosure/seen-parts.ts'
import { panelReasons } from '../../../../analysis/panel/reasons.ts'
import { isDefined } from '../../../../analysis/stats/not-defined.ts'
import { number, whole } from '../../../../analysis/words.ts'
import type { FigureTable } from '../../../../views/page-data/evaluation-pages.ts'
import { shortLabels } from './short-labels.ts'

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
  const labelOf = shortLabels(described)
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
                labelOf(variable),
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
              rows: flags.map(({ variable, total }) => [labelOf(variable), ...flagCells(total)]),
            },
          },
        ]),
    ...(choices.length > 1 ? [scaleTable(choices)] : []),
    ...(choices.length === 1 ? choices : []).map(({ variable, total }) => ({
      label: labelOf(variable),
      table: {
        head: ['Antwort', 'Anzahl', 'Prozent', '95-%-Intervall'],
        rows:
          total.result?.kind === 'category' ? distributionRows(total.result.distribution) : [[tooFew, '–', '–', '–']],
      },
    })),
  ]
}

/** The rows of a matrix, whose answers are the same. */
function scaleTable(choices: readonly VariableDescription[]): Tables[number] {
  const labelOf = shortLabels(choices)
  const scale = choices[0]?.variable.categories ?? []
  const rows = choices.map(({ variable, total: { n, result } }) => {
    if (result?.kind !== 'category') return [labelOf(variable), tooFew, ...scale.map(() => '–')]
    const { categories } = result.distribution
    const seen = seenParts(categories.map(({ count }) => count))
    const cells = categories.map(({ count, share }, place) =>
      seen[place] ? `${whole(count)} (${number(share)} %)` : unseen,
    )
    return [labelOf(variable), whole(n), ...cells]
  })
  return { label: 'Antworten', table: { head: ['Angabe', 'n', ...scale.map(({ label }) => label)], rows } }
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
  const labelOf = shortLabels(described)
  if (grouping === '') return []
  return described.flatMap(({ variable, groups }) => {
    if (groups.length === 0) return []
    const label = `${labelOf(variable)}, nach: ${grouping}`
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
  const labelOf = shortLabels(described)
  const reasons = panelReasons.filter(({ code }) => described.some(({ total }) => (total.missing[code] ?? 0) > 0))
  if (reasons.length === 0) return []
  return [
    {
      label: 'Warum Angaben fehlen',
      table: {
        head: ['Angabe', many, 'mit Angabe', ...reasons.map(({ label }) => label)],
        rows: described.map(({ variable, total }) => [
          labelOf(variable),
          whole(total.units),
          whole(total.n),
          ...reasons.map(({ code }) => whole(total.missing[code] ?? 0)),
        ]),
      },
    },
  ]
}
