import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessCode } from '../../errors/error-code.ts'

export interface Postmaster {
  pid: number
  /** Not yet known in the first moments of a start. */
  port: number | undefined
}

/**
 * What a server says of itself in `postmaster.pid`: process number in line 1, port in line 4 (PostgreSQL source,
 * src/include/utils/pidfile.h).
 */
export async function readPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(postmasterFile(data), 'utf8').catch(unlessCode('ENOENT'))
  if (text === undefined) return undefined
  const lines = text.split('\n')
  return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) || undefined }
}

export function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid')
}
