import { formatNumber } from '../../surveys/reading/number.ts'
import { dayOfTime } from '../domain/german-time.ts'
import type { LogCut } from '../store/log-cuts.ts'

/** From when on the log is there, where its oldest entries have gone. */
export const sinceWords = ({ number, until, at }: Pick<LogCut, 'number' | 'until' | 'at'>): string =>
  `nach dem ${dayOfTime(until)}; was bis dahin notiert war (bis Nummer ${formatNumber(number)} der Kette), ist seit dem ` +
  `${dayOfTime(at)} nach Ablauf der Frist gelöscht`

/** That an anchor says nothing about what is still there. */
export const anchorTooOld = (anchor: number, cut: Pick<LogCut, 'number' | 'until' | 'at'>): string =>
  `Der Anker (Nummer ${formatNumber(anchor)}) reicht weiter zurück als das Protokoll: Aufbewahrt sind Einträge ${sinceWords(cut)}. ` +
  'Was noch da ist, ist in sich unverändert; ob es früher weiter reichte, zeigt nur ein neuerer Anker.'
