import type { Facts } from './facts.ts'
import type { Profile, Step } from './profile.ts'
import type { Random } from './random.ts'

/** The numbers of one who answers, by variable: each made from one before it. */
export function inventNumbers(profile: Profile, facts: Facts, random: Random): Map<string, number> {
  const numbers = new Map([
    ['einwohner', facts.einwohner],
    ['eins', 1],
  ])
  for (const step of profile.steps) {
    if ('number' in step) inventNumber(step, numbers, facts, random)
    else inventSplit(step, numbers, facts, random)
  }
  if (random.chance(profile.slip)) {
    const slipped = random.pick(profile.slips) ?? ''
    numbers.set(slipped, (numbers.get(slipped) ?? 0) + 1 + Math.floor(random.next() * 4))
  }
  return numbers
}

function inventNumber(
  { number, of, share, spread, unit = 1, occurs, change }: Extract<Step, { number: string }>,
  numbers: Map<string, number>,
  { earlier }: Facts,
  random: Random,
): void {
  const base = numbers.get(of) ?? 0
  const then = earlier?.get(number)
  const exact =
    change !== undefined && then !== undefined
      ? then * change.share * random.around(change.spread)
      : base * share * random.around(spread)
  const rounded = occurring(Math.round(exact / unit) * unit, occurs, random)
  numbers.set(number, share > 1 ? rounded : Math.min(base, rounded))
}

function occurring(number: number, occurs: number | undefined, random: Random): number {
  if (occurs === undefined) return number
  return random.chance(occurs) ? Math.max(1, number) : 0
}

function inventSplit(
  { split, of, shares, within, part = 1, occurs, change, arriving }: Extract<Step, { split: string }>,
  numbers: Map<string, number>,
  { earlier }: Facts,
  random: Random,
): void {
  const total = Math.round((numbers.get(of) ?? 0) * part)
  const codes = Object.keys(shares)
  const then = new Map(codes.map((code) => [code, earlier?.get(`${split}_${code}`)]))
  const known = codes.filter((code) => !arriving.includes(code)).map((code) => then.get(code))
  const isKnown = change !== undefined && known.every((value) => value !== undefined) && sum(known) > 0
  // So many are shared out as before when those who are new have taken theirs.
  const room = sum(known) / (1 - sum(arriving.map((code) => shares[code])))
  const freshShare = (code: string) => {
    const rare = occurs[code]
    return rare === undefined || random.chance(rare) ? (shares[code] ?? 0) * random.around(0.6) : 0
  }
  const weights = codes.map((code) => {
    if (!isKnown) return freshShare(code)
    if (arriving.includes(code)) return freshShare(code) * room
    return (then.get(code) ?? 0) * (change[code] ?? 1) * random.around(0.15)
  })
  const rooms = codes.map((code) => (within === undefined ? total : (numbers.get(`${within}_${code}`) ?? total)))
  const weighted =
    within === undefined
      ? weights
      : weights.map(
          (weight, index) => (weight / (sum(weights) || 1)) * 0.3 + (rooms[index] ?? 0) / Math.max(1, sum(rooms)),
        )
  divide(total, weighted, rooms).forEach((value, index) => {
    numbers.set(`${split}_${codes[index]}`, value)
  })
}

/** Whole numbers that add up to the total, near the weights, none above its room; what has no room goes to the last. */
export function divide(total: number, weights: readonly number[], rooms: readonly number[]): number[] {
  const all = sum(weights) || 1
  const exact = weights.map((weight) => (total * weight) / all)
  const parts = exact.map((value, index) => Math.min(Math.floor(value), rooms[index] ?? 0))
  const byRest = [...exact.keys()].sort((a, b) => ((exact[b] ?? 0) % 1) - ((exact[a] ?? 0) % 1))
  let left = total - sum(parts)
  for (const index of byRest) {
    if (left > 0 && (parts[index] ?? 0) < (rooms[index] ?? 0)) {
      parts[index] = (parts[index] ?? 0) + 1
      left -= 1
    }
  }
  for (const index of parts.keys()) {
    const more = Math.min(left, (rooms[index] ?? 0) - (parts[index] ?? 0))
    parts[index] = (parts[index] ?? 0) + more
    left -= more
  }
  const last = parts.length - 1
  parts[last] = (parts[last] ?? 0) + left
  return parts
}

const sum = (values: readonly (number | undefined)[]) => values.reduce<number>((a, b) => a + (b ?? 0), 0)
