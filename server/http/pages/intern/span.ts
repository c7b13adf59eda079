import { formatDate } from '../../../../surveys/reading/dates.ts'

/** `ab 01.01.2018`, `01.01.2018 bis 31.12.2020`. */
export const span = (from: string, until: string | null): string =>
  until === null ? `ab ${formatDate(from)}` : `${formatDate(from)} bis ${formatDate(until)}`
