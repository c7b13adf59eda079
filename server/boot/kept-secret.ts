import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../errors/error-code.ts'

/**
 * The secret of an installation with its own database: made once, kept beside the database, readable by its owner
 * only. Written aside and then linked, so that two processes that start together read the same whole file.
 */
export async function keptSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, 'secret')
  const aside = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  const kept = await readFile(path, 'utf8').catch(unlessCode('ENOENT'))
  if (kept !== undefined) return kept.trim()
  await mkdir(dataDir, { recursive: true, mode: 0o711 })
  await writeFile(aside, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  await link(aside, path).catch(unlessCode('EEXIST'))
  await rm(aside)
  return (await readFile(path, 'utf8')).trim()
}
