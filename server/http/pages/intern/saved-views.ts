import type { SavedViewEntry, SaveForm } from '../../../../views/page-data/evaluation-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import type { SavedView } from '../../../store/saved-views.ts'
import { comparisonHref, savedViewHref, savedViewsHref } from './addresses.ts'
import { checkQuery, queryHref, readPanelQuery } from './evaluation-query.ts'

/** How long a title and a note may be. */
export const longestWords = { title: 500, note: 5000 } as const

/** A saved view as it is listed; whoever saved it may change it. */
export const savedViewEntry = (
  { id, address, title, note, accountId, by, savedAt }: SavedView,
  viewer: number,
): SavedViewEntry => ({
  id: String(id),
  href: address,
  title,
  note,
  by: `${by}, ${dayOfTime(savedAt)}`,
  actHref: accountId === viewer ? savedViewHref(id) : '',
})

export const saveForm = (address: string, title: string): SaveForm => ({
  action: savedViewsHref,
  address,
  title: title.slice(0, longestWords.title),
})

/** The address of a comparison in the one way in which it is kept; undefined where it is none. */
export function keptAddress(typed: string): string | undefined {
  const [path, search] = typed.split('?', 2)
  if (path !== comparisonHref || search === undefined) return undefined
  const parts = Object.fromEntries(new URLSearchParams(search))
  checkQuery(parts)
  const query = readPanelQuery(parts)
  const isWhole = [query.von, query.bis, query.variable].every((part) => part !== '')
  const isPlain = Object.values(query).every((part) => /^[\w.,:=+−-]*$/.test(part))
  return isWhole && isPlain ? addressOf(query) : undefined
}

/** What a comparison is kept under: its address, without what only looks through the list. */
export const addressOf = (query: Parameters<typeof queryHref>[0]): string => queryHref(query, { suche: '' })
