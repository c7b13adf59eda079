import type { Instrument } from '../../surveys/instrument.ts'
import { isNumberType } from '../../surveys/number.ts'
import type { Profile, Step } from './profile.ts'
import type { Random } from './random.ts'

/** Invented answers of a Kommune, as somebody would have typed them: they fit together, apart from a slip here and there. */
export function inventAnswers(
  instrument: Instrument,
  profile: Profile,
  einwohner: number,
  random: Random,
): Record<string, string> {
  const numbers = new Map([['einwohner', einwohner]])
  for (const step of profile.steps) take(step, numbers, random)
  if (random.chance(profile.slip)) {
    const slipped = random.pick(profile.slips) ?? ''
    numbers.set(slipped, (numbers.get(slipped) ?? 0) + 1 + Math.floor(random.next() * 4))
  }
  const typed: Record<string, string> = {}
  for (const question of instrument.questions.values()) {
    const { id, notAvailable } = question
    if (notAvailable !== undefined && random.chance(profile.notAvailable[id] ?? 0)) {
      typed[notAvailable.name] = '1'
      continue
    }
    for (const { name, type, role } of question.variables) {
      const number = numbers.get(name)
      if (isNumberType(type) && number !== undefined && !random.chance(profile.blank)) typed[name] = String(number)
      if (role === 'option' && random.chance(profile.ticked[name] ?? 0)) typed[name] = '1'
      if (role === 'other' && typed[name.replace(/_text$/, '')] === '1')
        typed[name] = random.pick(profile.texts[name] ?? []) ?? ''
      if (role === 'item' && !isNumberType(type)) typed[name] = random.pick(profile.texts[name] ?? []) ?? ''
      if (role === 'comment' && random.chance(profile.comment))
        typed[name] = random.pick(profile.comments[id] ?? []) ?? ''
    }
  }
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
}

function take(step: Step, numbers: Map<string, number>, random: Random): void {
  const base = numbers.get(step.of) ?? 0
  if ('number' in step) {
    const value = Math.round(base * step.share * random.around(step.spread))
    numbers.set(step.number, Math.min(base, value))
    return
  }
  const { split, shares, within, part = 1 } = step
  const total = Math.round(base * part)
  const codes = Object.keys(shares)
  const weights = codes.map((code) => (shares[code] ?? 0) * random.around(0.6))
  const rooms = codes.map((code) => (within === undefined ? total : (numbers.get(`${within}_${code}`) ?? total)))
  const weighted =
    within === undefined
      ? weights
      : weights.map((weight, index) => weight * 0.3 + (rooms[index] ?? 0) / Math.max(1, sum(rooms)))
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

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
