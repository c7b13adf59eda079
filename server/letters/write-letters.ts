import { rm } from 'node:fs/promises'
import type { AppContext } from '../boot/context.ts'
import { InputError } from '../errors/input-error.ts'
import { addIssue, type Issue, type IssueForm } from '../store/letter-issues.ts'
import { discardIssue, settleIssue } from '../store/settle-letters.ts'
import type { Asked } from './asked-wave.ts'
import { drawIssue } from './draw-issue.ts'
import { lettersFile } from './letters-file.ts'
import type { Receiver } from './receiver.ts'
import { recipientsOf } from './recipients.ts'
import { writeNew } from './write-new.ts'

interface Order {
  asked: Asked
  form: IssueForm
  receivers: readonly Receiver[]
  out: string
  /** The codes go here, and none stands in `out`. */
  codesOut: string | undefined
  accountId: number | undefined
}

type Needed = Pick<AppContext, 'db' | 'keys' | 'config'>

/** Writes letters, or a list, with a code for each receiver. What cannot be written leaves nothing behind. */
export async function writeLetters(context: Needed, order: Order): Promise<void> {
  const { db } = context
  const { asked, form, receivers, codesOut, accountId } = order
  const letter = codesOut === undefined ? 'einladung' : 'zugangscode'
  const participants = receivers.map(({ id }) => id)
  const wanted = { wave: asked.id, letter, form, accountId, participants } as const
  const id = await db.transaction().execute((trx) => addIssue(trx, wanted))
  try {
    await writeIssue(context, order, { id, letter })
  } catch (error) {
    await discardIssue(db, id, accountId)
    throw error
  }
}

/**
 * Writes the letters of an issue. The files are complete before any code works: a code that nobody has in writing would lock its
 * receiver out.
 */
export async function writeIssue(
  context: Needed,
  order: Order,
  { id: issue, letter }: Pick<Issue, 'id' | 'letter'>,
): Promise<void> {
  const { asked, form, receivers, out, codesOut, accountId } = order
  const written: string[] = []
  try {
    if (codesOut !== undefined) {
      await writeNew(out, await lettersWithoutCode(context, order))
      written.push(out)
    }
    const drawn = await drawIssue(context, asked, { id: issue, letter, form }, accountId)
    if (drawn === undefined) throw takenOver(issue)
    await writeNew(codesOut ?? out, drawn.file)
    written.push(codesOut ?? out)
    const { drawing } = drawn
    const settled = await settleIssue(context.db, { issue, drawing, accountId, recipients: recipientsOf(receivers) })
    if (settled === undefined) throw takenOver(issue)
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })))
    throw error
  }
}

const takenOver = (issue: number) =>
  new InputError(`Ausgabe ${issue} hat inzwischen jemand anderes abgeschlossen. Ihre Codes gelten nicht.`)

function lettersWithoutCode({ config }: Pick<AppContext, 'config'>, { asked, form, receivers }: Order) {
  const codes = new Map()
  return lettersFile({ config, letter: 'anschreiben', form, wave: asked, receivers, codes, at: new Date() })
}
