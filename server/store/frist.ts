import { sql } from 'kysely'

/**
 * Until when answers are taken: said here and nowhere else. A participant `p` of the wave `w` may have a last day of its own, and
 * only where it has none that of the wave counts.
 */
export const lastDay = 'coalesce(p.frist, w.frist)'
const fristEnds = 'coalesce(p.ends_at, w.ends_at)'
/** A code of the wave `w` lets in from its opening on until codes are deleted: who has answered can always read that. */
export const letsIn = 'w.opened_at is not null'
export const takesAnswers = `(w.state = 'open' and now() < ${fristEnds})`

/** A wave `w` ends when the last of its participants has no time any more. */
const waveEnds =
  'greatest(w.ends_at, (select max(late.ends_at) from participant late where late.wave_id = w.id and late.ends_at is not null))'

/** The same as parts of a statement. */
export const fristEnded = sql<boolean>`now() >= ${sql.raw(fristEnds)}`
export const waveEndsAt = sql<Date>`${sql.raw(waveEnds)}`
/** The Frist of all who have none of their own is over. */
export const fristOfAllOver = sql<boolean>`now() >= w.ends_at`
export const waveTakesAnswers = sql<boolean>`(w.state = 'open' and now() < ${waveEndsAt})`
export const cameAfterFrist = sql<boolean>`k.parked_at >= ${sql.raw(fristEnds)}`
