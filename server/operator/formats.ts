import { isDate } from '../../surveys/reading/dates.ts'
import type { Formats } from '../documents/parse-document.ts'

const isWeb = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:'

/** How the facts of an operator are written, by the `format` that its schema names. */
export const formats: Formats = {
  email: {
    isRight: (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text),
    sentence: 'Hier muss eine E-Mail-Adresse stehen, zum Beispiel umfrage@example.de.',
  },
  phone: {
    isRight: (text) => /^(?=(?:\D*\d){3})\+?[\d\s()/-]{5,}$/.test(text),
    sentence: 'Hier muss eine Telefonnummer stehen, zum Beispiel 0711 123-456.',
  },
  uri: { isRight: isWeb, sentence: 'Hier muss eine Adresse stehen, die mit https:// beginnt.' },
  domain: {
    isRight: (text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text),
    sentence: 'Hier muss stehen, womit die Absenderadressen enden, ohne @: zum Beispiel stala.example.de.',
  },
  date: { isRight: isDate, sentence: 'Hier muss ein Tag stehen, geschrieben wie 2026-12-31.' },
  'postal-code': {
    isRight: (text) => /^\d{5}$/.test(text),
    sentence: 'Hier muss eine Postleitzahl stehen: fünf Ziffern.',
  },
  'vat-id': {
    isRight: (text) => /^DE\d{9}$/.test(text),
    sentence: 'Eine USt-IdNr. besteht aus DE und neun Ziffern. Gibt es keine, schreiben Sie null.',
  },
  'business-id': {
    isRight: (text) => /^DE\d{9}-\d{5}$/.test(text),
    sentence: 'Eine Wirtschafts-Identifikationsnummer besteht aus DE, neun Ziffern, Bindestrich und fünf Ziffern.',
  },
}
