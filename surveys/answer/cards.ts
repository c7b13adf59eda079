import type { Check } from '../checks/check.ts'
import type { Instrument } from '../compile/instrument.ts'
import type { Finding } from './finding.ts'

/** Findings that one change may settle, in the order of the questions. */
export interface Card {
  /** The field that all of them are about, where they are several. */
  cause: string | undefined
  findings: Finding[]
}

/**
 * Lays findings together by the smallest set of fields whose change may settle most of them: again and again the field that most
 * of what is left is about, as long as that are two or more of one severity. Among equals it is the one that others are held
 * against, the total, then the first in the form. Each finding is on one card; errors come first, then the order of the questions.
 */
export function cardsOf(findings: readonly Finding[], instrument: Instrument): Card[] {
  const places = new Map([...instrument.questions.keys()].map((id, place) => [id, place]))
  const placeOf = ({ questions: [first = ''] }: Finding) => places.get(first) ?? 0
  const inOrder = findings.toSorted((a, b) => placeOf(a) - placeOf(b))
  const cards = (['error', 'signal'] as const).flatMap((severity) =>
    cover(
      inOrder.filter((finding) => finding.severity === severity),
      instrument,
    ),
  )
  return cards
}

function cover(findings: readonly Finding[], instrument: Instrument): Card[] {
  const found = new Map(findings.map((finding) => [finding, undefined as string | undefined]))
  for (let left = [...findings]; left.length > 1; ) {
    const cause = mostNamed(left, instrument)
    if (cause === undefined) break
    for (const finding of left) if (finding.fields.includes(cause)) found.set(finding, cause)
    left = left.filter(({ fields }) => !fields.includes(cause))
  }
  const cards: Card[] = []
  for (const [finding, cause] of found) {
    const card = cards.find((one) => cause !== undefined && one.cause === cause)
    if (card === undefined) cards.push({ cause, findings: [finding] })
    else card.findings.push(finding)
  }
  return cards
}

/** The field that most findings are about; undefined where no two are about the same. */
function mostNamed(findings: readonly Finding[], { variables, checks }: Instrument): string | undefined {
  const ofCheck = new Map(checks.map((check) => [check.id, check]))
  const counts = new Map<string, { named: number; held: number }>()
  for (const { fields, check } of findings) {
    const held = heldAgainst(ofCheck.get(check))
    for (const field of fields) {
      const count = counts.get(field) ?? { named: 0, held: 0 }
      counts.set(field, { named: count.named + 1, held: count.held + (held.has(field) ? 1 : 0) })
    }
  }
  let best: { name: string; named: number; held: number } | undefined
  for (const { name } of variables) {
    const count = counts.get(name)
    if (count === undefined || count.named < 2) continue
    if (!best || count.named > best.named || (count.named === best.named && count.held > best.held))
      best = { name, ...count }
  }
  return best?.name
}

/** The fields that a check holds others against. */
const heldAgainst = (check: Check | undefined): ReadonlySet<string> =>
  new Set(check !== undefined && 'right' in check && 'variables' in check.right ? check.right.variables : [])
