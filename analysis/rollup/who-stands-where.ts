import type { Level as WayLevel, WayUp } from '../../schemas/way-up.ts'
import { levelsIn } from '../../surveys/ways/way-up.ts'
import type { Placed, Structure } from './structure.ts'

/** A person who is asked; without a number or a Verbund where these were cut off. */
export interface AskedPerson {
  unit: string
  number: string | null
  verbund: string | null
}

/** What a register says of a year. */
export interface KnownOfYear {
  /** For whom a person worked in it, at any time. */
  recipientsOf(number: string): readonly string[]
  recipientName(key: string): string
  kreisName(key: string): string
}

export interface Standing {
  structure: Structure
  /** Persons of whom the register knows no posting: they stand with the Antragsverbund with which their number begins. */
  byNumber: ReadonlySet<string>
  /** Those whose number was cut off. */
  nowhere: ReadonlySet<string>
}

/**
 * Who stands at which level: a person with all recipients of the year, a recipient in the Kreis with whose key its own begins. Who is
 * asked for own figures (`asked`, by level) stands there also where nobody below is known.
 */
export function whoStandsWhere(
  way: WayUp,
  year: number,
  persons: readonly AskedPerson[],
  known: KnownOfYear,
  asked: ReadonlyMap<string, Iterable<string>> = new Map(),
): Standing {
  const placed = persons.map(({ unit, number, verbund }) => {
    const posted = number === null ? [] : [...new Set(known.recipientsOf(number))].sort()
    return { unit, isPosted: posted.length > 0, above: posted.length > 0 || verbund === null ? posted : [verbund] }
  })
  const levels = levelsIn(way, year).slice(0, -1)
  const askedAs = (unit: WayLevel['unit']) =>
    levels.flatMap((level) => (level.unit === unit ? [...(asked.get(level.id) ?? [])] : []))
  const recipients = [...new Set([...placed.flatMap(({ above }) => above), ...askedAs('zuwendungsempfaenger')])].sort()
  const kreise = [...new Set([...recipients.map(kreisOf), ...askedAs('kreis')])].sort()
  const unitsOf = ({ unit }: WayLevel, isHighest: boolean): Placed[] => {
    if (unit === 'integrationsmanager')
      return placed.map(({ unit: key, above }) => ({ key, name: key, above: isHighest ? [] : above }))
    if (unit === 'kreis') return kreise.map((key) => ({ key, name: known.kreisName(key), above: [] }))
    return recipients.map((key) => ({ key, name: known.recipientName(key), above: isHighest ? [] : [kreisOf(key)] }))
  }
  return {
    structure: levels.map((level, index) => ({
      id: level.id,
      units: unitsOf(level, index === levels.length - 1),
      ownFigures: level.survey !== undefined,
    })),
    byNumber: new Set(placed.flatMap(({ unit, isPosted, above }) => (isPosted || above.length === 0 ? [] : [unit]))),
    nowhere: new Set(placed.flatMap(({ unit, above }) => (above.length === 0 ? [unit] : []))),
  }
}

const kreisOf = (key: string) => key.slice(0, 3)
