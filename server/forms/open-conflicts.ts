import type { SubmittedPage } from '../../surveys/answer/submitted-page.ts'
import type { Db } from '../database/database.ts'
import { type Foreign, lastSaves } from '../store/drafts.ts'
import type { Visit } from '../store/visit.ts'

/** The conflicts that a page has asked about, as they stand now; none where all of them are decided on. */
export async function openConflicts(
  db: Db,
  { participantId, typed: stored, now }: Visit,
  { typed, own }: Pick<SubmittedPage, 'typed' | 'own'>,
): Promise<{ mine: string; theirs: Foreign }[]> {
  const current = (field: string) => stored?.[field] ?? ''
  const isOpen = ([field, mine]: [string, string]) => !Object.hasOwn(typed, field) && mine !== current(field)
  if (!Object.entries(own).some(isOpen)) return []
  const saves = new Map((await lastSaves(db, participantId)).map((save) => [save.field, save]))
  return Object.entries(own).map(([field, mine]) => {
    const { editor = null, savedAt = now } = saves.get(field) ?? {}
    return { mine, theirs: { field, value: current(field), before: null, editor, savedAt } }
  })
}
