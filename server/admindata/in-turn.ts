let last: Promise<unknown> = Promise.resolve()

/** One after the other, since a workbook takes memory. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => {})
  return turn
}
