import type { ChoiceForm } from './evaluation-pages.ts'
import type { Unit } from './form-pages.ts'
import type { Badge, Fault } from './pieces.ts'
import type { QueryView } from './query-view.ts'

/** What the templates of the staff are given about Rückfragen. */
export interface QueryStaffPages {
  'intern/queries': QueriesPage
  'intern/queries-of': QueriesOfPage
  'intern/ask-many': AskManyPage
}

/** The head of a page on Rückfragen of a wave. */
interface OfWave {
  id: string
  waveHref: string
  listHref: string
  /** The questionnaire. */
  title: string
  errors: Fault[]
}

/** All Rückfragen of a wave. */
export interface QueriesPage extends Omit<OfWave, 'errors'> {
  synthetic: boolean
  /** Those for which the account works, in words, or ''. */
  scope: string
  form: ChoiceForm
  /** `3 Rückfragen`. */
  found: string
  rows: {
    name: string
    note: string
    href: string
    cells: { head: string; text: string; badge: Badge | null }[]
  }[]
  /** For those who may ask: the checks, to ask all whom one finds. */
  many: { action: string; groups: SelectGroup[]; mailHref: string; responseHref: string } | undefined
  notice: string
}

/** The Rückfragen of one participant, and a new one. */
export interface QueriesOfPage extends OfWave {
  unit: Unit
  /** The page on the participant, or '' for whoever may not look at it; and its form. */
  participantHref: string
  formHref: string
  action: string
  may: boolean
  queries: (Pick<QueryView, 'id' | 'label' | 'sentence' | 'fieldHref' | 'due' | 'open' | 'entries'> & {
    badge: Badge
    /** Who looks after it. */
    account: string
    isOwn: boolean
    /** Where what it is about is corrected, or ''. */
    amendHref: string
    /** How much was said in it: it is sent back, so that nothing is closed that nobody has read. */
    seen: number
    /** What was typed to go on with it or to close it, and not taken. */
    typed: { text: string; bis: string; closing: string }
  })[]
  ask: AskForm & { groups: SelectGroup[]; mail: string; mailed: boolean }
  /** What the checks find in what was submitted. */
  hits: { message: string; reason: string; href: string }[]
  notice: string
  /** Above the errors: what has not come about. */
  refused: string
}

/** The same question to all whom a check finds. */
export interface AskManyPage extends OfWave {
  action: string
  about: string
  label: string
  /** What the check says. */
  sentence: string
  /** Of a reason that all of them give with the same words: the reason as one of them wrote it, and what is sent back; else ''. */
  words: { text: string; key: string }
  ask: AskForm
  hits: { unit: string; name: string; href: string; message: string; reason: string; checked: boolean }[]
}

interface AskForm {
  text: string
  bis: string
}

interface SelectGroup {
  label: string
  options: { value: string; label: string; selected?: boolean }[]
}
