import type { AppContext } from '../boot/context.ts'
import type { Role } from '../domain/rights.ts'
import type { KeptMail } from '../mail/mailbox.ts'
import { findTexts, type PersonText } from '../store/person-texts.ts'
import { findAccounts, findAsked, findInitials, type Initials } from '../store/person-traces.ts'
import { filesTo, keptMails, mailTexts } from './mail-files.ts'
import { findRegistered, type Registered } from './registered.ts'

/** What is searched: the database, and what lies beside it. */
export interface Searched {
  db: AppContext['db']
  config: Pick<AppContext['config'], 'dataDir'>
}

/** All that is known of whoever a name, an address, initials or a number stand for. */
export interface PersonFound {
  term: string
  texts: PersonText[]
  initials: Initials[]
  /** Forms that asked this very person: all answers in them are about them. */
  asked: { id: number; wave: string; unit: string }[]
  accounts: { id: number; name: string; role: Role }[]
  /** What the register says of whoever has this number. */
  registered: Registered[]
}

/** Looks for a person by name, mail, phone, initials, number or account, in everything that can hold one. */
export async function findPerson(searched: Searched, term: string): Promise<PersonFound> {
  return findIn(searched, await keptMails(searched.config.dataDir), term)
}

async function findIn({ db }: Searched, mails: readonly KeptMail[], term: string): Promise<PersonFound> {
  const [initials, asked, accounts, registered] = [
    await findInitials(db, term),
    await findAsked(db, term),
    await findAccounts(db, term),
    await findRegistered(db, term),
  ]
  const own = asked.map(({ id }) => id)
  const files = new Set(await filesTo(db, own))
  const found = [...(await findTexts(db, { term })), ...mailTexts(mails, term, files)]
  const texts =
    own.length === 0 ? found : [...found, ...(await findTexts(db, { participants: own })).filter(isNotIn(found))]
  return { term, texts, initials, asked, accounts, registered }
}

/** The same for several terms at once; what is found by two of them is told once. */
export async function findByTerms(searched: Searched, terms: readonly string[]): Promise<Omit<PersonFound, 'term'>> {
  const mails = await keptMails(searched.config.dataDir)
  const all: PersonFound[] = []
  for (const term of terms) all.push(await findIn(searched, mails, term))
  const each = <One>(of: (found: PersonFound) => One[], nameOf: (one: One) => string) => [
    ...new Map(all.flatMap(of).map((one) => [nameOf(one), one])).values(),
  ]
  const byId = ({ id }: { id: number }) => String(id)
  return {
    texts: each(({ texts }) => texts, nameOf),
    initials: each(({ initials }) => initials, byId),
    asked: each(({ asked }) => asked, byId),
    accounts: each(({ accounts }) => accounts, byId),
    registered: each(
      ({ registered }) => registered,
      ({ number }) => number,
    ),
  }
}

const nameOf = ({ table, column, key, field, participantId }: PersonText) =>
  JSON.stringify([table, column, key, field, participantId])

function isNotIn(found: readonly PersonText[]): (text: PersonText) => boolean {
  const known = new Set(found.map(nameOf))
  return (text) => !known.has(nameOf(text))
}

export const isNobody = ({ texts, initials, asked, accounts, registered }: PersonFound): boolean =>
  texts.length + initials.length + asked.length + accounts.length + registered.length === 0
