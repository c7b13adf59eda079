import { cardsOf } from '../../surveys/answer/cards.ts'
import type { Raw } from '../../surveys/answer/cells.ts'
import { justifiedBy, reasonField, textField, validityField } from '../../surveys/answer/draft-fields.ts'
import { type Finding, findingsOf } from '../../surveys/answer/finding.ts'
import { validityOf } from '../../surveys/answer/justification.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { AtWork } from './at-work.ts'

type Texts = Record<string, string>

/**
 * Adds to changed texts what follows from new reasons: the values that each is given for, as they are after the change. Where
 * signals stand `together` on one card, a reason for the first goes along for those that had the same as it before. `confirmed`
 * is a check whose reason is said to hold for the values of now.
 */
export function completeReasons(
  { form: { instrument }, around }: Pick<AtWork, 'form' | 'around'>,
  stored: Raw,
  changed: Texts,
  { together = false, confirmed = '' } = {},
): Texts {
  const given = new Set(Object.keys(changed).flatMap((name) => justifiedBy(name) ?? []))
  if (confirmed !== '') given.add(confirmed)
  if (given.size === 0) return changed
  const raw: Texts = { ...stored, ...changed }
  const findings = findingsOf(instrument, raw, readCells(instrument, raw, around), around)
  const copies = together ? goingAlong(findings, given, stored, raw, instrument) : {}
  const valid = findings
    .filter(({ check, severity }) => severity === 'signal' && (given.has(check) || textField(check) in copies))
    .map(({ check, values }) => [validityField(check), validityOf(values)])
  return { ...changed, ...copies, ...Object.fromEntries(valid) }
}

/** The reason of the first signal of a card, for the others on it that had no other before. */
function goingAlong(
  findings: readonly Finding[],
  given: ReadonlySet<string>,
  stored: Raw,
  raw: Raw,
  instrument: Instrument,
): Texts {
  const copies: Texts = {}
  const before = (check: string) =>
    [stored[reasonField(check)] ?? '', (stored[textField(check)] ?? '').trim()].join('\n')
  for (const { findings: some } of cardsOf(findings, instrument)) {
    const [first, ...others] = some.map(({ check }) => check)
    if (first === undefined || !given.has(first)) continue
    const code = raw[reasonField(first)] ?? ''
    for (const other of others) {
      const isOffered = code === '' || instrument.reasonsOf.get(other)?.some((reason) => reason.code === code)
      if (given.has(other) || !isOffered || before(other) !== before(first)) continue
      copies[reasonField(other)] = code
      copies[textField(other)] = raw[textField(first)] ?? ''
    }
  }
  return copies
}
