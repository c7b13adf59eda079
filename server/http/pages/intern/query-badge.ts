import type { Badge } from '../../../../views/page-data/wave-pages.ts'
import { type QueryFacts, type QueryStanding, queryStandings, standingOfQuery } from '../../../queries/standing.ts'

const tones: Record<QueryStanding, Badge['tone']> = {
  open: 'info',
  overdue: 'danger',
  answered: 'warning',
  closed: 'plain',
}

/** How a Rückfrage stands, in color and words. */
export function queryBadge(query: QueryFacts, today: string): Badge {
  const standing = standingOfQuery(query, today)
  return { tone: tones[standing], label: queryStandings[standing] }
}
