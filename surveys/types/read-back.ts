import { count } from './count.ts'
import { date } from './date.ts'
import { decimal } from './decimal.ts'
import { month } from './month.ts'
import { percent } from './percent.ts'
import type { Type } from './type.ts'

/** The types of which a field shows at once how it was read, which is all that the browser has to know. */
export const readBack = { count, decimal, percent, date, month } satisfies Record<string, Type>

export type ReadBackType = keyof typeof readBack
