/** What says how a Rückfrage stands. */
export interface QueryFacts {
  /** Who said something last. */
  lastKind: 'asked' | 'answered' | 'submitted'
  /** `2026-12-15`. */
  dueOn: string
  closedAt: Date | null
}

export const queryStandings = {
  open: 'offen',
  overdue: 'überfällig',
  answered: 'beantwortet',
  closed: 'abgeschlossen',
} as const

export type QueryStanding = keyof typeof queryStandings

/** The last day counts, as with every Frist. Whoever has answered is not overdue. */
export function standingOfQuery({ lastKind, dueOn, closedAt }: QueryFacts, today: string): QueryStanding {
  if (closedAt !== null) return 'closed'
  if (lastKind !== 'asked') return 'answered'
  return dueOn < today ? 'overdue' : 'open'
}
