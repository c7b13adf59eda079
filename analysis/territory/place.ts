import { dayBefore } from '../../surveys/reading/dates.ts'
import { endingsOf, type Merger } from './mergers.ts'
import { type Level, levelOf, readKey } from './region-key.ts'

/** The units that keys are placed among. */
export interface Territory {
  /** Name and last day of every Kommune, null: still there. Where a key has several rows, its last one counts. */
  gemeinden: ReadonlyMap<string, Unit>
  kreise: ReadonlyMap<string, Unit>
  mergers: readonly Merger[]
  unincorporated: ReadonlyMap<string, string>
}

export interface Unit {
  name: string
  until: string | null
}

/** The unit that a key means. */
export interface Placed {
  region: string
  level: Level
  /** The last day of a unit that has ended, and what became of it. */
  until?: string
  successor?: string
}

/** Where a figure belongs, or why it belongs nowhere here. */
export type Place = Placed | { left: LeftReason; land?: string; name?: string }

export const leftReasons = {
  ausserhalb: 'liegt nicht in Baden-Württemberg',
  aufgeloest: 'gab es zu dieser Zeit nicht mehr',
  gemeindefrei: 'ist gemeindefreies Gebiet und keine Kommune',
  verband: 'ist ein Gemeindeverband und keine Kommune',
  unbekannt: 'steht nicht im Verzeichnis der Kommunen und Kreise',
} as const
export type LeftReason = keyof typeof leftReasons

/** Ten times as many as Germany has; only a broken file has more. */
const mostRemembered = 100_000

/** Places keys: the same key has the same place, so that each is looked at once. Undefined: the text is no key at all. */
export function placer({ gemeinden, kreise, mergers, unincorporated }: Territory): (text: string) => Place | undefined {
  const endings = endingsOf(mergers)
  const placed = new Map<string, Place>()

  function look(text: string): Place | undefined {
    const read = readKey(text)
    if (read === undefined) return undefined
    if (read.is === 'elsewhere') return { left: 'ausserhalb', land: read.land }
    if (read.is === 'verband') return { left: 'verband' }
    const { level, key } = read
    if (level === 'kreis') return lookKreis(key)
    return level === 'gemeinde' ? lookGemeinde(key) : { region: key, level }
  }

  /** A Stadtkreis is a Kommune too. Its figures are kept once, under its GKZ, whichever of the two keys the file has. */
  function lookKreis(key: string): Place {
    const city = `${key}000`
    if (gemeinden.has(city)) return lookGemeinde(city)
    const unit = kreise.get(key)
    return unit === undefined ? { left: 'unbekannt' } : ended(key, unit.until)
  }

  function lookGemeinde(key: string): Place {
    const free = unincorporated.get(key)
    if (free !== undefined) return { left: 'gemeindefrei', name: free }
    const unit = gemeinden.get(key)
    if (unit !== undefined) return ended(key, unit.until)
    const merger = endings.get(key)
    return merger === undefined
      ? { left: 'unbekannt' }
      : { region: key, level: 'gemeinde', until: dayBefore(merger.ab), successor: merger.in }
  }

  function ended(region: string, until: string | null): Place {
    if (until === null) return { region, level: levelOf(region) }
    const successor = endings.get(region)?.in
    return { region, level: levelOf(region), until, ...(successor === undefined ? {} : { successor }) }
  }

  return (text) => {
    const known = placed.get(text)
    if (known !== undefined) return known
    const place = look(text)
    if (place !== undefined && placed.size < mostRemembered) placed.set(text, place)
    return place
  }
}
