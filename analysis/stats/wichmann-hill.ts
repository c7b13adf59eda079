import type { Random } from './random.ts'

/**
 * Random numbers that other programs draw too, and fast, from the same seed.
 *
 *   xᵢ = 171·x mod 30269, yᵢ = 172·y mod 30307, zᵢ = 170·z mod 30323;   (x/30269 + y/30307 + z/30323) mod 1
 *   with x₀ = s mod 30268 + 1, y₀ = 7·s mod 30306 + 1, z₀ = 49·s mod 30322 + 1 from the seed s
 *
 * Period 7·10¹², enough for samples of some thousand values; random is the better one where nobody else has to draw the
 * same. B. Wichmann, I. Hill (1982), Applied Statistics 31, 188–190; R: RNGkind('Wichmann-Hill'), runif.
 * @example wichmannHill(1)() // 0.3370160, rounded
 */
export function wichmannHill(seed: number): Random {
  if (!(Number.isInteger(seed) && seed >= 0))
    throw new RangeError(`seed is ${seed}: it has to be a whole number from 0 on`)
  let x = (seed % 30268) + 1
  let y = ((7 * seed) % 30306) + 1
  let z = ((49 * seed) % 30322) + 1
  return () => {
    x = (171 * x) % 30269
    y = (172 * y) % 30307
    z = (170 * z) % 30323
    const sum = x / 30269 + y / 30307 + z / 30323
    return sum - Math.floor(sum)
  }
}
