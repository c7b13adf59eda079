import { formatDate } from '../reading/dates.ts'

/** From which day to which, both counted in. */
export interface Period {
  from: string
  to: string
}

/** The days of a definition's period in the year of a Stichtag. */
export function periodIn({ from, to }: Period, stichtag: string): Period {
  const year = stichtag.slice(0, 4)
  return { from: `${year}-${from}`, to: `${year}-${to}` }
}

/** `01.01.2024 bis 31.12.2024` */
export const periodWords = ({ from, to }: Period): string => `${formatDate(from)} bis ${formatDate(to)}`
