import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { QueueState } from '../../../screening/queue.ts'
import type { Screening } from '../../../screening/read-screening.ts'

/** What may stay behind the line, in percent of each total. */
export const leftOvers = ['0,5', '1', '2', '5'] as const

export interface ScreeningQuery {
  stand: QueueState
  seite: number
  rest: (typeof leftOvers)[number]
}

export const standard: ScreeningQuery = { stand: 'offen', seite: 1, rest: '2' }

export interface ShownScreening {
  wave: { id: string; synthetic: boolean }
  instrument: Instrument
  register: Register
  screening: Screening
  scope: string
  mayDecide: boolean
  mayAsk: boolean
  /** See the page on a participant. */
  mayFollow: boolean
}
