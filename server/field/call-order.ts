import { berlinDay } from '../domain/german-time.ts'
import type { LastCall } from '../store/calls.ts'
import type { Influence } from './influence.ts'
import type { FieldParticipant } from './participants.ts'
import { isSettled, standings } from './standing.ts'

/** When somebody is to be called, in the order of the list. */
export const turns = {
  faellig: 'Für heute oder früher verabredet',
  offen: 'Noch anzurufen',
  heute: 'Heute schon angerufen',
  verabredet: 'Für später verabredet',
} as const

export type Turn = keyof typeof turns

/** Somebody whose answer is missing. */
export interface Call {
  participant: FieldParticipant
  turn: Turn
  last: LastCall | undefined
  influence: Influence
  /** It answered the last wave. */
  answeredBefore: boolean
}

interface Known {
  participants: readonly FieldParticipant[]
  calls: ReadonlyMap<number, LastCall>
  influence: ReadonlyMap<string, Influence>
  /** What each gave last time, or null. */
  last: ReadonlyMap<string, number | null>
  /** `2026-11-29` */
  today: string
}

/**
 * Whose answers are missing, whom to call first: who is due by day, then by influence; of equals those who answered the last wave, then
 * those who are further.
 */
export function callOrder({ participants, calls, influence, last, today }: Known): Call[] {
  return participants
    .filter(({ state }) => !isSettled(state))
    .map((participant): Call => {
      const called = calls.get(participant.id)
      return {
        participant,
        turn: turnOf(called, today),
        last: called,
        influence: influence.get(participant.unit) ?? { weight: 0, basis: 'none' },
        answeredBefore: last.has(participant.unit),
      }
    })
    .sort(
      (a, b) =>
        order.indexOf(a.turn) - order.indexOf(b.turn) ||
        dayOf(a).localeCompare(dayOf(b)) ||
        b.influence.weight - a.influence.weight ||
        Number(b.answeredBefore) - Number(a.answeredBefore) ||
        states.indexOf(b.participant.state) - states.indexOf(a.participant.state) ||
        a.participant.unit.localeCompare(b.participant.unit),
    )
}

function turnOf(called: LastCall | undefined, today: string): Turn {
  if (called === undefined) return 'offen'
  if (called.againOn !== null) return called.againOn > today ? 'verabredet' : 'faellig'
  return berlinDay(called.at) === today ? 'heute' : 'offen'
}

/** The day that counts within a turn: that which was agreed on. */
const dayOf = ({ turn, last }: Call): string =>
  turn === 'faellig' || turn === 'verabredet' ? (last?.againOn ?? '') : ''

const order = Object.keys(turns)
const states: readonly string[] = Object.keys(standings)
