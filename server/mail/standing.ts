import { doneField } from '../../surveys/answer/draft-fields.ts'
import { progressOf } from '../../surveys/answer/progress.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { draftsOf, type MailFacts } from '../store/mail-facts.ts'

/** How far a form is, as far as that decides what is written about it. */
export interface Standing {
  stage: 'unopened' | 'begun' | 'nearly' | 'ready' | 'sent'
  /** The titles of the sections in which something is still missing. */
  open: string[]
}

/** From here on a form is nearly done: this share of what is asked is answered. */
const nearly = 0.8

/** How far what somebody typed goes; `undefined`: nothing was saved yet. */
export function stageOf(instrument: Instrument, typed: Record<string, string> | undefined): Standing {
  if (typed === undefined) return { stage: 'begun', open: [] }
  const cells = readCells(instrument, typed)
  const sections = instrument.sections.map(({ id, title, questions }) => {
    const progress = progressOf(questions, cells)
    return { title, ...progress, isDone: progress.filled === progress.total || typed[doneField(id)] === '1' }
  })
  const open = sections.filter(({ isDone }) => !isDone).map(({ title }) => title)
  if (open.length === 0) return { stage: 'ready', open }
  const total = sections.reduce((sum, section) => sum + section.total, 0)
  const done = sections.reduce((sum, { isDone, filled, total }) => sum + (isDone ? total : filled), 0)
  return { stage: done >= nearly * total ? 'nearly' : 'begun', open }
}

/** How far each of them is. */
export async function standingsOf(db: Db, forms: Forms, all: readonly MailFacts[]): Promise<Standing[]> {
  const begun = all.filter(({ savedAt, submittedAt }) => savedAt !== null && submittedAt === null)
  const drafts = await draftsOf(
    db,
    begun.map(({ id }) => id),
  )
  return Promise.all(
    all.map(async (facts) => {
      if (facts.submittedAt !== null) return { stage: 'sent' as const, open: [] }
      if (facts.openedAt === null && facts.savedAt === null) return { stage: 'unopened' as const, open: [] }
      const { instrument } = await forms.get({ ...facts, frist: facts.waveFrist })
      return stageOf(instrument, drafts.get(facts.id))
    }),
  )
}
