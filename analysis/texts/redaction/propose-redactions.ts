import { findContacts, findNumbersOf } from './find-contacts.ts'
import { findNames } from './find-names.ts'
import { findPersons, personNames } from './find-persons.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Proposal, proposal } from './proposal.ts'
import { resolveOverlaps } from './resolve-overlaps.ts'
import { type Surroundings, surroundings } from './surroundings.ts'
import { isCapitalised, wordsOf } from './words.ts'

/** Contact data of the unit that a text is from. */
export interface Contact {
  persons: readonly string[]
  mails: readonly string[]
  phones: readonly string[]
}

/** What is known of the unit that a text is from. */
export interface OfUnit {
  contact?: Contact
  /** Folded words that no other unit writes (`ownWords`). */
  own?: ReadonlySet<string>
}

const noContact: Contact = { persons: [], mails: [], phones: [] }
const noWords: ReadonlySet<string> = new Set()

/** What should be replaced before a text is published, in the order of the text, without overlaps. The text stays as it is. */
export function proposeRedactions(
  text: string,
  names: Gazetteer,
  { contact = noContact, own = noWords }: OfUnit = {},
): Proposal[] {
  const around = surroundings(text, wordsOf(text))
  return resolveOverlaps([
    ...findContacts(text),
    ...findNumbersOf(text, contact.phones),
    ...findPersons(around, personNames(contact)),
    ...findNames(around, names),
    ...findOwnWords(around, own),
  ])
}

const findOwnWords = ({ words }: Surroundings, own: ReadonlySet<string>): Proposal[] =>
  words
    .filter(({ text, folded }) => isCapitalised(text) && own.has(folded))
    .map((word) => proposal(word, 'name', false, `„${word.text}“ kommt nur in Texten dieser einen Stelle vor.`))
