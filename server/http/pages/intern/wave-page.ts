import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { HomePage, WavePage } from '../../../../views/page-data/staff-pages.ts'
import type { PartResponse, WaveResponse } from '../../../store/responses.ts'
import { lateInputHref, rollUpHref, waveHref } from './addresses.ts'
import { formatShare, responseOf, shownCount, sightOfParts } from './shown-counts.ts'

type Head = Pick<Instrument, 'title' | 'unit'>
type Entry = HomePage['waves'][number]

/** A wave as the home of staff lists it. */
export function waveEntry(wave: WaveResponse, { title, unit }: Head, seesAll: boolean): Entry {
  const { id, stichtag, frist, synthetic } = wave
  return {
    href: waveHref(id),
    title,
    id,
    stichtag: stichtag === null ? '' : formatDate(stichtag),
    frist: formatDate(frist),
    state: stateOf(wave),
    response: responseOf(wave, unitKinds[unit].ofMany, seesAll),
    synthetic,
  }
}

function stateOf({ state, running }: WaveResponse): Entry['state'] {
  if (state === 'created') return 'angelegt'
  if (state === 'closed') return 'geschlossen'
  return running ? 'geöffnet' : 'Frist abgelaufen'
}

interface Parts {
  days: readonly PartResponse[]
  kreise: readonly PartResponse[]
  /** Units of which something came too late; 0 for those who may not see it. */
  late: number
  /** Whoever looks works with each participant, so that nothing is covered. */
  seesAll: boolean
  /** The wave with which its figures go up. */
  rollUpWave: string | undefined
}

/** What came in of a wave, by day and by Kreis. */
export function wavePage(wave: WaveResponse, head: Head, parts: Parts, register: Register): WavePage {
  const { days, kreise, late, seesAll, rollUpWave } = parts
  return {
    ...waveEntry(wave, head, seesAll),
    days: dayRows(days, seesAll),
    kreise: kreisRows(kreise, register, seesAll),
    seesAll,
    restricted: restrictedWords(wave.restricted),
    late: late === 0 ? null : { href: lateInputHref(wave.id), count: late },
    rollUpHref: rollUpWave === undefined ? '' : rollUpHref(rollUpWave),
  }
}

/** Forms that count as if they had not come in, or ''. */
function restrictedWords(count: number): string {
  if (count === 0) return ''
  return `${count === 1 ? '1 Bogen' : `${count} Bögen`} eingeschränkt (Art. 18 DSGVO), nicht gezählt`
}

function dayRows(days: readonly PartResponse[], seesAll: boolean): WavePage['days'] {
  const seen = sightOfParts(days, seesAll)
  const highest = Math.max(...days.map(({ submitted }, index) => (seen?.[index] ? submitted : 0)))
  return (
    seen &&
    days.map(({ part, submitted }, index) => ({
      day: formatDate(part),
      submitted: shownCount(submitted, highest, seen[index] === true),
    }))
  )
}

function kreisRows(kreise: readonly PartResponse[], register: Register, seesAll: boolean): WavePage['kreise'] {
  const seen = sightOfParts(kreise, seesAll)
  return (
    seen &&
    kreise.map(({ part, asked, submitted }, index) => ({
      name: register.kreise.get(part) ?? part,
      asked: formatNumber(asked),
      submitted: shownCount(submitted, asked, seen[index] === true),
      rate: seen[index] ? formatShare(submitted, asked) : '',
    }))
  )
}
