import { basename } from 'node:path'
import type { Refusal } from '../../analysis/sources/source.ts'
import { openTables } from '../admindata/open-tables.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { participantIds } from '../store/scopes.ts'
import { type AmendContext, type Amended, amend } from './amend.ts'
import { explain } from './amend-act.ts'
import { checkAmendments } from './check-amendments.ts'
import { columnName } from './columns.ts'
import { type AmendmentLine, type ReadAmendments, readAmendments } from './read-file.ts'

export interface LookedAtFile extends ReadAmendments {
  /** Whether a second account has to agree. */
  isLarge: boolean
}

interface Request {
  path: string
  file?: string
  by: number | undefined
  mostUnpacked?: number
}

/** What a file would amend, with all that is wrong with it, each with its line and column. */
export async function lookAtFile(
  context: AmendContext,
  { wave, form: { instrument } }: AskedWave,
  { path, file = basename(path), by, ...limits }: Request,
): Promise<LookedAtFile> {
  const opened = await openTables(path, { file, ...limits })
  try {
    const participants = await participantIds(context.db, wave.id, by)
    const { lines, problems } = await readAmendments(opened, { instrument, participants })
    const { faults, unexplained, isLarge } = await checkAmendments(context, wave, lines)
    const lineOf = (place: number) => lines[place]?.line ?? 1
    const found: Refusal[] = [
      ...problems,
      ...faults.map(({ place, message }) => ({ line: lineOf(place), column: columnName('became'), sentence: message })),
      ...unexplained.map(({ place, message }) => ({
        line: lineOf(place),
        column: columnName('note'),
        sentence: `${message} ${explain}`,
      })),
    ]
    return { lines, problems: found.sort((a, b) => a.line - b.line), isLarge }
  } finally {
    await opened.close()
  }
}

/** Amends what a file says, as it was looked at: all of it or nothing. */
export const amendLines = (
  context: AmendContext,
  { wave }: AskedWave,
  lines: readonly AmendmentLine[],
  by: number | undefined,
): Promise<Amended> => amend(context, { wave, by, amendments: lines.map(({ line: _line, ...amendment }) => amendment) })
