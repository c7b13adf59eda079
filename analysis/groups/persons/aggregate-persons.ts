import { type Column, hasValue, missingColumn, setReason, setValue } from '../../panel/column.ts'
import type { PersonLink } from './link-persons.ts'

/** What the persons of a Kommune answered, in one number for each Kommune. */
interface KommuneFigures {
  /** The weighted mean; of yes and no, the weighted share of yes from 0 to 1. */
  result: Column
  /** By Kommune: how many persons with an answer stand behind it, and how many they are together. */
  persons: Uint16Array
  weight: Float64Array
}

/**
 * Answers of persons → a figure for each Kommune.
 *
 *   x̄ = Σ w·x / Σ w   over the persons who stand for the Kommune and have an answer
 *
 * A Kommune that nobody stands for has no answer in this wave; one whose persons all left the question blank has a blank.
 */
export function aggregatePersons(
  links: readonly PersonLink[],
  answers: Column,
  kommunen: readonly string[],
): KommuneFigures {
  const place = new Map(kommunen.map((gkz, index) => [gkz, index]))
  const result = missingColumn(kommunen.length, 'keine_teilnahme')
  const persons = new Uint16Array(kommunen.length)
  const weight = new Float64Array(kommunen.length)
  const sums = new Float64Array(kommunen.length)
  for (const { person, gkz, weight: share } of links) {
    const index = place.get(gkz)
    if (index === undefined) continue
    if (!hasValue(answers, person)) {
      if (persons[index] === 0) setReason(result, index, 'leer')
      continue
    }
    persons[index] = (persons[index] as number) + 1
    weight[index] = (weight[index] as number) + share
    sums[index] = (sums[index] as number) + share * (answers.values[person] as number)
    setValue(result, index, (sums[index] as number) / (weight[index] as number))
  }
  return { result, persons, weight }
}

/** Of a choice: for each of its codes the share of the persons, by weight, who chose it. */
export function shareOfEach(
  links: readonly PersonLink[],
  answers: Column,
  kommunen: readonly string[],
  codes: readonly string[],
): KommuneFigures[] {
  return codes.map((_code, chosen) => {
    const values = answers.values.map((value) => (Number.isNaN(value) ? value : value === chosen ? 1 : 0))
    return aggregatePersons(links, { values, reasons: answers.reasons }, kommunen)
  })
}
