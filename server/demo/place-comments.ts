import type { Instrument } from '../../surveys/compile/instrument.ts'
import type { DemoComment } from './comments.ts'
import type { Facts } from './facts.ts'
import { inventAnswers } from './invent.ts'
import { beginAnswers } from './participants.ts'
import type { Profile } from './profile.ts'
import { Random } from './random.ts'

/** A comment with whoever writes it. */
export interface PlacedComment {
  key: string
  unit: string
  field: string
  text: string
}

interface Placing {
  instrument: Instrument
  profile: Profile
  comments: readonly DemoComment[]
  /** All who are asked, with all that is known of them. */
  facts: ReadonlyMap<string, Facts>
  /** Those who have answered before the comments were given out: they write none. */
  early: ReadonlySet<string>
  /** By the first three digits of a unit. */
  kreise: ReadonlyMap<string, string>
}

/** Of those who answer, so many write comments, some of them several. */
const writing = 0.4
/** Whom a comment does not fit, passes it on: so often at most. */
const mostTries = 200

/** Who of the demo world writes which comment: each is written once, by somebody who answers so that it fits. */
export function placeComments({ instrument, profile, comments, facts, early, kreise }: Placing): PlacedComment[] {
  const random = new Random(`kommentare ${profile.wave}`)
  const shown = new Set(profile.shown.map(({ unit }) => unit))
  const typed = new Map<string, Record<string, string>>()
  const answersOf = (one: Facts) => {
    const known = typed.get(one.unit) ?? inventAnswers(instrument, profile, one, beginAnswers(profile, one).random)
    typed.set(one.unit, known)
    return known
  }
  const writers = [...facts.values()]
    .toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
    .filter((one) => !early.has(one.unit) && !shown.has(one.unit))
    .filter((one) => beginAnswers(profile, one).state === 'abgesendet' && random.chance(writing))
  const taken = new Set<string>()
  return comments.flatMap((comment): PlacedComment[] => {
    for (let tries = 0; tries < mostTries && writers.length > 0; tries += 1) {
      const writer = random.pick(writers)
      if (writer === undefined || taken.has(`${writer.unit} ${comment.field}`)) continue
      if (comment.if !== undefined && !fits(answersOf(writer), comment.if)) continue
      taken.add(`${writer.unit} ${comment.field}`)
      const text = filled(comment.text, writer, facts, kreise)
      return [{ key: comment.key, unit: writer.unit, field: comment.field, text }]
    }
    return []
  })
}

const fits = (answers: Record<string, string>, wanted: NonNullable<DemoComment['if']>) =>
  Object.entries(wanted).every(([name, codes]) => codes.includes(answers[name] ?? ''))

const kreisOf = (unit: string) => unit.slice(0, 3)

function filled(
  text: string,
  { unit, name }: Facts,
  facts: ReadonlyMap<string, Facts>,
  kreise: ReadonlyMap<string, string>,
): string {
  if (!text.includes('{')) return text
  const near = [...facts.values()].filter((one) => kreisOf(one.unit) === kreisOf(unit) && one.name !== name)
  const neighbour = new Random(`nachbar ${unit}`).pick(near.toSorted((a, b) => (a.unit < b.unit ? -1 : 1)))
  return text
    .replaceAll('{name}', name)
    .replaceAll('{nachbar}', neighbour?.name ?? 'der Nachbarstadt')
    .replaceAll('{kreis}', kreise.get(kreisOf(unit)) ?? 'Landkreis')
}

/** What somebody has typed, with the comments beside it, by unit. */
export function commentsByUnit(placed: readonly PlacedComment[]): Map<string, Record<string, string>> {
  const byUnit = new Map<string, Record<string, string>>()
  for (const { unit, field, text } of placed) byUnit.set(unit, { ...byUnit.get(unit), [field]: text })
  return byUnit
}
