import type { Decided } from '../../../surveys/counting/read-value.ts'

/** What somebody has said of their list by hand, kept in this browser alone. */
export interface Remembered {
  /** The word of the heading of each column, or '' where the list does not tell it. */
  columns: Map<string, string>
  /** What words mean in each column. */
  values: Map<string, Map<string, string>>
}

const keyOf = (list: string) => `stichtag-zaehlen-${list}`

const nothing = (): Remembered => ({ columns: new Map(), values: new Map() })

export function readRemembered(list: string): Remembered {
  try {
    const { columns = {}, values = {} } = JSON.parse(localStorage.getItem(keyOf(list)) ?? '{}')
    return {
      columns: new Map(Object.entries<string>(columns)),
      values: new Map(
        Object.entries<Record<string, string>>(values).map(([id, words]) => [id, new Map(Object.entries(words))]),
      ),
    }
  } catch {
    // A browser may keep nothing, or something that is none of ours.
    return nothing()
  }
}

export function remember(list: string, { columns, values }: Remembered): void {
  const kept = {
    columns: Object.fromEntries(columns),
    values: Object.fromEntries([...values].map(([id, words]) => [id, Object.fromEntries(words)])),
  }
  try {
    localStorage.setItem(keyOf(list), JSON.stringify(kept))
  } catch {
    // Then it is said again the next time.
  }
}

export function forget(list: string): Remembered {
  try {
    localStorage.removeItem(keyOf(list))
  } catch {
    // There is nothing to forget.
  }
  return nothing()
}

export const isAnything = ({ columns, values }: Remembered): boolean => columns.size > 0 || values.size > 0

export const decidedIn = ({ values }: Remembered): ReadonlyMap<string, Decided> => values
