import { type Proposal, proposal } from './proposal.ts'

const mail = /[\p{L}\d._%+-]+(?:@|\s?[([](?:at|ät)[)\]]\s?)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu
const web = /(?:https?:\/\/|www\.)[^\s<>"„“”]*[^\s<>"„“”.,;:!?)]/g
/** From a country code or a 0 on, divided by what people divide with; or behind a word that says it is one. */
const phone =
  /(?<![\d.,/-])(?:\+|00)[1-9]\d{0,2}[\d\s()/.–-]{5,18}\d|(?<![\d.,/-])\(?0[1-9]\d{1,4}\)?[\s/.–-]{0,3}\d[\d\s/–-]{3,14}\d/g
const called =
  /(?<=\b(?:tel(?:efon)?(?:nummer)?|durchwahl|handy|mobil|fax|nst|apparat)\b[.:]{0,2}\s?)\d[\d\s/-]{1,14}\d/gi
const person = /(?<!\d)\d{6}-\d{3}(?!\d)/g

/** Mail addresses, phone numbers, numbers of persons and addresses in the net, by how they are written. */
export function findContacts(text: string): Proposal[] {
  const all = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return [
    ...all(mail).map((span) => proposal(span, 'mail', true, 'Das ist eine E-Mail-Adresse.')),
    ...[...all(phone), ...all(called)].map((span) => proposal(span, 'phone', true, 'Das ist eine Telefonnummer.')),
    ...all(person).map((span) => proposal(span, 'number', true, 'So sehen die Nummern einzelner Personen aus.')),
    ...all(web).map((span) => proposal(span, 'web', false, 'Eine Internetadresse kann sagen, von wem der Text ist.')),
  ]
}

const anyNumber = /\d[\d\s/–-]{3,16}\d/g
const shortestNumber = 5
const digitsOf = (text: string) => text.replace(/\D/g, '')

/** The phone numbers of a unit, also without the code of its town (`202-123`). */
export function findNumbersOf(text: string, phones: readonly string[]): Proposal[] {
  const known = phones.map(digitsOf)
  return [...text.matchAll(anyNumber)]
    .filter(([found]) => {
      const digits = digitsOf(found)
      return digits.length >= shortestNumber && known.some((number) => number.endsWith(digits))
    })
    .map(({ index: start, 0: { length } }) =>
      proposal({ start, end: start + length }, 'phone', true, 'Diese Nummer steht in den Kontaktdaten.'),
    )
}
