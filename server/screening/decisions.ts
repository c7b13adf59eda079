import type { Decided } from '../store/screening.ts'

/** What can be decided on a number, as forms and commands name it. */
export const decisions = {
  stimmt: { stored: 'right', label: 'Stimmt' },
  korrigieren: { stored: 'amend', label: 'Korrigieren' },
  rueckfrage: { stored: 'query', label: 'Rückfrage' },
  offen: { stored: 'open', label: 'Nicht zu entscheiden' },
  zurueck: { stored: 'again', label: 'Entscheidung zurückgenommen' },
} as const satisfies Record<string, { stored: Decided; label: string }>

export type DecisionName = keyof typeof decisions

export const isDecision = (text: string): text is DecisionName => Object.hasOwn(decisions, text)
