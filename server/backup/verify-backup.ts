import type { Source } from './read-backup.ts'
import { checkRestorable, type Restored, restoreChecked } from './restore-backup.ts'
import { inScratch } from './scratch.ts'

/** Tries whether a backup can be brought back: in a database that is thrown away afterwards. */
export async function verifyBackup(
  source: Source,
  dataDir: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<Restored> {
  const checked = await checkRestorable(source)
  return inScratch(dataDir, onProgress, ({ pool }) => restoreChecked(pool, source, checked))
}
