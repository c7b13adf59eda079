import type { AppContext } from '../boot/context.ts'
import { noteReturned, participantsOfCodes } from '../store/returned-letters.ts'
import { readReturned } from './read-returned.ts'
import type { Receiver } from './receiver.ts'

interface Typed {
  wave: string
  typed: string
  receivers: readonly Receiver[]
  accountId: number | undefined
}

/** Notes letters that came back, or nothing at all where a line fits nobody. */
export async function noteTypedReturns(
  { db, keys }: Pick<AppContext, 'db' | 'keys'>,
  { wave, typed, receivers, accountId }: Typed,
): Promise<{ problems: string[]; noted: number }> {
  const lines = readReturned(typed, receivers, keys.accessCode)
  const byCode = await participantsOfCodes(
    db,
    wave,
    lines.flatMap(({ hash }) => hash ?? []),
  )
  const own = new Set(receivers.map(({ id }) => id))
  const found = lines.map((line) => ({ ...line, id: line.id ?? byCode.get(line.hash?.toString('hex') ?? '') }))
  const problems = found
    .filter(({ id }) => id === undefined || !own.has(id))
    .map(({ line, shown }) => `Zeile ${line}: „${shown}“ nimmt an dieser Erhebung nicht teil.`)
  if (lines.length === 0) problems.push('Bitte geben Sie an, wessen Schreiben zurückkamen, eines je Zeile.')
  if (problems.length > 0) return { problems, noted: 0 }
  const participants = found.flatMap(({ id }) => id ?? [])
  const noted = await noteReturned(db, { wave, participants, accountId })
  if (noted.length > 0) return { problems, noted: noted.length }
  return { problems: ['Dafür ist kein Schreiben vermerkt, das noch unterwegs ist.'], noted: 0 }
}
