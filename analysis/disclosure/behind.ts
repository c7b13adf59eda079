/** Who stands behind a unit: a Kommune for itself, behind a person the Verbund that employs it. */
export type Behind = (index: number) => string

/** How many stand behind some units. */
export const countBehind = (indices: readonly number[], behind: Behind): number => new Set(indices.map(behind)).size
