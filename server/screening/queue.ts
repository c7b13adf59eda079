import type { PanelUnit } from '../../analysis/panel/unit.ts'
import type { CutOff } from '../../analysis/screening/cut-off.ts'
import type { Suspect } from '../../analysis/screening/screened.ts'
import type { Decision } from '../store/screening.ts'

/** Where a number stands, in the order of the page. */
export const queueStates = {
  offen: 'anzusehen',
  arbeit: 'in Arbeit',
  unentschieden: 'nicht zu entscheiden',
  stimmt: 'stimmen',
  dahinter: 'hinter der Linie',
} as const

export type QueueState = keyof typeof queueStates

export const isQueueState = (text: string): text is QueueState => Object.hasOwn(queueStates, text)

/** A number to look at, with what was decided on it. */
export interface QueueItem {
  /** From 1 on. */
  rank: number
  unit: PanelUnit
  suspect: Suspect
  state: QueueState
  /** That holds, since the same number still stands there. */
  decision: Decision | undefined
  /** What stood there when it was decided last, if that was another number. */
  formerly: number | undefined
}

interface Known {
  units: readonly PanelUnit[]
  /** The participants by unit. */
  ids: ReadonlyMap<string, number>
  decisions: readonly Decision[]
  cutOff: CutOff
}

/** The queue with what was decided. */
export function queueOf(suspects: readonly Suspect[], { units, ids, decisions, cutOff }: Known): QueueItem[] {
  const decided = new Map(decisions.map((one) => [`${one.participantId} ${one.field}`, one]))
  return suspects.flatMap((suspect, place): QueueItem[] => {
    const unit = units[suspect.unit]
    if (unit === undefined) return []
    const last = decided.get(`${ids.get(unit.unit) ?? ''} ${suspect.variable}`)
    const holds = last !== undefined && last.value === suspect.value && last.decision !== 'again' ? last : undefined
    const formerly = last !== undefined && last.value !== suspect.value ? last.value : undefined
    const rank = place + 1
    const state = holds === undefined ? (rank <= cutOff.places ? 'offen' : 'dahinter') : stateOf[holds.decision]
    return [{ rank, unit, suspect, state, decision: holds, formerly }]
  })
}

const stateOf: Record<Decision['decision'], QueueState> = {
  right: 'stimmt',
  amend: 'arbeit',
  query: 'arbeit',
  open: 'unentschieden',
  again: 'offen',
}
