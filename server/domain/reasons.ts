import { z } from 'zod'
import type { Finding } from '../../surveys/answer/finding.ts'
import { type Justification, justifies } from '../../surveys/answer/submission.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { cleanText } from '../../surveys/reading/clean-text.ts'

const longest = 2_000
const body = z.intersection(
  z.object({ _csrf: z.string(), _rev: z.string().regex(/^\d{1,9}$/), _aktion: z.enum(['begruenden', 'absenden']) }),
  z.record(z.string(), z.string()),
)

/** What somebody typed as a reason, with what is missing in it. */
export interface TypedReason {
  reason: string
  text: string
  error: string
}

interface SentReasons {
  rev: number
  action: 'begruenden' | 'absenden'
  /** Complete and new: to be kept. */
  given: Justification[]
  /** Begun and not complete, by check, with what is missing. */
  typed: Map<string, TypedReason>
}

/**
 * Reads the reasons typed beside the signals: `grund.<check>` and `text.<check>`, for checks of the questionnaire only. A
 * reason for a signal that no longer stands is dropped, since there is nothing left to justify.
 */
export function readReasons(
  sent: unknown,
  instrument: Instrument,
  findings: readonly Finding[],
  known: readonly Justification[],
): SentReasons | undefined {
  const parsed = body.safeParse(sent)
  if (!parsed.success) return undefined
  const { _csrf, _rev, _aktion, ...fields } = parsed.data as Record<string, string>
  const checks = new Set(instrument.checks.map(({ id }) => id))
  const names = Object.keys(fields).map((name) => /^(?:grund|text)\.(.+)$/.exec(name)?.[1])
  if (names.some((check) => check === undefined || !checks.has(check))) return undefined

  const codes = new Set(instrument.reasons.map(({ code }) => code))
  const given: Justification[] = []
  const typed = new Map<string, TypedReason>()
  for (const finding of findings) {
    if (finding.severity !== 'signal') continue
    const { check, values } = finding
    const reason = fields[`grund.${check}`] ?? ''
    const text = cleanText(fields[`text.${check}`] ?? '')
      .replaceAll('\r\n', '\n')
      .trim()
    if (reason === '' && text === '') continue
    const error = missing(reason, text, codes)
    if (error !== '') typed.set(check, { reason, text, error })
    else if (!known.some((one) => justifies(one, finding) && one.reason === reason && one.text === text)) {
      given.push({ check, values, reason, text })
    }
  }
  return { rev: Number(_rev), action: _aktion === 'absenden' ? 'absenden' : 'begruenden', given, typed }
}

function missing(reason: string, text: string, codes: ReadonlySet<string>): string {
  if (!codes.has(reason)) return 'Bitte wählen Sie einen Grund aus der Liste.'
  if (text === '') return 'Bitte schreiben Sie in einem Satz dazu, warum Ihre Angaben so stimmen.'
  return text.length > longest ? `Der Text ist länger als ${longest} Zeichen. Bitte kürzen Sie ihn.` : ''
}
