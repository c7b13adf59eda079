import type { RegisterFigure } from '../../schemas/questionnaire.ts'
import { formatDate } from './dates.ts'

/** What is known of all who can be asked: Kommunen, Kreise, Antragsverbünde and recipients of the grant, by key. */
export interface Register {
  gemeinden: ReadonlyMap<string, Kommune>
  /** The name with its type: `Landkreis Göppingen`. */
  kreise: ReadonlyMap<string, string>
  /** By their six digits. */
  verbuende: ReadonlyMap<string, Verbund>
  /** Whoever ever received the grant, with the last name. */
  empfaenger?: ReadonlyMap<string, string>
}

export interface Kommune {
  name: string
  einwohner?: number
  /** The day for which that holds. */
  einwohnerAm?: string
  /** Figures of indicators, by their codes, where a questionnaire shows some. */
  figures?: ReadonlyMap<string, KnownFigure>
}

/** A figure with what it is, where it comes from, and the day or time for which it holds, as people read it. */
export interface KnownFigure {
  label: string
  value: number
  source: string
  time: string
}

/** A figure on a Kommune, where it is known. */
export function figureOf(kommune: Kommune | undefined, wanted: RegisterFigure): KnownFigure | undefined {
  if (wanted !== 'einwohner') return kommune?.figures?.get(wanted.indicator)
  const { einwohner: value, einwohnerAm } = kommune ?? {}
  if (value === undefined) return undefined
  const time = einwohnerAm === undefined ? '' : formatDate(einwohnerAm)
  return { label: 'Einwohner', value, source: 'Register', time }
}

export interface Verbund {
  name: string
  /** The numbers of its Integrationsmanager/-innen that exist, written in full: `111000-001`. */
  numbers: ReadonlySet<string>
  /** The keys of the Kommunen that belong to it. */
  members?: ReadonlySet<string>
}
