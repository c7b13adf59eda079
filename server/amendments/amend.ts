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

/** A fault in what was typed, by the place of the value that it is in. */
export interface TypedFault extends ColumnFault {
  place: number
}

/** What speaks against what was typed, and what was meant by it as far as all of it could be read. */
interface TypedFaults {
  faults: TypedFault[]
  meant: readonly AskedAmendment[]
}

/** Amends values of one form as they were typed: all of them, in one act, or none. */
export async function amendTyped(
  context: AmendContext,
  { wave, form: { instrument } }: AskedWave,
  { typed, by }: { typed: readonly TypedAmendment[]; by: number | undefined },
): Promise<Extract<Amended, { said: string }> | TypedFaults> {
  const participants = await participantIds(context.db, wave.id, by)
  const read = typed.map((one) => readAmendment(one, { instrument, participants }))
  const unread = read.flatMap((one, place) => ('faults' in one ? one.faults.map((fault) => ({ ...fault, place })) : []))
  if (unread.length > 0) return { faults: unread, meant: [] }
  const amendments = read.flatMap((one) => ('faults' in one ? [] : [one]))
  const { faults, unexplained } = await checkAmendments(context, wave, amendments)
  const found: TypedFault[] = [
    ...faults.map(({ place, message }) => ({ place, column: 'became' as const, sentence: message })),
    ...unexplained.map(({ place, message }) => ({ place, column: 'note' as const, sentence: `${message} ${explain}` })),
  ]
  if (found.length > 0) return { faults: found, meant: amendments }
  const done = await amend(context, { wave, amendments, by })
  if ('said' in done) return done
  return { faults: done.faults.map((sentence) => ({ place: 0, column: 'became', sentence })), meant: amendments }
}
