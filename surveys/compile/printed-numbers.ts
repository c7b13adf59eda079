/** The printed numbers of some questions, or of those that some variables belong to, each once. */
export const printedNumbers = (asked: readonly { number: string }[]): string[] => [
  ...new Set(asked.map(({ number }) => number)),
]
