import type { StandingBadge } from '../../../../views/page-data/field-pages.ts'
import { type Standing, standings } from '../../../field/standing.ts'

const tones: Record<Standing, StandingBadge['tone']> = {
  'nicht-angeschrieben': 'plain',
  angeschrieben: 'plain',
  unzustellbar: 'danger',
  geoeffnet: 'info',
  begonnen: 'info',
  fertig: 'warning',
  abgesendet: 'success',
  berichtigt: 'success',
  'lehnt-ab': 'plain',
  befreit: 'plain',
}

/** Where a participant stands, in color and words. */
export const standingBadge = (state: Standing): StandingBadge => ({ tone: tones[state], label: standings[state] })
