import type { Instrument } from '../compile/instrument.ts'
import { type Card, cardsOf } from './cards.ts'
import type { Raw } from './cells.ts'
import type { Finding } from './finding.ts'
import { obstacles } from './justification.ts'

/**
 * The card to look at after the one with a check: the next that is still open, in the order of the page where all is checked, and
 * after the last one the first again. The check itself may be settled by now.
 */
export function nextCard(
  findings: readonly Finding[],
  raw: Raw,
  instrument: Instrument,
  check: string,
): Card | undefined {
  const open = new Set(obstacles(findings, raw, instrument).map((finding) => finding.check))
  const others = cardsOf(findings, instrument).filter(
    (card) => card.findings.some((one) => open.has(one.check)) && !card.findings.some((one) => one.check === check),
  )
  const places = new Map([...instrument.questions.keys()].map((id, place) => [id, place]))
  const placeOf = (card: Card) =>
    rank(card.findings[0]?.severity === 'error', places.get(card.findings[0]?.questions[0] ?? ''))
  const here = whereIs(check, instrument)
  const place = rank(here.isError, places.get(here.question))
  return others.find((card) => placeOf(card) > place) ?? others[0]
}

/** Errors stand before signals. */
const rank = (isError: boolean, place = 0) => (isError ? place : 1_000_000 + place)

/** A check of the questionnaire, or that a field can be read. */
function whereIs(check: string, { checks, variable }: Instrument): { isError: boolean; question: string } {
  const known = checks.find(({ id }) => id === check)
  if (known !== undefined) return { isError: known.severity === 'error', question: known.questions[0] ?? '' }
  return { isError: true, question: variable.get(check.replace(/_lesbar$/, ''))?.question ?? '' }
}
