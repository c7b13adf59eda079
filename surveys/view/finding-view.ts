import type { Raw } from '../answer/cells.ts'
import type { Finding } from '../answer/finding.ts'
import { type GivenReason, givenReason } from '../answer/justification.ts'
import type { Instrument } from '../compile/instrument.ts'

/** What does not fit, as it is shown with a question and where all is checked. */
export interface FindingView {
  check: string
  severity: 'error' | 'signal'
  message: string
  /** What can be said to a signal. */
  reason: ReasonView | null
  /** It is settled by somebody else. */
  elsewhere?: true
}

interface ReasonView {
  state: GivenReason['state']
  /** What is still to do, or what was said. */
  sentence: string
  code: string
  text: string
  options: { code: string; label: string }[]
  /** What the sentence is asked to say. */
  ask: string
}

export function findingView(
  finding: Finding,
  { raw, instrument }: { raw: Raw; instrument: Pick<Instrument, 'reasonsOf'> },
): FindingView {
  const { check, severity, message, kind, elsewhere } = finding
  if (elsewhere) return { check, severity, message, reason: null, elsewhere }
  if (severity === 'error') return { check, severity, message, reason: null }
  const given = givenReason(finding, raw, instrument)
  const options = (instrument.reasonsOf.get(check) ?? []).map(({ code, label }) => ({ code, label }))
  const about = comparesNumbers.has(kind) ? 'die Zahlen' : 'die Angaben'
  const sentence = sentenceOn(given, about)
  const ask = `Warum stimmen ${about} so?`
  return {
    check,
    severity,
    message,
    reason: { state: given.state, sentence, code: given.code, text: given.text, options, ask },
  }
}

const comparesNumbers: ReadonlySet<Finding['kind']> = new Set(['sum', 'compare', 'within', 'change'])

function sentenceOn({ state, reason, text }: GivenReason, about: string): string {
  switch (state) {
    case 'none':
      return `Bitte berichtigen Sie ${about}, oder begründen Sie, warum sie so stimmen.`
    case 'begun':
      return reason === undefined
        ? 'Zur Begründung fehlt noch ein Grund aus der Liste.'
        : `Zur Begründung fehlt noch ein Satz, warum ${about} so stimmen.`
    case 'lapsed':
      return `Ihre Begründung galt für andere ${about.slice('die '.length)}. Bitte prüfen Sie, ob sie noch stimmt.`
    case 'holds':
      return `Begründet: ${reason?.label ?? ''}. ${text}`
  }
}
