import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { Badge, Fault } from '../../../../views/page-data/pieces.ts'
import type { WaveEntry, WavesPage } from '../../../../views/page-data/wave-pages.ts'
import type { listRunWaves } from '../../../store/wave-office.ts'
import type { TypedPlan } from '../../../waves/plan-typed.ts'
import { waveStepHref } from './addresses.ts'

export type RunWave = Awaited<ReturnType<typeof listRunWaves>>[number]

type State = Pick<RunWave, 'state' | 'open' | 'trialEndedAt' | 'opensOn'>

/** Where a wave stands, in a word. */
export function badgeOf({ state, open, trialEndedAt, opensOn }: State): Badge {
  if (trialEndedAt !== null) return { tone: 'plain', label: 'beendet' }
  if (state !== 'open' && opensOn !== null) return { tone: 'info', label: `öffnet am ${formatDate(opensOn)}` }
  if (state === 'created') return { tone: 'plain', label: 'angelegt' }
  if (state === 'closed') return { tone: 'plain', label: 'geschlossen' }
  return open ? { tone: 'success', label: 'geöffnet' } : { tone: 'warning', label: 'Frist abgelaufen' }
}

export const markOf = ({ test, synthetic }: Pick<RunWave, 'test' | 'synthetic'>): string =>
  [test ? 'PROBELAUF' : '', synthetic ? 'Synthetische Daten' : ''].filter(Boolean).join(', ')

export function runWaveEntry(wave: RunWave, title: string): WaveEntry {
  const { id, stichtag, frist, participants } = wave
  return {
    href: waveStepHref(id, 'ablauf'),
    title,
    lines: [
      id,
      ...(stichtag === null ? [] : [`Stichtag ${formatDate(stichtag)}`]),
      `Frist ${formatDate(frist)}`,
      `${formatNumber(participants ?? 0)} Teilnehmende`,
    ],
    mark: markOf(wave),
    badges: [badgeOf(wave)],
  }
}

/** A published version of a survey, as it is chosen. */
export interface Offered {
  id: string
  version: string
  title: string
}

export interface TypedWave extends TypedPlan {
  /** The wave that it was taken over from, or ''. */
  von: string
}

const who = [
  ['alle', 'alle, die das Verzeichnis kennt'],
  ['kreis', 'ein Kreis'],
  ['frueher', 'dieselben wie in einer früheren Erhebung'],
  ['liste', 'eine Liste'],
] as const

interface Shown {
  waves: WaveEntry[]
  offered: readonly Offered[]
  earlier: readonly { id: string; title: string }[]
  register: Register
  typed: TypedWave
  mayManage: boolean
  errors: Fault[]
}

export function wavesPage({ waves, offered, earlier, register, typed, mayManage, errors }: Shown): WavesPage {
  const choose = (value: string, chosen: string, label: string) => ({ value, label, selected: value === chosen })
  return {
    waves,
    form: mayManage
      ? {
          surveys: offered.map(({ id, version, title }) =>
            choose(`${id} ${version}`, typed.fragebogen, `${id}, Fassung ${version}: ${title}`),
          ),
          who: who.map(([value, label]) => choose(value, typed.wer, label)),
          kreise: [...register.kreise].map(([kreis, name]) => choose(kreis, typed.kreis, name)),
          earlier: earlier.map(({ id, title }) => choose(id, typed.frueher, `${id}: ${title}`)),
          typed,
          from: typed.von,
        }
      : null,
    errors,
  }
}
