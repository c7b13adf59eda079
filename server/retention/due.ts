import type { Db } from '../database/database.ts'
import { dueSeal } from '../store/log-cuts.ts'
import { countRows, type Goal, logGoals, siteGoals, waveGoals } from '../store/retention.ts'
import { listTerms } from '../store/retention-terms.ts'
import { logRule, type SiteKind, siteKinds, siteRules, type WaveKind, waveRules } from './rules.ts'

/** Data whose time has come, of a wave or of all together. */
export interface DueKind {
  wave: string | null
  kind: WaveKind | SiteKind | 'log'
  label: string
  goals: Goal[]
  /** An archive is to be asked first, and nobody has said what came of it. */
  waits: boolean
  /** Of the log: the last seal that goes. */
  seal?: number
}

/** How many rows of it there are, or were deleted. */
export type Due = Omit<DueKind, 'goals' | 'seal'> & { rows: number }

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
  if (wave !== undefined) return ofWaves
  const seal = await dueSeal(db)
  const { label } = logRule
  const ofLog = { wave: null, kind: 'log', label, waits: false } as const
  return [...ofWaves, ...ofSite, ...(seal === undefined ? [] : [{ ...ofLog, goals: logGoals(seal), seal }])]
}

/** What a run would delete now, and what waits for an archive. Where there is nothing, nothing is said. */
export async function findDue(db: Db, wave?: string): Promise<Due[]> {
  const found: Due[] = []
  for (const { goals, seal: _, ...rest } of await dueKinds(db, wave))
    found.push({ ...rest, rows: await countRows(db, goals) })
  return found.filter(({ rows }) => rows > 0)
}
