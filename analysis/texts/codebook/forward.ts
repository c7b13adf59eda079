import type { Change } from './change.ts'

/** What became of a category: the keys that its codings can have now. */
export interface Forward {
  /** One where nothing is to be decided; none where the category was removed. */
  keys: string[]
  /** Whether somebody has to decide between `keys`, or whether one of them still holds. */
  open: boolean
}

/** What codings that were made before these changes are afterwards: merged ones follow, split ones have to be decided. */
export function forward(key: string, changes: readonly Change[]): Forward {
  let keys = [key]
  let lost = false
  for (const change of changes) {
    if (change.kind === 'merge') keys = keys.map((one) => (change.keys.includes(one) ? change.into : one))
    else if (change.kind === 'split')
      keys = keys.flatMap((one) => (one === change.key ? change.into.map((part) => part.key) : [one]))
    else if (change.kind === 'remove') {
      lost ||= keys.length > 1 && keys.includes(change.key)
      keys = keys.filter((one) => one !== change.key)
    }
    keys = [...new Set(keys)]
  }
  return { keys, open: keys.length > 1 || (lost && keys.length === 1) }
}
