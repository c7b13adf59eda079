/** Reads at most once in so many milliseconds; whoever asks meanwhile gets what was read last. */
export function atMostEvery<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined
  let readAt = 0
  return () => {
    if (last !== undefined && performance.now() - readAt < milliseconds) return last
    readAt = performance.now()
    last = read()
    return last
  }
}
