import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../database/database.ts'
import { unlessCode } from '../errors/error-code.ts'
import { mailFile } from '../mail/folder-transport.ts'
import { isMailFile, type KeptMail, listKeptMails } from '../mail/mailbox.ts'
import { mailFolder } from '../mail/settings.ts'
import { messageIds } from '../store/message-ids.ts'
import type { PersonText } from '../store/person-texts.ts'
import { mailFilePlace } from './places.ts'
import type { TextAddress } from './text-address.ts'

/** All mails that lie as files. */
export async function keptMails(dataDir: string): Promise<KeptMail[]> {
  return (await listKeptMails(mailFolder(dataDir), Number.POSITIVE_INFINITY)).mails
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Those in which a text stands, whatever its case and however its letters are composed, and those of some names. */
export function mailTexts(mails: readonly KeptMail[], term: string, files: ReadonlySet<string>): PersonText[] {
  return mails
    .map((mail) => ({ mail, text: `An: ${mail.to}\nBetreff: ${mail.subject}\n\n${mail.text}` }))
    .filter(({ mail, text }) => files.has(mail.file) || plain(text).includes(plain(term)))
    .map(({ mail: { file, date }, text }) => ({
      table: mailFilePlace.table,
      column: mailFilePlace.column,
      holds: mailFilePlace.holds,
      key: { file },
      participantId: null,
      field: mailFilePlace.column,
      wave: null,
      unit: null,
      text,
      at: date ?? new Date(0),
      row: {},
    }))
}

/** The files of what went to some participants. */
export async function filesTo(db: Db, participants: readonly number[]): Promise<string[]> {
  return participants.length === 0 ? [] : (await messageIds(db, participants)).map(mailFile)
}

export const isMailText = ({ table }: Pick<TextAddress, 'table'>): boolean => table === mailFilePlace.table

/** Deletes files of mails, and says how many were there. */
export async function deleteMails(dataDir: string, files: Iterable<string>): Promise<number> {
  let count = 0
  for (const file of new Set(files)) {
    if (!isMailFile(file.replace(/\.neu$/, ''))) continue
    const isGone = await rm(join(mailFolder(dataDir), file)).then(() => true, unlessCode('ENOENT'))
    if (isGone) count += 1
  }
  return count
}
