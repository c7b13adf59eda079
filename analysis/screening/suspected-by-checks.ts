import { type AllHeld, deviationOf, keyOf } from './held-against.ts'
import type { Parameters } from './parameters.ts'
import { plainWords, sameWords } from './same-words.ts'
import type { Clue, Failed } from './screened.ts'

/**
 * What checks say against values, by the key of the value. A check knows that something is wrong, not what: its suspicion is divided
 * among its numbers, by how far each lies from what would be expected.
 */
export function suspectedByChecks(failed: readonly Failed[], all: AllHeld, given: Parameters): Map<string, Clue[]> {
  const habits = new Set(sameWords(failed).map(({ check, text }) => `${check} ${plainWords(text)}`))
  const clues = new Map<string, Clue[]>()
  for (const { unit, check, severity, message, fields, justified } of failed) {
    const isHabit = justified !== undefined && habits.has(`${check} ${plainWords(justified.text)}`)
    const how = justified === undefined ? 'no' : isHabit ? 'alike' : 'own'
    const believed = severity === 'error' ? given.error : how === 'own' ? given.explained : given.unexplained
    const numbers = [...new Set(fields)].flatMap((field) => all.get(keyOf(unit, field)) ?? [])
    const sum = numbers.reduce((so, held) => so + deviationOf(held), 0)
    for (const held of numbers) {
      const suspicion = sum === 0 ? 0 : (believed * deviationOf(held)) / sum
      if (suspicion === 0) continue
      const key = keyOf(unit, held.variable)
      clues.set(key, [...(clues.get(key) ?? []), { kind: 'check', suspicion, check, message, justified: how }])
    }
  }
  return clues
}
