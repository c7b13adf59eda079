import { z } from 'zod'
import type { Query } from '../store/queries.ts'
import { type QueryStanding, queryStandings, standingOfQuery } from './standing.ts'

const codes = { offen: 'open', ueberfaellig: 'overdue', beantwortet: 'answered', abgeschlossen: 'closed' } as const

/** As addresses and commands say how a Rückfrage stands. */
export const standingCodes = Object.entries(codes) as [keyof typeof codes, QueryStanding][]

const text = z.string().max(100).catch('')

/** Which Rückfragen are to be shown; '' does not matter. */
export const queryFilter = z.object({
  stand: z
    .enum(Object.keys(codes) as [keyof typeof codes])
    .or(z.literal(''))
    .catch(''),
  kreis: text,
  konto: text,
})

export type QueryFilter = z.infer<typeof queryFilter>

export function selectQueries(all: readonly Query[], { stand, kreis, konto }: QueryFilter, today: string): Query[] {
  const wanted = stand === '' ? undefined : codes[stand]
  return all.filter(
    (query) =>
      (wanted === undefined || standingOfQuery(query, today) === wanted) &&
      (kreis === '' || query.kreis === kreis) &&
      (konto === '' || query.account === konto),
  )
}

export const standingLabel = (code: keyof typeof codes): string => queryStandings[codes[code]]
