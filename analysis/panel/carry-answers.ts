import type { CarriedUnit } from '../territory/carried-units.ts'
import type { AnswerColumn, WaveAnswers } from './build-panel.ts'

/** What stands beside a number that means nothing for all of a territory: see `reasons` in `build-panel.ts`. */
const withoutMeaning = 3

/**
 * Answers of a wave on the territory of a later one. What has only another key keeps all of its answers. Of several that became one,
 * numbers that can be added up are; where one of them is missing, so is the sum, for the reason of the first that is. Shares and
 * choices are of each alone. Where one of them has not answered at all, the whole has not.
 */
export function carryAnswers<Answers extends WaveAnswers>(
  answers: Answers,
  carried: readonly CarriedUnit[],
  addsUp: (name: string) => boolean,
): Answers {
  const own = carried.filter(({ wave }) => wave === answers.wave)
  if (own.length === 0) return answers
  const rowOf = new Map(answers.units.map((unit, row) => [unit, row]))
  const gone = new Set(own.flatMap(({ parts }) => parts))
  const kept = [...answers.units.keys()].filter((row) => !gone.has(answers.units[row] as string))
  const whole = own.flatMap(({ unit, parts }) => {
    const rows = parts.flatMap((part) => rowOf.get(part) ?? [])
    return rows.length < parts.length ? [] : [{ unit, rows }]
  })
  const columns = [...answers.columns].map(([name, column]): [string, AnswerColumn] => {
    const cells = whole.map(({ rows }) => cellOf(column, rows, addsUp(name)))
    return [
      name,
      {
        numbers: [...kept.map((row) => column.numbers[row] ?? null), ...cells.map(({ number }) => number)],
        flagged: Uint8Array.from([...kept.map((row) => column.flagged?.[row] ?? 0), ...cells.map(({ flag }) => flag)]),
      },
    ]
  })
  return {
    ...answers,
    units: [...kept.map((row) => answers.units[row] as string), ...whole.map(({ unit }) => unit)],
    columns: new Map(columns),
  }
}

function cellOf(
  { numbers, flagged }: AnswerColumn,
  rows: readonly number[],
  addsUp: boolean,
): { number: number | null; flag: number } {
  const missing = rows.find((row) => typeof numbers[row] !== 'number')
  if (missing !== undefined) return { number: null, flag: flagged?.[missing] ?? 0 }
  const given = rows.map((row) => numbers[row] as number)
  if (given.length > 1 && !addsUp) return { number: null, flag: withoutMeaning }
  return { number: given.reduce((sum, one) => sum + one, 0), flag: 0 }
}
