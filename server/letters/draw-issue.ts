import { formatNumber } from '../../surveys/reading/number.ts'
import type { AppContext } from '../boot/context.ts'
import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { InputError } from '../errors/input-error.ts'
import { beginDrawing, codesSinceListed, type Issue, keepDrawn } from '../store/letter-issues.ts'
import { listReceivers } from '../store/letter-receivers.ts'
import type { Asked } from './asked-wave.ts'
import { lettersFile, whoGetsOne } from './letters-file.ts'

export interface DrawnFile {
  file: Buffer
  /** Which file of its issue it is: only its newest can be confirmed. */
  drawing: number
}

/**
 * Draws a code for each letter of an issue and makes the file. Nothing of it is kept but hashes, and these not before the file is
 * complete; none of them works yet. Undefined where the issue is settled, or another file of it was begun meanwhile.
 */
export async function drawIssue(
  context: Pick<AppContext, 'db' | 'keys' | 'config'>,
  asked: Asked,
  issue: Pick<Issue, 'id' | 'letter' | 'form'>,
  accountId?: number,
): Promise<DrawnFile | undefined> {
  const { db, keys, config } = context
  const { id, letter, form } = issue
  const since = await codesSinceListed(db, id)
  if (config.twoAccounts && since > config.twoAccountsAbove) throw new InputError(tooManySince(since))
  const drawing = await beginDrawing(db, id)
  if (drawing === undefined) return undefined
  const receivers = whoGetsOne(form, await listReceivers(db, { wave: asked.id, issue: id }))
  const codes = new Map(receivers.map((receiver) => [receiver.id, newAccessCode()]))
  const file = await lettersFile({ config, letter, form, wave: asked, receivers, codes, at: new Date() })
  const hashed = [...codes].map(([participantId, code]) => ({
    participantId,
    hash: hashAccessCode(code, keys.accessCode),
  }))
  return (await keepDrawn(db, { issue: id, drawing, accountId, codes: hashed })) ? { file, drawing } : undefined
}

const tooManySince = (codes: number) =>
  `Seit diese Ausgabe angelegt wurde, haben ${formatNumber(codes)} daraus einen Zugangscode bekommen, der gilt. Bitte verwerfen Sie sie und ` +
  'legen Sie eine neue an: Ihr stimmt zuerst ein zweites Konto zu.'
