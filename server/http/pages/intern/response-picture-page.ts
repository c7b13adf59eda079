import type { Chart } from '../../../../analysis/report/chart.ts'
import { dateOf, expectationWords, responseChart } from '../../../../analysis/report/response-chart.ts'
import { workingView } from '../../../../analysis/report/sentences.ts'
import type { SentTimes } from '../../../../analysis/response/sent-times.ts'
import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { GroupRow, ResponsePicturePage } from '../../../../views/page-data/field-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import { burdenWords } from '../../../field/burden-words.ts'
import { type ListQuery, listHref, readListQuery } from '../../../field/list-query.ts'
import type { Grouping, GroupResponse } from '../../../field/response-by.ts'
import type { ResponsePicture } from '../../../field/response-picture.ts'
import { participantHref, responseChartHref, responseHref, responsePictureHref, waveHref } from './addresses.ts'
import type { ChartFrame } from './chart-frame.ts'
import { kreisTiles, tileSteps } from './kreis-tiles.ts'
import { daysWords, syntheticNote } from './picture-notes.ts'
import { chartFigure } from './report-sections.ts'
import { formatShare } from './shown-counts.ts'
import { standingBadge } from './standing-badge.ts'
import { durationWords, minutesWords } from './time-words.ts'

/** So many drafts that stand still are named here; the list names all. */
const mostNamed = 20

interface Shown {
  wave: { id: string; synthetic: boolean; stichtag: string | null; frist: string }
  instrument: Pick<Instrument, 'title' | 'unit'>
  /** The scope of the account in words, or ''. */
  scope: string
  picture: ResponsePicture
  /** Drafts stand still after so many days, that is since this day. */
  days: number
  stillSince: string
  /** What the wave before is called: `Erhebung davor (15.12.2018)`. */
  before: string
  /** Who asks, or ''. */
  operator: string
  /** The state of the data. */
  state: number
}

type ToList = (filter: Partial<ListQuery>) => string

export async function responsePicturePage(shown: Shown): Promise<ResponsePicturePage> {
  const { wave, instrument, scope, picture } = shown
  const { times, last, expected } = picture
  const everybody = readListQuery({})
  const toList: ToList = (filter) => listHref(responseHref(wave.id), everybody, filter)
  const chart = responseChartOf(shown)
  const rowsOf = (groups: readonly GroupResponse[], grouping: Grouping) =>
    groups.map((group) => groupRow(group, (filter) => toList({ [grouping]: group.key, ...filter })))
  return {
    id: wave.id,
    title: instrument.title,
    waveHref: waveHref(wave.id),
    synthetic: wave.synthetic,
    scope,
    many: unitKinds[instrument.unit].many,
    counts: countLinks(picture, toList),
    curve: chart && (await chartFigure(chart, chartFrameOf(shown))),
    expectation:
      times === undefined ? [] : expectationWords({ times, last: called(last, `der ${shown.before}`), expected }),
    kreise: {
      tiles: picture.kreise.length > 1 ? kreisTiles(picture.kreise, (kreis) => toList({ kreis })) : [],
      steps: tileSteps.map(({ step, label }) => ({ step, label })),
      rows: rowsOf(picture.kreise, 'kreis'),
    },
    sizes: instrument.unit === 'gemeinde' ? rowsOf(picture.sizes, 'groesse') : [],
    verbuende: rowsOf(picture.verbuende, 'verbund'),
    still: stillDrafts(shown, toList),
    stops: stopRows(picture, toList),
    burden: burdenWords(picture.burden),
  }
}

/** The curve of the response, which names waves as people do. */
export function responseChartOf({ picture: { times, last, expected }, before }: Shown): Chart | undefined {
  const own = called(times, 'diese Erhebung')
  return own && responseChart({ times: own, last: called(last, before), expected })
}

const called = (times: SentTimes | undefined, wave: string): SentTimes | undefined => times && { ...times, wave }

export const chartFrameOf = ({ wave, instrument, scope, picture, operator, state }: Shown): ChartFrame => ({
  notesOf: (basis) => [
    [basis, scope === '' ? '' : `nur ${scope}`].filter(Boolean).join('; '),
    `Quelle: ${[operator, instrument.title].filter(Boolean).join('; ')}; eigene Berechnung.`,
    `${daysWords([wave])}; ${picture.times === undefined ? '' : `Stand ${dateOf(picture.times, Math.floor(picture.times.now))}, `}Datenstand ${state}.`,
    ...(wave.synthetic ? [syntheticNote] : []),
    `${workingView}.`,
  ],
  hrefOf: (file) => responseChartHref(wave.id, file),
})

function countLinks({ asked, sent, begun, ready }: ResponsePicture, toList: ToList): ResponsePicturePage['counts'] {
  const share = asked === 0 ? '' : ` (${formatShare(sent, asked)})`
  return [
    {
      label: `von ${formatNumber(asked)} abgesendet${share}`,
      count: formatNumber(sent),
      href: toList({ gesendet: 'ja' }),
    },
    { label: 'noch nicht', count: formatNumber(asked - sent), href: toList({ gesendet: 'nein' }) },
    { label: 'davon begonnen', count: formatNumber(begun), href: toList({ zustand: 'begonnen' }) },
    { label: 'davon fertig, nicht abgesendet', count: formatNumber(ready), href: toList({ zustand: 'fertig' }) },
  ]
}

function groupRow({ label, asked, sent }: GroupResponse, toList: ToList): GroupRow {
  return {
    name: label,
    href: toList({}),
    asked: formatNumber(asked),
    sent: { text: formatNumber(sent), href: toList({ gesendet: 'ja' }) },
    rate: formatShare(sent, asked),
    share: sent / asked,
  }
}

function stillDrafts({ wave, instrument, picture, days, stillSince }: Shown, toList: ToList) {
  const isPerson = instrument.unit === 'integrationsmanager'
  return {
    action: responsePictureHref(wave.id),
    days,
    count: formatNumber(picture.still.length),
    rows: picture.still.slice(0, mostNamed).map(({ unit, name, state, progress, savedAt }) => ({
      name: isPerson ? unit : name,
      note: isPerson ? name : unit,
      href: participantHref(wave.id, unit),
      badge: standingBadge(state),
      progress: progress === undefined ? '' : `${progress.filled} von ${progress.total}`,
      saved: savedAt === null ? '' : dayOfTime(savedAt),
    })),
    listHref: toList({ ruht: stillSince, sortierung: 'gespeichert' }),
  }
}

function stopRows({ stops, working, openedToSent }: ResponsePicture, toList: ToList) {
  const times = [
    ...(openedToSent === undefined
      ? []
      : [
          `Vom ersten Öffnen bis zum Absenden vergehen im Median ${durationWords(openedToSent.middle)}, bei der mittleren Hälfte ${durationWords(openedToSent.low)} bis ${durationWords(openedToSent.high)} (${sendings(openedToSent.n)}).`,
        ]),
    ...(working.whole === undefined
      ? []
      : [
          `Die Minuten je Abschnitt sind Median und mittlere Hälfte der Zeit zwischen zwei Speicherungen, ohne Pausen von mehr als zehn Minuten (die neuesten Abgaben, hier ${formatNumber(working.whole.n)}); für den ganzen Bogen sind es ${minutesWords(working.whole)}.`,
        ]),
  ]
  return {
    rows: stops.map(({ id, title, open, saved }) => {
      const minutes = working.sections.get(id)
      return {
        title,
        open: { text: formatNumber(open), href: open === 0 ? '' : toList({ offen: id }) },
        saved: { text: formatNumber(saved), href: saved === 0 ? '' : toList({ zuletzt: id }) },
        minutes: minutes === undefined ? '–' : minutesWords(minutes),
      }
    }),
    times,
  }
}

const sendings = (n: number) => (n === 1 ? '1 Abgabe' : `${formatNumber(n)} Abgaben`)
