import type { Fact } from '../../schemas/kreisbericht.ts'
import { type Noun, smallNumber } from './german.ts'

/** A figure in words, and whether its verb stands in the singular. */
export interface Amount {
  text: string
  singular: boolean
}

const format = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 2 })
const cents = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `1.024`, `8,05`. */
export const figure = (value: number): string => format.format(value)

/** Of money with two places or none: `815.185`, `815.185,50`. */
export const digits = (value: number, { one }: Noun): string =>
  one === 'Euro' && !Number.isInteger(value) ? cents.format(value) : figure(value)

const precisions = { about: 'etwa ', least: 'mindestens ', most: 'höchstens ' }

const prefix = ({ precision }: Fact): string => (precision === undefined ? '' : precisions[precision])

/** Whether a fact says how much. */
export const isGiven = ({ value, percent, share }: Fact): boolean =>
  typeof value === 'number' || percent !== undefined || share !== undefined

/** Whether it is a part of a whole rather than a number of its own. */
export const isShare = ({ percent, share }: Fact): boolean => percent !== undefined || share !== undefined

/** `10 Personen`, `etwa 1.400 Personen`, `eine Person`, `niemand`, `etwa ein Drittel`, `12,5 Prozent`. */
export function amount(fact: Fact, noun: Noun): Amount {
  const shared = shareOf(fact)
  if (shared !== undefined) return { text: prefix(fact) + shared.text, singular: shared.singular }
  const value = fact.value ?? 0
  return { text: prefix(fact) + counted(value, noun, fact.precision === undefined), singular: isSingular(value, fact) }
}

const isSingular = (value: number, { precision }: Fact) => value === 1 || (value === 0 && precision === undefined)

/** A number of something; that there is none is told in a word only where that is certain. */
export function counted(value: number, noun: Noun, certain = true): string {
  if (value === 1 && noun.single !== undefined) return noun.single
  if (value === 0 && certain && noun.none !== undefined) return noun.none
  return `${digits(value, noun)} ${value === 1 ? noun.one : noun.many}`
}

/** The same for a table, whose head names what is counted. */
export function cellAmount(fact: Fact, noun: Noun): string {
  if (!isGiven(fact)) return 'keine Angabe'
  const value = fact.value ?? 0
  return prefix(fact) + (shareOf(fact)?.text ?? digits(value, noun))
}

function shareOf({ percent, share }: Fact): Amount | undefined {
  if (percent !== undefined) return { text: `${figure(percent)} Prozent`, singular: percent === 1 }
  if (share === undefined) return undefined
  const [parts = 1, whole = 2] = share.split('/').map(Number)
  if (whole === 2) return { text: 'die Hälfte', singular: true }
  const count = parts === 1 ? 'ein' : smallNumber(parts)
  return { text: `${count} ${partNames[whole] ?? ''}`, singular: parts === 1 }
}

const partNames: Record<number, string> = {
  3: 'Drittel',
  4: 'Viertel',
  5: 'Fünftel',
  6: 'Sechstel',
  7: 'Siebtel',
  8: 'Achtel',
  9: 'Neuntel',
  10: 'Zehntel',
}

/** Whether words are known for `1/3`: from a half to tenths, less than the whole. */
export function isFraction(text: string): boolean {
  const [, parts = '', whole = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  return parts !== '' && Number(parts) >= 1 && Number(parts) < Number(whole) && Number(whole) <= 10
}
