import type { Refit } from '../participation/weigh-again.ts'

/** All who could have answered, with what the models of the weights know of them. */
export interface ScriptRefit {
  trimAt: number
  stages: number
  columns: readonly string[]
  /** Without a value where a step was not for the unit. */
  rows: readonly { unit: string; values: readonly (number | undefined)[] }[]
}

export function scriptRefit({ population, sample, stages, trimAt }: Refit, units: readonly string[]): ScriptRefit {
  const answered = new Set(sample)
  const known = stages.map(({ places, yes, rows }) => ({
    width: (rows[0]?.length ?? 1) - 1,
    of: new Map(places.map((index, place) => [index, { yes: yes[place] === true, row: rows[place] ?? [] }])),
  }))
  return {
    trimAt,
    stages: stages.length,
    columns: [
      'dabei',
      ...known.flatMap(({ width }, stage) => [
        `von${stage + 1}`,
        `ja${stage + 1}`,
        ...Array.from({ length: width }, (_none, place) => `x${stage + 1}_${place + 1}`),
      ]),
    ],
    rows: population.map((index) => ({
      unit: units[index] ?? '',
      values: [
        answered.has(index) ? 1 : 0,
        ...known.flatMap(({ width, of }) => {
          const own = of.get(index)
          if (own === undefined) return [0, 0, ...new Array<undefined>(width).fill(undefined)]
          return [1, own.yes ? 1 : 0, ...own.row.slice(1)]
        }),
      ],
    })),
  }
}
