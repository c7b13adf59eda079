import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { mailFolder } from '../mail/settings.ts'
import { strayMails } from '../mail/stray-mails.ts'
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

interface Where {
  db: Db
  config: Pick<AppContext['config'], 'dataDir'>
}

/** The files of mails that have been kept for long enough. */
export const dueMails = ({ db, config: { dataDir } }: Where): Promise<string[]> =>
  strayMails(db, mailFolder(dataDir), siteRules.mailFiles.minutes)

/** What a run would delete now, and what waits for an archive. Where there is nothing, nothing is said. */
export async function findDue(where: Where, wave?: string): Promise<Due[]> {
  const found: Due[] = []
  for (const { goals, seal: _, ...rest } of await dueKinds(where.db, wave)) {
    const rows = rest.kind === 'mailFiles' ? (await dueMails(where)).length : await countRows(where.db, goals)
    found.push({ ...rest, rows })
  }
  return found.filter(({ rows }) => rows > 0)
}
