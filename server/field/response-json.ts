import { type CurveDay, responseCurve } from '../../analysis/response/response-curve.ts'
import type { SentTimes } from '../../analysis/response/sent-times.ts'
import type { GroupResponse } from './response-by.ts'
import type { ResponsePicture } from './response-picture.ts'

/** The same figures as the page shows, for programs. People script against the names: they only grow. */
export function responseJson(wave: string, picture: ResponsePicture, stillSince: string) {
  const { asked, sent, begun, ready, times, last, expected, kreise, sizes, verbuende } = picture
  return {
    wave,
    asked,
    sent,
    begun,
    ready,
    curve: curveOf(times),
    before: curveOf(last),
    expected: expected ?? null,
    kreise: kreise.map(withShare),
    sizes: sizes.map(withShare),
    verbuende: verbuende.map(withShare),
    still: {
      since: stillSince,
      drafts: picture.still.map(({ unit, name, savedAt, progress }) => ({
        unit,
        name,
        savedAt: savedAt?.toISOString() ?? null,
        filled: progress?.filled ?? null,
        total: progress?.total ?? null,
      })),
    },
    sections: picture.stops.map((stop) => ({ ...stop, minutes: picture.working.sections.get(stop.id) ?? null })),
    daysFromOpeningToSending: picture.openedToSent ?? null,
    minutesOfWork: picture.working.whole ?? null,
    burden: { minutes: picture.burden.minutes ?? null, effort: picture.burden.effort ?? null },
  }
}

const withShare = (group: GroupResponse) => ({ ...group, share: group.sent / group.asked })

function curveOf(times: SentTimes | undefined): null | {
  wave: string
  openedOn: string
  lastDay: number
  asked: number
  days: CurveDay[]
} {
  if (times === undefined) return null
  const { wave, openedOn, lastDay, asked } = times
  return { wave, openedOn, lastDay, asked, days: responseCurve(times) }
}
