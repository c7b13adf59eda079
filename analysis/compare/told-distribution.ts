import type { Told } from '../disclosure/hidden.ts'
import type { Interval } from '../stats/interval.ts'
import type { NotDefined } from '../stats/not-defined.ts'

/** How often each category occurs, as far as that is told. */
export interface ToldDistribution {
  n: number
  categories: ToldCategory[]
}

export interface ToldCategory {
  code: string
  label: string
  count: Told<number>
  share: Told<number | NotDefined>
  interval: Told<Interval | NotDefined>
}
