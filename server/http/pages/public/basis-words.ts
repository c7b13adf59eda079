import type { Privacy } from '../../../../schemas/operator.ts'
import { notYet } from './words.ts'

const grounds: Record<NonNullable<Privacy['basis']>, string> = {
  consent: 'Ihre Einwilligung (Artikel 6 Absatz 1 Buchstabe a DSGVO)',
  legalObligation: 'eine rechtliche Verpflichtung (Artikel 6 Absatz 1 Buchstabe c DSGVO)',
  publicTask: 'eine Aufgabe im öffentlichen Interesse (Artikel 6 Absatz 1 Buchstabe e DSGVO)',
  legitimateInterest: 'ein berechtigtes Interesse (Artikel 6 Absatz 1 Buchstabe f DSGVO)',
}

/** On which ground personal data are processed. */
export function basisWords({ basis, law, legitimateInterest }: Privacy): string {
  if (basis === undefined) return notYet
  const beside = law === undefined ? '' : ` in Verbindung mit ${law}`
  const which = basis === 'legitimateInterest' ? ` Es besteht darin: ${legitimateInterest ?? notYet}.` : ''
  return `Rechtsgrundlage ist ${grounds[basis]}${beside}.${which}`
}

/** Who gets personal data, and who works on them for the operator. */
export const recipientWords = ({ recipients = [notYet], processors = [] }: Privacy): string[] => [
  ...recipients,
  ...processors.map(
    ({ name, place, task }) => `${name}, ${place}: ${task}, als Auftragsverarbeiter nach unserer Weisung`,
  ),
]

/** Whether data leave the European Union. */
export function thirdCountryWords({ thirdCountries }: Privacy): string {
  if (thirdCountries === null)
    return 'Personenbezogene Daten werden in kein Land außerhalb der Europäischen Union übermittelt.'
  return `Übermittlung in Länder außerhalb der Europäischen Union: ${thirdCountries ?? notYet}.`
}
