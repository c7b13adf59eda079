import { formatDate } from '../../surveys/dates.ts'
import type { Frame, Visitor } from '../../views/pages.ts'
import { remainingDays } from '../domain/german-time.ts'
import type { Visit } from '../store/visits.ts'

/** The strip at the head of every page of a form. */
export function visitorOf(visit: Visit, waveTitle: string, kommune: string): Visitor {
  return {
    wave: visit.wave,
    waveTitle,
    kommune,
    gkz: visit.gkz,
    editor: visit.editor ?? '',
    stichtag: visit.stichtag === null ? '' : formatDate(visit.stichtag),
    frist: formatDate(visit.frist),
    remaining: remainingDays(visit.frist, visit.daysLeft),
    open: visit.open,
    synthetic: visit.synthetic,
    endsAt: new Date(visit.now.getTime() + visit.secondsLeft * 1000).toISOString(),
    secondsLeft: visit.secondsLeft,
  }
}

export type FrameOf = (title: string, visitor?: Visitor | null) => Frame
