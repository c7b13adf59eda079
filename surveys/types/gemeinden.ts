import { gemeindenIn } from '../reading/gemeinden.ts'
import { readText, textType } from './texts.ts'

/** A list of Kommunen, whose answer is their keys. */
export const gemeinden = textType({
  label: 'Schlüssel, mehrere',
  values: 'je 6 Ziffern, durch Leerzeichen getrennt',
  longest: 10_000,
  repeats: false,
  read: (raw) => readText(gemeindenIn(raw).join(' ') || raw),
})
