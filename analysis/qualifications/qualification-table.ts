import { CountTable, type Place } from '../disclosure/count-table.ts'
import { isFew } from '../disclosure/fewest.ts'
import { hidden, type Told } from '../disclosure/hidden.ts'
import type { PersonOn } from './persons-on.ts'
import { type Qualification, qualificationKeys } from './qualification.ts'
import { type Requalification, requalifications } from './requalification.ts'

/** A letter, unsettled, or nothing said. */
export type Answer = Qualification | 'unknown'

export const answers: readonly Answer[] = [...qualificationKeys, 'unknown']

/** How many persons there are, and of each kind how many and what per cent of them. */
export interface ToldCounts {
  persons: Told<number>
  by: Readonly<Record<Answer, { count: Told<number>; share: Told<number> | undefined }>>
}

export interface ToldQualifications {
  all: ToldCounts
  kreise: readonly ({ kreis: string } & ToldCounts)[]
  requalification: readonly { state: Requalification; count: Told<number> }[]
  trained: Told<number>
}

/**
 * Persons by qualification, of all and by Kreis. Per cents are of all persons, those whose qualification is unsettled among them, as
 * the Landesregierung counted in 2018 (59.4 + 25.0 + 14.2 + 1.4). No count tells of fewer than three persons, nor can one be
 * reckoned from those beside it: what is told of all is decided first.
 */
export function tellQualifications(persons: readonly PersonOn[]): ToldQualifications {
  const table = new CountTable()
  const all = placesOf(table, persons)
  const states = requalificationPlaces(table, persons)
  const trained = table.add(persons.filter(({ isTrained }) => isTrained).length)
  table.sum([trained, table.imply(persons.filter(({ isTrained }) => !isTrained).length)], all.persons)
  table.decide()
  const keys = [...new Set(persons.map(({ kreis }) => kreis))].sort()
  const sparse = answers.filter((answer) => isSparse(persons, answer))
  const kreise = keys.map((kreis) => ({
    kreis,
    places: placesOf(
      table,
      persons.filter((one) => one.kreis === kreis),
      sparse,
    ),
  }))
  const inKreise = kreise.map(({ places }) => places)
  if (kreise.length > 0) {
    table.sum(
      inKreise.map(({ persons: one }) => one),
      all.persons,
    )
    for (const answer of answers)
      table.sum(
        inKreise.map(({ by }) => by[answer]),
        all.by[answer],
      )
  }
  return {
    all: tell(table, all),
    kreise: kreise.map(({ kreis, places }) => ({ kreis, ...tell(table, places) })),
    requalification: states.map(({ state, place }) => ({ state, count: table.tell(place) })),
    trained: table.tell(trained),
  }
}

interface Places {
  persons: Place
  by: Record<Answer, Place>
}

/**
 * Whether an answer has few persons wherever it has any, as what is still unsettled has. Then it is told of no Kreis, of those without any
 * neither: beside zeros that are told, ones that add up to their total would follow, and to prevent that all else would have to be hidden.
 */
function isSparse(persons: readonly PersonOn[], answer: Answer): boolean {
  const counts = new Map<string, number>()
  for (const { kreis, qualification = 'unknown' } of persons)
    if (qualification === answer) counts.set(kreis, (counts.get(kreis) ?? 0) + 1)
  return counts.size > 0 && [...counts.values()].every(isFew)
}

function placesOf(table: CountTable, persons: readonly PersonOn[], sparse: readonly Answer[] = []): Places {
  const by = Object.fromEntries(
    answers.map((answer) => {
      const count = persons.filter(({ qualification = 'unknown' }) => qualification === answer).length
      return [answer, sparse.includes(answer) ? table.imply(count) : table.add(count)]
    }),
  ) as Record<Answer, Place>
  const total = table.add(persons.length)
  table.sum(
    answers.map((answer) => by[answer]),
    total,
  )
  return { persons: total, by }
}

/** Of those of whom a Nachqualifizierung is asked; how many these are is told nowhere, and follows from the sum of them. */
function requalificationPlaces(table: CountTable, persons: readonly PersonOn[]) {
  const keys = Object.keys(requalifications) as Requalification[]
  const places = keys.map((state) => {
    const count = persons.filter(({ requalification }) => requalification === state).length
    return { state, place: table.add(count) }
  })
  table.sum(
    places.map(({ place }) => place),
    table.know(persons.length),
  )
  return places.filter(({ state }) => state !== 'none')
}

function tell(table: CountTable, { persons, by }: Places): ToldCounts {
  const all = table.countOf(persons)
  return {
    persons: table.tell(persons),
    by: Object.fromEntries(
      answers.map((answer) => {
        const count = table.tell(by[answer])
        const isShown = table.isTold(persons) && count !== hidden
        const share = all === 0 ? undefined : isShown ? (100 * count) / all : hidden
        return [answer, { count, share }]
      }),
    ) as ToldCounts['by'],
  }
}
