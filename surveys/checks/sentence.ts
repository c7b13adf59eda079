import { formatNumber } from '../reading/number.ts'
import { inNumber } from '../reading/singular.ts'

/** The gaps that a check's sentence may have, beside {F:question}. */
export const gaps = ['links', 'rechts', 'abweichung', 'posten'] as const

export type Gaps = Record<(typeof gaps)[number], string>

/** A check's sentence with what stands in its gaps. Where it says 'höchstens' by itself, that is not said twice. */
export function fillSentence(message: string, values: Partial<Gaps>): string {
  const filled = message.replace(
    /\{(links|rechts|abweichung|posten)\}/g,
    (gap, name: keyof Gaps) => values[name] ?? gap,
  )
  return inNumber(filled).replaceAll('höchstens höchstens', 'höchstens')
}

/** `es fehlen 2`, `2 zu viel` of parts and their total; `3 mehr`, `3 weniger` of two numbers. */
export function differenceWords(ofParts: boolean, exact: number): string {
  const difference = Math.round(exact * 100) / 100
  const amount = formatNumber(Math.abs(difference))
  if (difference === 0) return 'stimmt überein'
  if (!ofParts) return difference > 0 ? `${amount} mehr` : `${amount} weniger`
  if (difference > 0) return `${amount} zu viel`
  return `${difference === -1 ? 'es fehlt' : 'es fehlen'} ${amount}`
}
