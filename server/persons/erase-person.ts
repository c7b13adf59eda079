import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { hasRight } from '../domain/rights.ts'
import { InputError } from '../errors/input-error.ts'
import { namedAccount } from '../staff/named-account.ts'
import type { Erased } from '../store/erase-texts.ts'
import { erase } from './erase.ts'
import type { PersonFound } from './find-person.ts'

interface Wanted {
  ground: string
  als: string | undefined
  zustimmung: string | undefined
  /** The answers that are left are to lead back to nobody. */
  cuts: boolean
}

/** Erases what was found of a person. Two accounts answer for it. */
export async function erasePerson(
  context: Pick<AppContext, 'db' | 'config'>,
  { texts, initials, asked }: PersonFound,
  { ground, als, zustimmung, cuts }: Wanted,
): Promise<Erased> {
  const [accountId, consentId] = [
    await accountOf(context.db, 'als', als),
    await accountOf(context.db, 'zustimmung', zustimmung),
  ]
  if (accountId === consentId) throw new InputError('Wer zustimmt, muss jemand anderes sein als wer löscht.')
  return erase(context, {
    ground,
    accountId,
    consentId,
    texts,
    initials: initials.map(({ id }) => id),
    cut: cuts ? asked.map(({ id }) => id) : [],
  })
}

async function accountOf(db: Db, option: string, name: string | undefined): Promise<number> {
  if (name === undefined)
    throw new InputError(`Bitte nennen Sie mit --${option} ein Konto: Für eine Löschung stehen zwei Personen ein.`)
  const found = await namedAccount(db, name, `--${option}`)
  if (!hasRight(found.role, 'person.manage'))
    throw new InputError(`Das Konto „${name}“ darf keine Personen löschen. Das darf die Rolle Datenschutz.`)
  return found.id
}
