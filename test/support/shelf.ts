import { createHash } from 'node:crypto'
import { existsSync, statfsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'

const memory = '/dev/shm'
const gigabyte = 2 ** 30

/**
 * Where the clusters of tests lie: in memory where there is enough of it. A new database is a thousand small files, which takes a disk
 * ten times as long; PostgreSQL does the same in both, and is told to write as durably. A run that looks for what it left has a
 * place of its own.
 */
export const shelf =
  process.env.TEST_SHELF ?? (hasRoom() ? join(memory, `stichtag-${nameOfClone()}`) : join(projectRoot, '.tap'))

/** By what does not change while tests run, so that all processes of a run find the same place. */
function hasRoom(): boolean {
  if (!existsSync(memory)) return false
  const { blocks, bsize } = statfsSync(memory)
  const ours = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return blocks * bsize >= 3 * gigabyte && ours >= 6 * gigabyte
}

function nameOfClone(): string {
  return createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)
}
