import type { Category } from './category.ts'

/** What somebody changes in a codebook. Kept in order, changes are its history. */
export type Change =
  | { kind: 'add'; category: Category; before?: string | undefined }
  | { kind: 'rename'; key: string; name: string }
  | { kind: 'describe'; key: string; definition: string; example: string; counterExample: string }
  /** Under another category or none, before one of those that are there or behind them. */
  | { kind: 'move'; key: string; parent: string | null; before?: string | undefined }
  /** What was given one of `keys` belongs to `into`, and so do their subcategories. */
  | { kind: 'merge'; keys: readonly string[]; into: string }
  /** In place of one there are several, of which it may be one. Who gave it has to decide between them. */
  | { kind: 'split'; key: string; into: readonly Category[] }
  | { kind: 'remove'; key: string }
