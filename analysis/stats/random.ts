/** Numbers from 0 up to, but not including, 1. */
export type Random = () => number

/**
 * Random numbers that are the same for the same seed, on every machine.
 *
 *   xoshiro128**: s₁·5, rotated by 7, ·9 over a state of 4 × 32 bits, which SplitMix32 fills from the seed
 *
 * Period 2¹²⁸ − 1. Not for secrets. D. Blackman, S. Vigna (2021), ACM TOMS 47, 36.
 * @example random(1)() // 0.0915695, rounded
 */
export function random(seed: number): Random {
  if (!Number.isInteger(seed)) throw new RangeError(`seed is ${seed}: it has to be a whole number`)
  let mixing = seed >>> 0
  const fill = () => {
    mixing = (mixing + 0x9e3779b9) | 0
    let word = Math.imul(mixing ^ (mixing >>> 16), 0x21f0aaad)
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97)
    return word ^ (word >>> 15)
  }
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]
  return () => {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return (result >>> 0) / 2 ** 32
  }
}
