import type { Level } from '../../schemas/way-up.ts'
import type { ScopePart } from '../store/scopes.ts'

/** Whether an account works for a unit that signs: a Kreis as a whole, or a recipient, by itself or with its Kreis. */
export const worksForUnit = (parts: readonly ScopePart[], { unit }: Pick<Level, 'unit'>, key: string): boolean =>
  parts.length === 0 ||
  parts.some((part) =>
    part.kind === 'kreis'
      ? part.key === (unit === 'kreis' ? key : key.slice(0, 3))
      : unit !== 'kreis' && part.key === key,
  )
