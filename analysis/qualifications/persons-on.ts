import type { Qualification } from './qualification.ts'
import { type Requalification, type Requalified, requalificationOn } from './requalification.ts'

interface Validity {
  valid_from: string
  valid_to: string | null
}

/** A person works for a recipient with a share of a full post. */
export interface Posting extends Validity {
  im_nummer: string
  /** Six digits; the first three are the Kreis. */
  empfaenger: string
  vzae: number
}

export interface Qualified extends Validity, Requalified {
  im_nummer: string
}

export interface Training {
  im_nummer: string
  am: string
}

/** A person as of a day, counted once, for however many recipients. */
export interface PersonOn {
  number: string
  /** That of the recipient for whom the person works most. */
  kreis: string
  /** Undefined where nobody has said. */
  qualification: Qualification | undefined
  requalification: Requalification
  /** Within the year up to that day. */
  isTrained: boolean
  /** Of a full post, in hundredths, for all recipients together. */
  hundredths: number
}

/** Who works on a day. Whoever works for several recipients is one person, in the Kreis of the largest share. */
export function personsOn(
  day: string,
  {
    postings,
    qualified,
    trainings,
  }: { postings: readonly Posting[]; qualified: readonly Qualified[]; trainings: readonly Training[] },
): PersonOn[] {
  const holds = ({ valid_from, valid_to }: Validity) => valid_from <= day && (valid_to ?? day) >= day
  const present = grouped(postings.filter(holds))
  const ever = grouped(postings)
  const qualifications = new Map(qualified.filter(holds).map((one) => [one.im_nummer, one]))
  const yearAgo = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
  const trained = new Set(trainings.filter(({ am }) => am > yearAgo && am <= day).map(({ im_nummer }) => im_nummer))
  return [...present].map(([number, own]) => {
    const one = qualifications.get(number)
    const begun = (ever.get(number) ?? []).map(({ valid_from }) => valid_from).sort()[0] ?? day
    return {
      number,
      kreis: kreisOf(number, own),
      qualification: one?.art,
      requalification: one === undefined ? 'none' : requalificationOn(day, begun, one),
      isTrained: trained.has(number),
      hundredths: own.reduce((sum, { vzae }) => sum + Math.round(vzae * 100), 0),
    }
  })
}

function grouped(postings: readonly Posting[]): Map<string, Posting[]> {
  const groups = new Map<string, Posting[]>()
  for (const one of postings) {
    const own = groups.get(one.im_nummer)
    if (own === undefined) groups.set(one.im_nummer, [one])
    else own.push(one)
  }
  return groups
}

/** Of several Kreise with as large a share it is the one that gave the number, then the first. */
function kreisOf(number: string, own: readonly Posting[]): string {
  const shares = new Map<string, number>()
  for (const { empfaenger, vzae } of own) {
    const kreis = empfaenger.slice(0, 3)
    shares.set(kreis, (shares.get(kreis) ?? 0) + Math.round(vzae * 100))
  }
  const given = number.slice(0, 3)
  const ranked = [...shares].sort(
    ([a, most], [b, other]) => other - most || Number(b === given) - Number(a === given) || Number(a) - Number(b),
  )
  return ranked[0]?.[0] ?? given
}
