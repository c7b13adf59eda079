import { type BurdenTold, burdenTold } from '../../analysis/response/burden.ts'
import { type ExpectedShare, expectedShare } from '../../analysis/response/expected-share.ts'
import { type Quartiles, quartiles } from '../../analysis/response/quartiles.ts'
import type { SentTimes } from '../../analysis/response/sent-times.ts'
import type { Save } from '../../analysis/response/working-time.ts'
import type { Section } from '../../surveys/compile/instrument.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { FieldParticipant } from './participants.ts'
import { type GroupResponse, responseBy } from './response-by.ts'
import { standsStillSince } from './select-participants.ts'
import { hasSent } from './standing.ts'
import { type Stop, stops } from './stops.ts'
import { type WorkingTimes, workingBySection } from './working-by-section.ts'

/** What is known of the response of a wave. */
interface Known {
  participants: readonly FieldParticipant[]
  /** Missing while nobody has opened the wave. */
  times: SentTimes | undefined
  /** Of the wave before. */
  last: SentTimes | undefined
  histories: readonly (readonly Save[])[]
  sections: readonly Pick<Section, 'id' | 'title'>[]
  burdens: Parameters<typeof burdenTold>[0]
  register: Pick<Register, 'kreise'>
  /** Drafts stand still in which nothing was saved after this day. */
  stillSince: string
}

export interface ResponsePicture {
  asked: number
  sent: number
  times: SentTimes | undefined
  last: SentTimes | undefined
  expected: ExpectedShare | undefined
  kreise: GroupResponse[]
  sizes: GroupResponse[]
  verbuende: GroupResponse[]
  /** Something is still missing in them. */
  begun: number
  /** All is filled, but nothing sent. */
  ready: number
  /** Of both, those that stand still, the longest first. */
  still: FieldParticipant[]
  stops: Stop[]
  /** Days from the first login to sending. */
  openedToSent: Quartiles | undefined
  working: WorkingTimes
  /** What they say of it. */
  burden: BurdenTold
}

/** How the response of a wave stands. */
export function responsePicture(known: Known): ResponsePicture {
  const { participants, times, last, histories, sections, burdens, register, stillSince } = known
  const count = (wanted: FieldParticipant['state']) => participants.filter(({ state }) => state === wanted).length
  return {
    asked: participants.length,
    sent: participants.filter(({ state }) => hasSent(state)).length,
    times,
    last,
    expected: times && expectedShare(times, last),
    kreise: responseBy(participants, 'kreis', register),
    sizes: responseBy(participants, 'groesse', register),
    verbuende: responseBy(participants, 'verbund', register),
    begun: count('begonnen'),
    ready: count('fertig'),
    still: participants.filter((one) => standsStillSince(one, stillSince)).sort((a, b) => savedAt(a) - savedAt(b)),
    stops: stops(participants, sections),
    openedToSent: quartiles(participants.flatMap(daysToSent)),
    working: workingBySection(histories),
    burden: burdenTold(burdens),
  }
}

const savedAt = (one: FieldParticipant): number => one.savedAt?.getTime() ?? 0

/** Whoever sent something before the first login that is known says nothing of it. */
function daysToSent({ openedAt, submittedAt }: FieldParticipant): number[] {
  if (openedAt === null || submittedAt === null || submittedAt < openedAt) return []
  return [(submittedAt.getTime() - openedAt.getTime()) / 86_400_000]
}
