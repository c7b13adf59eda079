import type { Db } from '../database/database.ts'
import { countRows, type Goal, siteGoals, waveGoals } from '../store/retention.ts'
import { listTerms } from '../store/retention-terms.ts'
import { type SiteKind, siteKinds, siteRules, type WaveKind, waveRules } from './rules.ts'

/** Data whose time has come, of a wave or of all together. */
export interface DueKind {
  wave: string | null
  kind: WaveKind | SiteKind
  label: string
  goals: Goal[]
  /** An archive is to be asked first, and nobody has said what came of it. */
  waits: boolean
}

/** How many rows of it there are, or were deleted. */
export type Due = Omit<DueKind, 'goals'> & { rows: number }

/** All whose time has come, in the order in which it is deleted. */
export async function dueKinds(db: Db, wave?: string): Promise<DueKind[]> {
  const ofWaves = (await listTerms(db, wave))
    .filter(({ over }) => over)
    .map(({ wave, kind, archive, offered }) => ({
      wave,
      kind,
      label: waveRules[kind].label,
      goals: waveGoals[kind](wave),
      waits: archive && offered === null,
    }))
  const ofSite = siteKinds.map((kind) => {
    const { label, minutes } = siteRules[kind]
    return { wave: null, kind, label, goals: siteGoals[kind](minutes), waits: false }
  })
  return wave === undefined ? [...ofWaves, ...ofSite] : ofWaves
}

/** What a run would delete now, and what waits for an archive. Where there is nothing, nothing is said. */
export async function findDue(db: Db, wave?: string): Promise<Due[]> {
  const found: Due[] = []
  for (const { goals, ...rest } of await dueKinds(db, wave)) found.push({ ...rest, rows: await countRows(db, goals) })
  return found.filter(({ rows }) => rows > 0)
}
