import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../errors/error-code.ts'

/**
 * The secret of an installation with its own database: made once, kept beside the database, readable by its owner
 * only. Written aside and then linked, so that two processes that start together read the same whole file.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret')
  const kept = await readFile(path, 'utf8').catch(unlessCode('ENOENT'))
  if (kept !== undefined) return kept.trim()
  const aside = await writeAside(dataDir, randomBytes(48).toString('base64url'))
  await link(aside, path).catch(unlessCode('EEXIST'))
  await rm(aside)
  return (await readFile(path, 'utf8')).trim()
}

/** Puts the secret of a backup in the place of the one that there is: nothing was made with that one, since the database was empty. */
export async function putSecret(dataDir: string, secret: string): Promise<void> {
  await rename(await writeAside(dataDir, secret), join(dataDir, 'secret'))
}

async function writeAside(dataDir: string, secret: string): Promise<string> {
  const aside = join(dataDir, `secret.${process.pid}-${randomBytes(4).toString('hex')}`)
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await writeFile(aside, `${secret}\n`, { mode: 0o600 })
  return aside
}
