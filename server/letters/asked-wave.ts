import type { LetterWave } from './compose.ts'

/** A wave as its letters speak of it. */
export interface Asked extends LetterWave {
  id: string
}

/** The same for whoever makes them. */
export interface AskedByOffice extends Asked {
  synthetic: boolean
  isClosed: boolean
}
