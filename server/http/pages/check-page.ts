import { type Card, cardsOf } from '../../../surveys/answer/cards.ts'
import { isClosed } from '../../../surveys/answer/cells.ts'
import type { Finding } from '../../../surveys/answer/finding.ts'
import { obstacles } from '../../../surveys/answer/justification.ts'
import { blanksOf, progressOf } from '../../../surveys/answer/progress.ts'
import { becauseWords } from '../../../surveys/checks/because.ts'
import type { CheckOutcome } from '../../../surveys/checks/outcomes.ts'
import type { Instrument, Variable } from '../../../surveys/compile/instrument.ts'
import { typeOf } from '../../../surveys/types/index.ts'
import { findingView } from '../../../surveys/view/finding-view.ts'
import { shownValue } from '../../../surveys/view/shown.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { CheckCard, CheckEntry, CheckPage } from '../../../views/page-data/check-page.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import { checkHref, type Place, receiptHref, sectionHref } from './addresses.ts'
import { answerRows } from './answer-rows.ts'
import { cardHeading, missingWords, questionNumbers, verdictOn } from './check-words.ts'

interface CheckState {
  place: Place
  rev: number
  saved: string
  notice: string
  refused: CheckPage['refused']
  /** The receipt of the newest submission, where it holds the same answers. */
  submitted: string | null
  /** Whether little was said to be meant. */
  fewConfirmed: boolean
  closed: string
  /** The Frist is over, and what is asked back can be changed. */
  asked: boolean
  contact: Contact
  /** How the answers stand to each check. */
  outcomes: readonly CheckOutcome[]
}

/** Every error, signal and blank of a form in one list, what can be said to them, and what would be submitted. */
export function checkPage(answered: Answered, state: CheckState): CheckPage {
  const { instrument, cells, raw } = answered
  const { place, submitted, fewConfirmed, outcomes, asked, ...shown } = state
  const cards = cardsOf(answered.findings, instrument)
  const cardsFor = (severity: Finding['severity']) =>
    cards
      .filter(({ findings: [first] }) => first?.severity === severity)
      .map((card) => checkCard(card, answered, place))
  const open = openOf(answered)
  const all = instrument.sections.flatMap(({ questions }) => questions)
  const { filled, total } = progressOf(all, cells)
  const undecided = undecidedOf(outcomes, instrument)
  const holding = outcomes.filter(({ outcome }) => outcome === 'holds').length
  return {
    ...shown,
    errors: cardsFor('error'),
    signals: cardsFor('signal'),
    open,
    verdict: verdictOn({ filled, total, errors: open.errors, holding, undecided: undecided.length }),
    undecided,
    blanks: all.flatMap((question) => {
      const labels = blanksOf(question, cells)
      if (labels.length === 0) return []
      const { number, title } = question
      const target = targetOf(instrument, question.id, place)
      return [
        { number, title, target, count: labels.length, labels: labels.filter((one) => one !== title).map(quoted) },
      ]
    }),
    action: checkHref(place),
    missing: missingWords({ ...open, few: !asked && isFew(answered) && !fewConfirmed }),
    submitted: submitted === null ? null : { href: receiptHref(place, submitted), number: submitted },
    sending: {
      filled,
      total,
      sections: instrument.sections.flatMap(({ title, questions }) => {
        const own = progressOf(questions, cells)
        return own.filled === own.total ? [] : [{ title, count: own.total - own.filled }]
      }),
      ask: !asked && isFew(answered),
      confirmed: fewConfirmed,
    },
    answers: answerRows(instrument, cells, raw),
  }
}

/** How many errors there are, and signals without a reason that holds. */
export function openOf({ findings, raw, instrument }: Answered): CheckPage['open'] {
  const open = obstacles(findings, raw, instrument)
  const errors = open.filter(({ severity }) => severity === 'error').length
  return { errors, signals: open.length - errors }
}

/** Whether so little is filled in that a submission needs to be confirmed. */
export function isFew({ instrument, cells }: Answered): boolean {
  const { filled, total } = progressOf(
    instrument.sections.flatMap(({ questions }) => questions),
    cells,
  )
  return filled < total * instrument.confirmBelow
}

function checkCard(card: Card, answered: Answered, place: Place): CheckCard {
  const { instrument } = answered
  const { cause, findings } = card
  const target = cause === undefined ? null : targetOf(instrument, cause, place)
  const entries = findings.map(
    (finding): CheckEntry => ({
      finding: findingView(finding, answered),
      numbers: questionNumbers(finding, instrument, findings.length > 1 ? target?.number : undefined),
      target: targetOf(instrument, finding.fields[0] ?? '', place),
      values: findings.length > 1 ? [] : valuesOf(finding, answered),
    }),
  )
  return {
    id: findings[0]?.check ?? '',
    heading: cardHeading(card, instrument),
    cause: target,
    justified: entries.every(({ finding: { reason } }) => reason?.state === 'holds'),
    entries,
  }
}

/** What nobody can compare, and why; what has the same reason in one line. */
function undecidedOf(outcomes: readonly CheckOutcome[], instrument: Instrument): CheckPage['undecided'] {
  const byReason = new Map<string, Set<string>>()
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'undecidable') continue
    const because = becauseWords(outcome, instrument)
    const numbers = byReason.get(because) ?? new Set()
    byReason.set(because, numbers.add(questionNumbers(outcome.check, instrument)))
  }
  return [...byReason].map(([because, numbers]) => ({ numbers: [...numbers], because }))
}

/** A field that asks is told from what stands beside it. */
const quoted = (label: string) => (label.endsWith('?') ? `„${label}“` : label)

/** The place of a field or of a question. */
function targetOf({ variable, questions }: Instrument, name: string, place: Place): CheckEntry['target'] {
  const question = questions.get(variable.get(name)?.question ?? name)
  const anchor = variable.has(name) ? name : `frage-${name}`
  return {
    name,
    href: `${sectionHref(place, question?.section ?? '')}#${anchor}`,
    number: question?.number ?? '',
  }
}

/** What was answered. The question's number stands above it, unless there are several; ticks are told together. */
function valuesOf({ fields, questions }: Finding, { instrument, raw, cells }: Answered): CheckEntry['values'] {
  const filled = fields
    .filter((name) => (raw[name] ?? '') !== '' && !isClosed(cells, name))
    .flatMap((name) => instrument.variable.get(name) ?? [])
  const labelOf = ({ number, label }: Variable) => (questions.length > 1 ? `${number}, ${label}` : label)
  const isTicked = ({ type }: Variable) => typeOf(type).measure === 'flag'
  const ticked = filled.filter(isTicked).map(labelOf)
  const others = filled.filter((variable) => !isTicked(variable))
  return [
    ...others.map((variable) => ({ label: labelOf(variable), value: shownValue(cells.get(variable.name), variable) })),
    ...(ticked.length > 0 ? [{ label: 'Angekreuzt', value: ticked.join('\n') }] : []),
  ]
}
