import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { unlessCode } from '../errors/error-code.ts'

export interface KeptMail {
  file: string
  subject: string
  to: string
  from: string
  date: Date | undefined
  text: string
  /** Empty where the mail has none. */
  html: string
}

/** The names of our files: no other is opened. */
const ours = /^[\w-]{1,80}\.eml$/

/** Whether a mail lies in a file of this name. */
export const isMailFile = (name: string): boolean => ours.test(name)

/** The mails that lie in the folder, the newest first, and whether there are more. */
export async function listKeptMails(folder: string, most: number): Promise<{ mails: KeptMail[]; more: boolean }> {
  const names = ((await readdir(folder).catch(unlessCode('ENOENT'))) ?? []).filter(isMailFile)
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
  const newest = dated.toSorted((a, b) => b.at - a.at).slice(0, most)
  const mails = await Promise.all(newest.map(({ name }) => readKeptMail(folder, name)))
  return { mails: mails.flatMap((mail) => mail ?? []), more: names.length > most }
}

export async function readKeptMail(folder: string, file: string): Promise<KeptMail | undefined> {
  if (!isMailFile(file)) return undefined
  const bytes = await readFile(join(folder, file)).catch(unlessCode('ENOENT'))
  if (bytes === undefined) return undefined
  const mail = await simpleParser(bytes, { skipTextToHtml: true })
  const to = [mail.to ?? []].flat().map(({ text }) => text)
  return {
    file,
    subject: mail.subject ?? '',
    to: to.join(', '),
    from: mail.from?.text ?? '',
    date: mail.date,
    text: mail.text ?? '',
    html: mail.html || '',
  }
}
