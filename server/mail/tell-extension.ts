import type { Db } from '../database/database.ts'
import { isSettled } from '../field/standing.ts'
import { type Addressee, addresseesOf } from './addressees.ts'
import { isMailAddress } from './mail-address.ts'
import { queueMailing, type WantedMailing } from './queue.ts'
import type { MailSettings } from './settings.ts'

/** The mail that tells an extension. */
export const extensionMail = 'verlaengerung'

/** So that an extension is told once, whoever plans it. */
export const extensionMark = (extension: number): string => `verlaengerung ${extension}`

type Told = Pick<WantedMailing, 'wave' | 'only' | 'accountId' | 'most'> & { extension: number }

/** Plans the mail for whoever an extension concerns; it goes to who has not answered and has an address. */
export function tellExtension(db: Db, settings: MailSettings, { extension, ...wanted }: Told): Promise<number> {
  return queueMailing(db, settings, { ...wanted, template: extensionMail, mark: extensionMark(extension) })
}

/** Who would be told that the last day of the whole wave is another one. */
export async function toldOfFrist(
  context: Parameters<typeof addresseesOf>[0],
  { wave, frist }: { wave: string; frist: string },
): Promise<Addressee[]> {
  const all = await addresseesOf(context, { wave })
  return all.filter(
    ({ participant: { state, lastDay, mail }, wave: { state: phase } }) =>
      phase === 'open' && !isSettled(state) && lastDay < frist && isMailAddress(mail),
  )
}
