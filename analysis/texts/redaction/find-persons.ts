import { isWordToo } from './common-surnames.ts'
import { isCommon } from './common-words.ts'
import { type Proposal, proposal } from './proposal.ts'
import { gapBefore, type Surroundings, wordBefore } from './surroundings.ts'
import { everydayWords } from './vocabulary.ts'
import { isCapitalised, type Word, wordsOf } from './words.ts'

/** Names of persons by what they are: a surname tells more than a first name. */
export interface PersonNames {
  surnames: ReadonlySet<string>
  firstNames: ReadonlySet<string>
}

const address = /^(?:frau|herrn?|fr|hr)$/
const titles =
  /^(?:dr|(?:prof|professor|doktor|dipl|ing|ober|(?:ober)?buergermeister|landrat|landraet|pfarrer)(?:in)?)$/

/** Whether a folded word only says how somebody is addressed: `Herrn`, `Professorin`. */
export const isAddress = (folded: string): boolean => address.test(folded) || titles.test(folded)

/** `Dr. Erika Muster-Mann`, and `e.mustermann@…`: the names in contact data of a unit. */
export function personNames({ persons, mails }: { persons: readonly string[]; mails: readonly string[] }): PersonNames {
  const surnames = new Set<string>()
  const firstNames = new Set<string>()
  for (const person of persons) {
    const words = wordsOf(person).filter(({ folded }) => !isAddress(folded))
    const last = words.length - (/-[^\s-]+$/.test(person.trim()) ? 2 : 1)
    for (const [at, { folded }] of words.entries())
      if (folded.length > 1) (at >= last ? surnames : firstNames).add(folded)
  }
  for (const mail of mails) {
    const parts = wordsOf(mail.split('@')[0] ?? '').map(({ folded }) => folded)
    if (parts.length === 2) for (const part of parts) if (part.length > 2 && !surnames.has(part)) firstNames.add(part)
  }
  return { surnames, firstNames }
}

/** Persons in a text: those of the contact data, and whoever is addressed as Frau or Herr. */
export function findPersons(around: Surroundings, names: PersonNames): Proposal[] {
  const found = around.words.flatMap((word, at) => {
    if (!isCapitalised(word.text) || titles.test(word.folded)) return []
    const addressed = isAddressed(around, at)
    const surname = named(word, names.surnames)
    if (surname && (addressed || !(isCommon(word.folded) || isWordToo(word.folded) || word.folded.length < 4)))
      return [proposal(word, 'name', true, `„${word.text}“ steht in den Kontaktdaten.`)]
    if (surname || named(word, names.firstNames))
      return [proposal(word, 'name', false, `„${word.text}“ kommt in den Kontaktdaten vor.`)]
    if (!addressed || (everydayWords.isOrdinary(word.folded) && !isWordToo(word.folded))) return []
    return [proposal(word, 'name', false, `„${word.text}“ steht nach Frau oder Herr.`)]
  })
  return joined(found, around.text)
}

/** First name and surname, and both halves of a double one, are one name. */
function joined(found: readonly Proposal[], text: string): Proposal[] {
  const whole: Proposal[] = []
  for (const one of found) {
    const last = whole.at(-1)
    if (last === undefined || !/^[ -]$/.test(text.slice(last.end, one.start))) whole.push(one)
    else {
      const { why } = last.certain ? last : one
      whole.splice(-1, 1, proposal({ start: last.start, end: one.end }, 'name', last.certain || one.certain, why))
    }
  }
  return whole
}

const named = ({ folded }: Word, names: ReadonlySet<string>): boolean =>
  names.has(folded) || (folded.endsWith('s') && names.has(folded.slice(0, -1)))

/** Behind Frau or Herr, titles, first names and the first half of a double name left out. */
function isAddressed(around: Surroundings, at: number): boolean {
  for (let place = at; place > 0 && place > at - 5; place -= 1) {
    const before = wordBefore(around, place)
    const word = around.words[place - 1]
    if (address.test(before)) return word !== undefined && isCapitalised(word.text)
    if (!titles.test(before) && gapBefore(around, place) !== '-') return false
  }
  return false
}
