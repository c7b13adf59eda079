import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../database/database.ts'
import { unlessCode } from '../errors/error-code.ts'
import { messageIds } from '../store/message-ids.ts'
import { mailFile } from './folder-transport.ts'
import { isMailFile } from './mailbox.ts'

/**
 * Mails that lie as files though no line of the outbox tells of them: tests, what was broken off, and those whose lines went with
 * their wave. Those of the last days are left alone.
 */
export async function strayMails(db: Db, folder: string, minutes: number): Promise<string[]> {
  const kept = new Set((await messageIds(db)).map(mailFile))
  const names = ((await readdir(folder).catch(unlessCode('ENOENT'))) ?? []).filter(
    (name) => isMailFile(name.replace(/\.neu$/, '')) && !kept.has(name),
  )
  const until = Date.now() - minutes * 60_000
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })))
  return dated.filter(({ at }) => at <= until).map(({ name }) => name)
}
