import { obstacles } from '../../../surveys/answer/justification.ts'
import { progressOf } from '../../../surveys/answer/progress.ts'
import type { Question } from '../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Answered } from '../../../surveys/view/view.ts'
import type { Contact } from '../../../views/page-data/contact.ts'
import type { HubPage } from '../../../views/page-data/form-pages.ts'
import { berlinDay, dayAndTime, whenSaved } from '../../domain/german-time.ts'
import type { KnownAmendment } from '../../store/amendments.ts'
import type { Delegation } from '../../store/delegations.ts'
import type { Query } from '../../store/queries.ts'
import type { Submission } from '../../store/submissions.ts'
import type { Visit } from '../../store/visit.ts'
import {
  countingHref,
  ownFileHref,
  paperHref,
  parkedHref,
  preparationHref,
  presentHref,
  receiptHref,
  responsibleHref,
} from './addresses.ts'
import { amendedNotice } from './amended-page.ts'
import { closedWords, receivedAs } from './closed-words.ts'
import { correctedWords } from './corrected-words.ts'
import { hubDelegations } from './delegations-page.ts'
import { looksWords } from './looks-words.ts'
import { queryView } from './query-view.ts'
import { sectionEntry } from './section-entry.ts'

interface HubFacts {
  saves: { field: string; savedAt: Date; editor: string | null }[]
  submissions: Submission[]
  /** Fields that were kept. */
  parked: number
  /** Sessions. */
  present: number
  /** When the office looked at the form. */
  looks: readonly Date[]
  notice: string
  /** Whom somebody asked for some sections. */
  delegations: readonly Delegation[]
  /** How the Frist was last moved. */
  extension: { former: string; frist: string } | undefined
  queries: readonly Query[]
  /** After the Frist: what is asked back can be changed. */
  asked: boolean
  /** Then: other answers were saved and not submitted, and are not shown. */
  leftBehind: boolean
  /** Something was submitted, and it is no longer what stands in the form. */
  changedSince: boolean
  amendments: readonly KnownAmendment[]
}

/** The overview of a form: what is asked, how far it is, who worked on what, what was submitted. */
export function hubPage(answered: Answered, visit: Visit, contact: Contact, facts: HubFacts): HubPage {
  const { instrument, cells, findings, raw } = answered
  const open = obstacles(findings, raw, instrument)
  const entry = sectionEntry(answered, visit)
  const [last] = facts.submissions
  const { changedSince } = facts
  const all = progressOf([...instrument.sections.flatMap(({ questions }) => questions)], cells)
  return {
    introduction: instrument.introduction,
    sections: instrument.sections.map((section) => ({
      ...entry(section),
      lastSaved: lastSaved(section.questions, facts.saves, visit.now),
    })),
    progress: all,
    signals: open.filter(({ severity }) => severity === 'signal').length,
    errors: open.filter(({ severity }) => severity === 'error').length,
    receipts: facts.submissions.map(({ receipt, revision, submitted_at, request }) => ({
      href: receiptHref(visit, receipt),
      number: receipt,
      submittedAt: dayAndTime(submitted_at),
      revision,
      corrected: correctedWords({ request, submitted_at }),
    })),
    changedSince,
    amended: amendedNotice(instrument, facts.amendments, visit),
    papers: { blank: paperHref(visit, 'leer'), filled: paperHref(visit, 'stand') },
    ownFile: visit.office ? '' : ownFileHref(visit),
    counting: visit.office || instrument.counting === undefined ? '' : countingHref(visit),
    preparation: instrument.preparation === undefined ? '' : preparationHref(visit.wave),
    contact,
    parked: facts.parked === 0 || visit.office ? null : { href: parkedHref(visit), count: facts.parked },
    delegations: visit.office ? null : hubDelegations(instrument, visit, facts.delegations),
    responsible: visit.office || !visit.open || last !== undefined ? '' : responsibleHref(visit),
    present: visit.office ? null : { href: presentHref(visit), count: facts.present },
    seen: looksWords(facts.looks),
    notice: facts.notice,
    extended: visit.open ? extendedWords(facts.extension) : '',
    closed: visit.open
      ? ''
      : closedWords(
          visit,
          last && receivedAs({ receipt: last.receipt, submittedAt: last.submitted_at }),
          changedSince,
          facts.asked,
        ) + (facts.leftBehind ? ` ${leftBehindWords}` : ''),
    queries: facts.queries.map((query) => queryView(query, instrument, visit, berlinDay(visit.now))),
  }
}

const leftBehindWords =
  'Was Sie vor der Frist sonst noch gespeichert und nicht abgesendet haben, steht wieder da, wenn die Rückfrage abgeschlossen ist.'

function extendedWords(extension: HubFacts['extension']): string {
  if (extension === undefined) return ''
  const { former, frist } = extension
  return former < frist
    ? `Ihre Frist ist verlängert: bis ${formatDate(frist)} statt bis ${formatDate(former)}.`
    : `Die Frist wurde geändert: Sie endet am ${formatDate(frist)}, nicht erst am ${formatDate(former)}.`
}

function lastSaved(questions: readonly Question[], saves: HubFacts['saves'], now: Date): string {
  const names = new Set(questions.flatMap(({ variables }) => variables.map(({ name }) => name)))
  const own = saves.filter(({ field }) => names.has(field))
  const last = own.reduce<HubFacts['saves'][number] | undefined>(
    (a, b) => (a && a.savedAt > b.savedAt ? a : b),
    undefined,
  )
  if (last === undefined) return ''
  return `zuletzt ${last.editor === null ? '' : `${last.editor}, `}${whenSaved(last.savedAt, now)}`
}
