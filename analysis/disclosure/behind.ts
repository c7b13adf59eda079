/** Who stands behind a unit: behind a person the Verbund that employs it. Where nothing is said, each unit stands for itself. */
export type Behind = ((index: number) => string) | undefined

/** How many stand behind some units. */
export const countBehind = (indices: readonly number[], behind: Behind): number =>
  behind === undefined ? indices.length : new Set(indices.map(behind)).size
