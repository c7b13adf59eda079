import type { AppContext } from '../boot/context.ts'
import type { AskedWave } from '../field/asked-wave.ts'
import { participantIds } from '../store/scopes.ts'
import type { Wave } from '../store/waves.ts'
import { propose } from '../waves/approve.ts'
import { explain } from './amend-act.ts'
import { type AskedAmendment, type CheckContext, checkAmendments } from './check-amendments.ts'
import { type ColumnFault, readAmendment, type TypedAmendment } from './read-amendment.ts'

export type AmendContext = CheckContext & Pick<AppContext, 'config'>

/** What came of it: a sentence, or all that speaks against it. */
export type Amended = { said: string; waits: boolean } | { faults: string[] }

/** Amends answers of a wave, or lays it before a second account where one of the amendments is large. */
export async function amend(
  { db, pool, config }: AmendContext,
  { wave, amendments, by }: { wave: Wave; amendments: readonly AskedAmendment[]; by: number | undefined },
): Promise<Amended> {
  const outcome = await propose({ db, pool, config }, { act: 'amend', wave, asked: { amendments }, reason: '', by })
  if ('faults' in outcome) return outcome
  if ('done' in outcome) return { said: outcome.done, waits: false }
  const said = `Die Änderung ist so groß, dass ein zweites Konto zustimmen muss (Vorschlag ${outcome.waits}). Bis dahin gilt sie nicht.`
  return { said, waits: true }
}

/** Amends one value as it was typed. */
export async function amendTyped(
  context: AmendContext,
  { wave, form: { instrument } }: AskedWave,
  { typed, by }: { typed: TypedAmendment; by: number | undefined },
): Promise<Extract<Amended, { said: string }> | { faults: ColumnFault[] }> {
  const read = readAmendment(typed, { instrument, participants: await participantIds(context.db, wave.id, by) })
  if ('faults' in read) return read
  const { faults, unexplained } = await checkAmendments(context, wave, [read])
  const found: ColumnFault[] = [
    ...faults.map(({ message }) => ({ column: 'became' as const, sentence: message })),
    ...unexplained.map(({ message }) => ({ column: 'note' as const, sentence: `${message} ${explain}` })),
  ]
  if (found.length > 0) return { faults: found }
  const done = await amend(context, { wave, amendments: [read], by })
  return 'said' in done ? done : { faults: done.faults.map((sentence) => ({ column: 'became', sentence })) }
}
