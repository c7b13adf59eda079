import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where files lie that belong to a database of a test. What was erased stands there; beside another database it would be erased in
 * that one too.
 */
export const dataFolderOf = (databaseUrl: string): string =>
  join(process.env.TEST_SHELF ?? tmpdir(), 'stichtag-tests', new URL(databaseUrl).pathname.slice(1))
