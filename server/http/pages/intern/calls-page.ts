import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { CallEntry, CallsPage } from '../../../../views/page-data/call-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { type Call, turns } from '../../../field/call-order.ts'
import { nextWorkday } from '../../../field/call-result.ts'
import type { CallList } from '../../../field/read-calls.ts'
import { callHref, callSheetsHref, callsHref, participantHref, waveHref } from './addresses.ts'
import { callee, type KnownCall } from './callee.ts'

const perPage = 20
/** So many sheets are printed at once. */
export const mostSheets = 50
const sheetCounts = [10, 20, mostSheets]

export interface CallsState {
  /** The page asked for. */
  page: number
  /** What could not be taken, of one of them. */
  typed?: { unit: string; text: string; day: string; error: string } | undefined
  notice?: string
}

interface Known {
  wave: { id: string; synthetic: boolean }
  instrument: Pick<Instrument, 'title' | 'unit'>
  register: Register
  list: CallList
  /** What is known of those on the page. */
  known: readonly KnownCall[]
  scope: string
  mayAct: boolean
  /** The account that looks. */
  who: string
}

/** Those on a page of the list, or on the last one. */
export function callsOnPage(calls: readonly Call[], page: number) {
  const last = Math.max(1, Math.ceil(calls.length / perPage))
  const shown = Math.min(page, last)
  return { page: shown, last, calls: calls.slice((shown - 1) * perPage, shown * perPage) }
}

export function callsPage(shown: Known, { page: asked, typed, notice = '' }: CallsState): CallsPage {
  const { wave, instrument, list, known, scope } = shown
  const { id, synthetic } = wave
  const { page, last } = callsOnPage(list.calls, asked)
  const to = (number: number) => (number === 1 ? callsHref(id) : `${callsHref(id)}?seite=${number}`)
  const { one, many } = unitKinds[instrument.unit]
  const count = list.calls.length
  const groups = (Object.entries(turns) as [Call['turn'], string][]).map(([turn, title]) => ({
    id: turn,
    title,
    calls: known.filter(({ call }) => call.turn === turn).map((one) => entry(one, shown, page, typed)),
  }))
  return {
    id,
    title: instrument.title,
    waveHref: waveHref(id),
    synthetic,
    scope,
    order: orderWords(list.by, instrument.unit),
    found:
      count === 1 ? `Von 1 ${one} fehlen die Antworten` : `Von ${formatNumber(count)} ${many} fehlen die Antworten`,
    sheets: [...sheetCounts.filter((n) => n < count), ...(count <= mostSheets ? [count] : [])].map((n) => ({
      href: `${callSheetsHref(id)}?anzahl=${n}`,
      label: n === count ? 'für alle' : `für die ersten ${n}`,
    })),
    groups: groups.filter(({ calls }) => calls.length > 0),
    pages: {
      previous: page > 1 ? to(page - 1) : '',
      next: page < last ? to(page + 1) : '',
      position: last > 1 ? `Seite ${page} von ${last}` : '',
    },
    errors: typed === undefined ? [] : [{ field: `tag-${typed.unit}`, message: typed.error }],
    notice,
  }
}

/** What the order goes by. */
function orderWords(by: string, unit: Instrument['unit']): string {
  if (unit !== 'gemeinde') return 'Oben steht, wer an der letzten Welle teilgenommen hat, danach, wer schon weiter ist.'
  const lead = 'Oben steht, ohne wen in den veröffentlichten Summen am meisten fehlt:'
  return by === ''
    ? `${lead} Die Reihenfolge folgt den Einwohnern.`
    : `${lead} Die Reihenfolge folgt der letzten Angabe zu „${by}“; wo es keine gibt, ist sie nach den Einwohnern geschätzt.`
}

function entry(one: KnownCall, known: Known, page: number, typed: CallsState['typed']): CallEntry {
  const { wave, instrument, register, list, mayAct, who } = known
  const { unit } = one.call.participant
  const own = one.notes.find((note) => note.unfinished && note.who === who)
  const faulty = typed?.unit === unit ? typed : undefined
  return {
    ...callee(one, instrument, register),
    unit,
    href: participantHref(wave.id, unit),
    sheetHref: `${callSheetsHref(wave.id)}?einheit=${unit}`,
    form: mayAct
      ? {
          action: callHref(wave.id, unit),
          page,
          text: faulty?.text ?? own?.text ?? '',
          keptAt: own === undefined || faulty !== undefined ? '' : dayAndTime(own.at),
          day: faulty?.day ?? formatDate(nextWorkday(list.today)),
          error: faulty?.error ?? '',
          open: faulty !== undefined || own !== undefined,
        }
      : undefined,
  }
}
