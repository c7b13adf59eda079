import { formatDate } from '../../../surveys/dates.ts'
import type { Instrument } from '../../../surveys/instrument.ts'
import { formatNumber } from '../../../surveys/number.ts'
import { units } from '../../../surveys/units.ts'
import type { StaffHome } from '../../../views/pages.ts'
import { smallestGroup } from '../../domain/small-groups.ts'
import type { WaveResponse } from '../../store/responses.ts'

type Wave = StaffHome['waves'][number]

/** A wave as the home of staff lists it. */
export function waveEntry(wave: WaveResponse, { title, unit }: Pick<Instrument, 'title' | 'unit'>): Wave {
  const { id, stichtag, frist, synthetic } = wave
  return {
    title,
    id,
    stichtag: stichtag === null ? '' : formatDate(stichtag),
    frist: formatDate(frist),
    state: stateOf(wave),
    response: responseOf(wave, units[unit].many),
    synthetic,
  }
}

export function stateOf({ state, running }: Pick<WaveResponse, 'state' | 'running'>): Wave['state'] {
  if (state === 'created') return 'angelegt'
  if (state === 'closed') return 'geschlossen'
  return running ? 'geöffnet' : 'Frist abgelaufen'
}

/** How many answered, unless so few did that one could tell who. */
function responseOf({ asked, submitted, contributors }: WaveResponse, many: string): string {
  if (contributors < smallestGroup) return `weniger als ${smallestGroup} von ${formatNumber(asked)} ${many}`
  return `${formatNumber(submitted)} von ${formatNumber(asked)} ${many}, ${formatShare(submitted, asked)}`
}

/** `64,3 %`. */
export function formatShare(part: number, whole: number): string {
  return (part / whole).toLocaleString('de-DE', {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
}
