import type { BoundCheck, ChangeCheck, RelationCheck } from '../compile/instrument.ts'
import { formatNumber } from '../reading/number.ts'
import { inNumber } from '../reading/singular.ts'
import { typeOf } from '../types/index.ts'
import type { Outcome, Weighed } from './relation.ts'

/** `es fehlen 2`, `2 zu viel`, `3 mehr`. */
function differenceWords(kind: RelationCheck['kind'], exact: number): string {
  const difference = Math.round(exact * 100) / 100
  const amount = formatNumber(Math.abs(difference))
  if (difference === 0) return 'stimmt überein'
  if (kind !== 'sum') return difference > 0 ? `${amount} mehr` : `${amount} weniger`
  if (difference > 0) return `${amount} zu viel`
  return `${difference === -1 ? 'es fehlt' : 'es fehlen'} ${amount}`
}

/** The gaps that a check's sentence may have, beside {F:question}. */
export const gaps = ['links', 'rechts', 'abweichung', 'posten'] as const

/** A check's sentence with its numbers. */
export function checkSentence(check: RelationCheck, { left, right }: Weighed): string {
  const values: Record<(typeof gaps)[number], string> = {
    links: formatNumber(left.known),
    rechts: formatNumber(right.known),
    abweichung: differenceWords(check.kind, left.known - right.known),
    posten: check.item ?? '',
  }
  return fillGaps(check.message, values)
}

function fillGaps(message: string, values: Partial<Record<(typeof gaps)[number], string>>): string {
  const filled = message.replace(
    /\{(links|rechts|abweichung|posten)\}/g,
    (gap, name: keyof typeof values) => values[name] ?? gap,
  )
  return inNumber(filled)
}

/** A check's sentence on a number and the one of the last wave. */
export function changeSentence(check: ChangeCheck, now: number, then: number): string {
  const values: Record<(typeof gaps)[number], string> = {
    links: formatNumber(now),
    rechts: formatNumber(then),
    abweichung: differenceWords('compare', now - then),
    posten: check.item,
  }
  return fillGaps(check.message, values)
}

/** A check's sentence on a day or month, which it names. */
export function boundSentence({ message, type }: BoundCheck, value: string): string {
  return fillGaps(message, { links: typeOf(type).shown(value) })
}

/** The running sum, beside its target where there is one: `88 von 120, es fehlen 32`. The page writes 'Summe' before it. */
export function sumWords(
  relation: RelationCheck['relation'],
  outcome: Outcome,
  sum: number,
  target: number | null,
): string {
  const total = formatNumber(sum)
  if (target === null) return total
  const of = `${total} von ${relation === 'atMost' ? 'höchstens ' : ''}${formatNumber(target)}`
  const difference = outcome === 'satisfied' && relation === 'equal' ? 0 : sum - target
  if (difference > 0) return relation === 'atLeast' ? of : `${of}, ${differenceWords('sum', difference)}`
  if (outcome === 'undecidable') return `${of}, nicht zu allen liegen Angaben vor`
  if (relation === 'atMost') return of
  return difference === 0 ? `${of}, stimmt` : `${of}, ${differenceWords('sum', difference)}`
}

/** How much of a list is ticked: `2 von höchstens 3 angekreuzt`. */
export function chosenWords(chosen: number, most: number, exactly: boolean): string {
  if (chosen <= most) return `${chosen} von ${exactly ? '' : 'höchstens '}${most} angekreuzt`
  return `${chosen} angekreuzt, ${exactly ? `gefragt ist nach ${most}` : `höchstens ${most} sind möglich`}`
}
