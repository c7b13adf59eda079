import type { Db } from '../database/database.ts'
import type { Role } from '../domain/rights.ts'
import { findTexts, type PersonText } from '../store/person-texts.ts'
import { findAccounts, findAsked, findInitials, type Initials } from '../store/person-traces.ts'

/** All that is known of whoever a name, an address, initials or a number stand for. */
export interface PersonFound {
  term: string
  texts: PersonText[]
  initials: Initials[]
  /** Forms that asked this very person: all answers in them are about them. */
  asked: { id: number; wave: string; unit: string }[]
  accounts: { id: number; name: string; role: Role }[]
}

/** Looks for a person by name, mail, phone, initials, number or account, in everything that can hold one. */
export async function findPerson(db: Db, term: string): Promise<PersonFound> {
  const [initials, asked, accounts] = [
    await findInitials(db, term),
    await findAsked(db, term),
    await findAccounts(db, term),
  ]
  const own = asked.map(({ id }) => id)
  const found = await findTexts(db, { term })
  const texts =
    own.length === 0 ? found : [...found, ...(await findTexts(db, { participants: own })).filter(isNotIn(found))]
  return { term, texts, initials, asked, accounts }
}

function isNotIn(found: readonly PersonText[]): (text: PersonText) => boolean {
  const name = ({ table, column, key, field }: PersonText) => JSON.stringify([table, column, key, field])
  const known = new Set(found.map(name))
  return (text) => !known.has(name(text))
}

export const isNobody = ({ texts, initials, asked, accounts }: PersonFound): boolean =>
  texts.length + initials.length + asked.length + accounts.length === 0
