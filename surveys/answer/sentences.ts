import type { RelationCheck } from '../checks/check.ts'
import { differenceWords } from '../checks/sentence.ts'
import { formatNumber } from '../reading/number.ts'
import type { Outcome } from './relation.ts'

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
  if (difference > 0) return relation === 'atLeast' ? of : `${of}, ${differenceWords(true, difference)}`
  if (outcome === 'undecidable') return `${of}, nicht zu allen liegen Angaben vor`
  if (relation === 'atMost') return of
  return difference === 0 ? `${of}, stimmt` : `${of}, ${differenceWords(true, difference)}`
}

/** How much of a list is ticked: `2 von höchstens 3 angekreuzt`. */
export function chosenWords(chosen: number, most: number, exactly: boolean): string {
  if (chosen <= most) return `${chosen} von ${exactly ? '' : 'höchstens '}${most} angekreuzt`
  return `${chosen} angekreuzt, ${exactly ? `gefragt ist nach ${most}` : `höchstens ${most} sind möglich`}`
}
