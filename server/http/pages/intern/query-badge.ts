import type { Badge } from '../../../../views/page-data/pieces.ts'
import { type QueryStanding, queryStandings, standingOfQuery } from '../../../queries/standing.ts'
import type { Query } from '../../../store/queries.ts'

const tones: Record<QueryStanding, Badge['tone']> = {
  open: 'info',
  overdue: 'danger',
  answered: 'warning',
  closed: 'plain',
}

export const badgeOfStanding = (standing: QueryStanding): Badge => ({
  tone: tones[standing],
  label: queryStandings[standing],
})

/** How a Rückfrage stands, in color and words. */
export function queryBadge(query: Query, today: string): Badge {
  const standing = standingOfQuery(query, today)
  const isObjection = standing === 'answered' && query.entries.every(({ kind }) => kind !== 'asked')
  return { tone: tones[standing], label: isObjection ? 'Widerspruch' : queryStandings[standing] }
}
