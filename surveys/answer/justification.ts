import type { Reason } from '../../schemas/questionnaire.ts'
import type { Instrument } from '../compile/instrument.ts'
import { canonicalJson } from '../definition/canonical.ts'
import type { Raw } from './cells.ts'
import { reasonField, textField, validityField } from './draft-fields.ts'
import type { Finding } from './finding.ts'

/** A reason given for a signal, with the values for which it was given, as a submission keeps it. */
export interface Justification {
  check: string
  values: Record<string, string>
  reason: string
  text: string
}

/** What the draft says to a signal. `begun`: something is missing; `lapsed`: it was said of other values. */
export interface GivenReason {
  state: 'none' | 'begun' | 'lapsed' | 'holds'
  /** The code, and the reason where it is one that is offered. */
  code: string
  reason: Reason | undefined
  text: string
}

export function givenReason(
  { check, values }: Pick<Finding, 'check' | 'values'>,
  raw: Raw,
  { reasonsOf }: Pick<Instrument, 'reasonsOf'>,
): GivenReason {
  const code = raw[reasonField(check)] ?? ''
  const text = (raw[textField(check)] ?? '').trim()
  const reason = reasonsOf.get(check)?.find((one) => one.code === code)
  const given = { code, reason, text }
  if (code === '' && text === '') return { state: 'none', ...given }
  if (reason === undefined || text === '') return { state: 'begun', ...given }
  return { state: raw[validityField(check)] === validityOf(values) ? 'holds' : 'lapsed', ...given }
}

/** The values of a finding as they are kept beside a reason. */
export const validityOf = (values: Finding['values']): string => canonicalJson(values)

/** The justifications that hold for what is found now, in the order of the findings. */
export function standingJustifications(
  findings: readonly Finding[],
  raw: Raw,
  instrument: Instrument,
): Justification[] {
  return findings.flatMap((finding) => {
    const { state, code, text } = givenReason(finding, raw, instrument)
    return state === 'holds' ? [{ check: finding.check, values: finding.values, reason: code, text }] : []
  })
}

/** What still stops a submission: errors, and signals without a reason that holds. */
export function obstacles(findings: readonly Finding[], raw: Raw, instrument: Instrument): Finding[] {
  return findings.filter(
    (finding) => finding.severity === 'error' || givenReason(finding, raw, instrument).state !== 'holds',
  )
}
