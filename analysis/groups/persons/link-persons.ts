/** Who works in Kommunen: the number, and the keys of the Kommunen that the person has named. */
export interface Person {
  number: string
  named: readonly string[]
  /** What was written where no key could be read from it, as it was written. */
  unread?: string
}

/** What the register knows on the day of the survey. */
interface LinkRegister {
  kommunen: ReadonlySet<string>
  /** The Kommunen of each Verbund. */
  members: ReadonlyMap<string, readonly string[]>
}

/** That a person stands for a Kommune, and with what share of the person. */
export interface PersonLink {
  /** The place of the person in the list. */
  person: number
  gkz: string
  /** All links of a person add up to 1. */
  weight: number
  /** `genannt`: by the person. `verbund`: the person named none, so all Kommunen of the Verbund. */
  via: 'genannt' | 'verbund'
  /** Named, but not one of the Verbund that the number belongs to. */
  outside: boolean
}

/** What found no partner. */
export interface Unlinked {
  number: string
  /** What was named; '' where nothing was. */
  named: string
  reason: 'unbekannte_kommune' | 'verbund_ohne_kommunen'
}

/** By the rules of the README beside it. */
export function linkPersons(
  persons: readonly Person[],
  { kommunen, members }: LinkRegister,
): { links: PersonLink[]; unlinked: Unlinked[] } {
  const links: PersonLink[] = []
  const unlinked: Unlinked[] = []
  for (const [person, { number, named, unread = '' }] of persons.entries()) {
    const verbund = members.get(number.slice(0, 6)) ?? []
    const known = [...new Set(named)].filter((gkz) => kommunen.has(gkz))
    const unknown = [...new Set([...named, unread])].filter((text) => text !== '' && !kommunen.has(text))
    for (const text of unknown) unlinked.push({ number, named: text, reason: 'unbekannte_kommune' })
    const via = known.length > 0 ? 'genannt' : 'verbund'
    const responsible = via === 'genannt' ? known : verbund
    if (responsible.length === 0) unlinked.push({ number, named: '', reason: 'verbund_ohne_kommunen' })
    for (const gkz of responsible)
      links.push({ person, gkz, weight: 1 / responsible.length, via, outside: !verbund.includes(gkz) })
  }
  return { links, unlinked }
}
