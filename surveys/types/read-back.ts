import { count } from './count.ts'
import { decimal } from './decimal.ts'
import { percent } from './percent.ts'
import type { Type } from './type.ts'

/** The types of which a field shows at once how it was read, which is all that the browser has to know. */
export const readBack = { count, decimal, percent } satisfies Record<string, Type>

export type ReadBackType = keyof typeof readBack
