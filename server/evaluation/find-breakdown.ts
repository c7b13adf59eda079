import { typedBreakdown } from '../../analysis/indicators/breakdown.ts'
import type { Db } from '../database/database.ts'
import { InputError } from '../errors/input-error.ts'
import { breakdownsWithFigures } from '../store/breakdowns.ts'

const mostNamed = 12

/** Throws where there are no figures of a part of an indicator, with those parts that there are. */
export async function requireBreakdown(db: Db, code: string, typed: string, state: number): Promise<void> {
  if (typed === '') return
  const known = await breakdownsWithFigures(db, code, state)
  if (known.includes(typed)) return
  const none = `Zu „${code}“ gibt es die Gliederung „${typedBreakdown(typed)}“ nicht.`
  const there = known.length === 0 ? 'Eingelesen ist dazu keine.' : `Vorhanden: ${listed(nearest(typed, known))}`
  throw new InputError(`${none} ${there}`)
}

/** What to say where there are no figures of all that an indicator counts. */
export async function onlyBreakdowns(db: Db, code: string, state: number): Promise<string> {
  const known = await breakdownsWithFigures(db, code, state)
  if (known.length === 0) return '„stichtag admindata list“ zeigt, was eingelesen ist.'
  return `Eingelesen sind nur Teile davon; nennen Sie einen, etwa „${code}:${typedBreakdown(known[0] ?? '')}“. Vorhanden: ${listed(known)}`
}

function listed(breakdowns: readonly string[]): string {
  const named = breakdowns.slice(0, mostNamed).map(typedBreakdown).join(' | ')
  return breakdowns.length > mostNamed ? `${named} | … (insgesamt ${breakdowns.length})` : named
}

/** Those that share most with what was typed come first: of hundreds of citizenships only some can be named. */
function nearest(typed: string, known: readonly string[]): string[] {
  const partsOf = (breakdown: string) => breakdown.toLowerCase().split(';')
  const variableOf = (part: string) => part.split('=', 1)[0]
  const parts = partsOf(typed)
  const variables = parts.map(variableOf)
  const likeness = (one: string) => {
    const own = partsOf(one)
    const shared = own.filter((part) => parts.includes(part)).length
    const alike = own.filter((part) => variables.includes(variableOf(part))).length
    return shared * 100 + alike * 10 - own.length
  }
  return known.toSorted((a, b) => likeness(b) - likeness(a))
}
