import { formatDate } from '../../surveys/reading/dates.ts'
import type { ExpectedShare } from '../response/expected-share.ts'
import { type CurveDay, responseCurve } from '../response/response-curve.ts'
import { isOver, type SentTimes } from '../response/sent-times.ts'
import { tenths, whole } from '../words.ts'
import { count, text } from './cell.ts'
import type { Chart } from './chart.ts'

/** What a picture of the response shows. */
export interface ShownResponse {
  times: SentTimes
  last: SentTimes | undefined
  expected: ExpectedShare | undefined
}

const percentOf = (share: number) => `${tenths(100 * share)} %`

/** Which share has sent something, day by day, beside the wave before. */
export function responseChart({ times, last, expected }: ShownResponse): Chart | undefined {
  const [own, before] = [responseCurve(times), last === undefined ? [] : responseCurve(last)]
  if (own.length === 0) return undefined
  const pointsOf = (days: readonly CurveDay[]) => days.map(({ day, share }) => ({ at: day, value: 100 * share }))
  const lines = [
    { label: times.wave, points: pointsOf(own) },
    ...(last === undefined || before.length === 0 ? [] : [{ label: last.wave, points: pointsOf(before), faint: true }]),
  ]
  return {
    id: 'verlauf',
    title: 'Wer abgesendet hat',
    text: `Anteil aller, die gefragt sind, Tag für Tag seit der Öffnung${lines.length > 1 ? '; gestrichelt die Erhebung davor' : ''}${expected === undefined ? '' : ', gepunktet bis zur Frist, was zu erwarten ist'}.`,
    values: lines.map(({ label, points }) => `${label}: ${inWords(points)}.`).join(' '),
    basis: `n = ${whole(times.asked)} Gefragte`,
    table: {
      id: 'verlauf',
      label: 'Wer abgesendet hat',
      head: ['Tag seit der Öffnung', 'abgesendet', 'zusammen', ...(last === undefined ? [] : [last.wave])],
      rows: Array.from({ length: Math.max(own.length, before.length) }, (_none, day) => [
        text(`${day}${own[day] === undefined ? '' : ` (${dateOf(times, day)})`}`),
        count(own[day]?.sent),
        shown(own[day]),
        ...(last === undefined ? [] : [shown(before[day])]),
      ]),
    },
    drawing: {
      kind: 'curve',
      lines,
      mark: { at: times.lastDay, label: 'Frist' },
      axis: 'Tage seit der Öffnung',
      ...(expected === undefined ? {} : { expected: { at: times.lastDay, value: 100 * expected.share } }),
    },
  }
}

const shown = (day: CurveDay | undefined) => text(day === undefined ? '–' : percentOf(day.share))

/** Every seventh day and the last. */
function inWords(points: readonly { at: number; value: number }[]): string {
  const told = points.filter(({ at }, place) => at % 7 === 0 || place === points.length - 1)
  return told.map(({ at, value }) => `Tag ${at} ${tenths(value)} %`).join(', ')
}

/** `29.11.2026`, so many days after the opening. */
export function dateOf({ openedOn }: SentTimes, day: number): string {
  return formatDate(new Date(Date.parse(openedOn) + day * 86_400_000).toISOString().slice(0, 10))
}

/** What is to be expected at the Frist, how that was found, and how far it may be off; or why nothing is. */
export function expectationWords({ times, last, expected }: ShownResponse): string[] {
  if (isOver(times)) return []
  if (last === undefined)
    return [
      'Was zur Frist zu erwarten ist, lässt sich nicht sagen: Es gibt keine frühere Erhebung, die dasselbe gefragt hat.',
    ]
  if (!isOver(last))
    return [`Was zur Frist zu erwarten ist, lässt sich erst sagen, wenn die Frist von ${last.wave} um ist.`]
  if (expected === undefined)
    return [
      `Was zur Frist zu erwarten ist, lässt sich aus ${last.wave} nicht ablesen: Dort fehlte so spät niemand mehr.`,
    ]
  const { share, ofMissing, margin, before } = expected
  const tried =
    before &&
    `; vor ${before.daysAgo} Tagen hätte dieselbe Rechnung für heute ${percentOf(before.share)} ergeben statt ${percentOf(responseCurve(times).at(-1)?.share ?? 0)}`
  return [
    `Zur Frist am ${dateOf(times, times.lastDay)} sind ${percentOf(share)} zu erwarten, wenn von denen, die noch fehlen, derselbe Anteil absendet wie in ${last.wave} von diesem Tag an bis zur Frist: ${percentOf(ofMissing)}.`,
    `Schon der Zufall kann ${tenths(100 * margin)} Prozentpunkte nach oben oder unten ausmachen, andere Erinnerungen oder Ferien mehr${tried ?? ''}.`,
  ]
}
