import { sizes } from '../../analysis/groups/by-register.ts'
import { berlinDay } from '../domain/german-time.ts'
import { columnOf } from './list-columns.ts'
import type { ListQuery } from './list-query.ts'
import type { FieldParticipant } from './participants.ts'
import { hasSent, isAtWork, isSettled, type Standing } from './standing.ts'

export interface Selection {
  /** Those wanted, in the order asked for. */
  chosen: FieldParticipant[]
  /** How many stand where, among those that the other filters leave. */
  counts: ReadonlyMap<Standing, number>
}

/** The participants that a list asks for. */
export function selectParticipants(all: readonly FieldParticipant[], query: ListQuery): Selection {
  const found = all.filter((one) => isWanted(one, query))
  const counts = new Map<Standing, number>()
  for (const { state } of found) counts.set(state, (counts.get(state) ?? 0) + 1)
  const chosen = found.filter(({ state }) => query.zustand === '' || state === query.zustand)
  return { chosen: chosen.sort(orderOf(query)), counts }
}

function isWanted(one: FieldParticipant, query: ListQuery): boolean {
  const { suche, kreis, groesse, verbund, ungeoeffnet, gesendet, ruht, offen, zuletzt } = query
  return (
    (suche === '' || folded(`${one.name} ${one.unit}`).includes(folded(suche))) &&
    (kreis === '' || one.kreis === kreis) &&
    (groesse === '' || sizeOf(one.einwohner) === groesse) &&
    (verbund === '' || one.verbund === verbund) &&
    (ungeoeffnet === '' || isUnopenedSince(one, ungeoeffnet)) &&
    (gesendet === '' || hasSent(one.state) === (gesendet === 'ja')) &&
    (ruht === '' || standsStillSince(one, ruht)) &&
    (offen === '' || one.progress?.firstOpen === offen) &&
    (zuletzt === '' || one.lastSection === zuletzt)
  )
}

const isUnopenedSince = ({ openedAt, invitedAt, rev, state }: FieldParticipant, day: string): boolean =>
  openedAt === null && rev === 0 && !isSettled(state) && invitedAt !== null && berlinDay(invitedAt) <= day

/** Begun, not sent, and nothing saved after a day. */
export const standsStillSince = (one: FieldParticipant, day: string): boolean =>
  isAtWork(one) && one.savedAt !== null && berlinDay(one.savedAt) <= day

export const sizeOf = (einwohner: number | null): string =>
  einwohner === null ? '' : (sizes.findLast(({ from }) => einwohner >= from)?.code ?? '')

/** As people type names: without regard to case, accents and ß. */
const folded = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('.', '')

const words = new Intl.Collator('de', { numeric: true })

function orderOf({ sortierung, abwaerts }: ListQuery) {
  const sortedBy = ({ name, unit, ...rest }: FieldParticipant): string | number =>
    sortierung === 'name' ? `${name} ${unit}` : columnOf(sortierung).order({ name, unit, ...rest })
  const byName = (a: FieldParticipant, b: FieldParticipant) =>
    words.compare(`${a.name} ${a.unit}`, `${b.name} ${b.unit}`)
  return (a: FieldParticipant, b: FieldParticipant): number => {
    const [one, other] = [sortedBy(a), sortedBy(b)]
    const order =
      typeof one === 'number' && typeof other === 'number' ? one - other : words.compare(`${one}`, `${other}`)
    return (abwaerts ? -order : order) || byName(a, b)
  }
}
