import type { Db } from '../database/database.ts'
import { type FormText, findTexts, isFormText } from '../store/person-texts.ts'
import type { ActProof } from './request-content.ts'

interface Meant {
  participants: readonly number[]
  /** Which texts of theirs. */
  isMeant: (text: FormText) => boolean
}

/** In which waves it stood, and since when a file could hold it. To be asked before anything is changed. */
export async function reachOf(
  db: Db,
  { participants, isMeant }: Meant,
): Promise<Pick<ActProof, 'waves' | 'submittedSince'>> {
  const texts = (await findTexts(db, { participants })).filter(isFormText).filter(isMeant)
  const submitted = texts.filter(({ table }) => table === 'public.submission').map(({ at }) => at.getTime())
  return {
    waves: [...new Set(texts.map(({ wave }) => wave))],
    submittedSince: submitted.length === 0 ? null : new Date(Math.min(...submitted)).toISOString(),
  }
}
