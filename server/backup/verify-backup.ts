import type { Source } from './read-backup.ts'
import { type Restored, restoreBackup } from './restore-backup.ts'
import { inScratch } from './scratch.ts'

/** Tries whether a backup can be brought back: in a database that is thrown away afterwards. */
export function verifyBackup(
  source: Source,
  dataDir: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<Restored> {
  return inScratch(dataDir, onProgress, ({ pool }) => restoreBackup(pool, source))
}
