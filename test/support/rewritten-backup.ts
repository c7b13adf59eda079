import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createGunzip, gzipSync } from 'node:zlib'
import { endOfTar, readTar, type TarEntry, tarEntry } from '../../server/backup/tar.ts'

/** Another backup, made of the files of an open one as somebody who knows the format would change them. */
export async function rewritten(
  from: string,
  to: string,
  change: (entries: TarEntry[]) => TarEntry[],
): Promise<string> {
  const entries: TarEntry[] = []
  for await (const entry of readTar(createReadStream(from).pipe(createGunzip()))) entries.push(entry)
  const files = change(entries).map((entry) => tarEntry(entry, new Date(0)))
  await writeFile(to, gzipSync(Buffer.concat([...files, endOfTar])))
  return to
}
