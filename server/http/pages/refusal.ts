import { type Card, cardsOf } from '../../../surveys/answer/cards.ts'
import { reasonField, textField } from '../../../surveys/answer/draft-fields.ts'
import type { Finding } from '../../../surveys/answer/finding.ts'
import { givenReason, obstacles } from '../../../surveys/answer/justification.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import { findingView } from '../../../surveys/view/finding-view.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { CheckPage } from '../../../views/page-data/check-page.ts'
import { isFew, openOf } from './check-page.ts'
import { cardHeading, questionNumbers, refusedWords } from './check-words.ts'

/** Why the answers cannot be submitted as they are, with the place of each cause; nothing where they can. */
export function refusalOf(answered: Answered, fewConfirmed: boolean): CheckPage['refused'] {
  const { findings, raw, instrument, cells } = answered
  const open = new Set(obstacles(findings, raw, instrument))
  const problems = cardsOf(findings, instrument).flatMap((card) => problemsOn(card, open, answered))
  const few = !fewConfirmed && isFew(answered)
  if (problems.length === 0 && !few) return null
  const { filled, total } = progressOf(
    instrument.sections.flatMap(({ questions }) => questions),
    cells,
  )
  const sparse = few ? { filled, total } : undefined
  if (sparse !== undefined)
    problems.push({ field: 'leer-bestaetigen', message: 'Bitte bestätigen Sie, dass die übrigen Felder leer bleiben.' })
  return { text: refusedWords({ ...openOf(answered), sparse }), problems }
}

/** What a card still needs. Where several signals on it need the same as the first, that is said once. */
function problemsOn({ cause, findings }: Card, open: ReadonlySet<Finding>, answered: Answered) {
  const [first] = findings
  const said = first && sentenceOn(first, answered)
  return findings
    .filter((one) => open.has(one) && (one === first || one.severity === 'error' || sentenceOn(one, answered) !== said))
    .map((finding) => {
      const { instrument } = answered
      const about =
        finding === first ? cardHeading({ cause, findings }, instrument) : questionNumbers(finding, instrument)
      return { field: fieldOf(finding, answered), message: `${about}: ${sentenceOn(finding, answered)}` }
    })
}

/** Errors are put right elsewhere, signals are answered here. */
function fieldOf(finding: Finding, { raw, instrument }: Answered): string {
  const { check, severity } = finding
  if (severity === 'error') return `befund-${check}`
  const { reason } = givenReason(finding, raw, instrument)
  return reason === undefined ? reasonField(check) : textField(check)
}

function sentenceOn(finding: Finding, answered: Answered): string {
  return findingView(finding, answered).reason?.sentence ?? finding.message
}
