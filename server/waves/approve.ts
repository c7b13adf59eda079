import type { AppContext } from '../boot/context.ts'
import type { Db } from '../database/database.ts'
import { type Approval, addApproval, decideApproval, lockApproval } from '../store/approvals.ts'
import { noteStaff } from '../store/staff-audit.ts'
import { findWave, holdWave, lockWave, seenOf, type Wave } from '../store/waves.ts'
import type { About } from './act.ts'
import { type ActName, acts, isAct } from './acts.ts'

type Needed = Pick<AppContext, 'db' | 'pool' | 'config'>

interface Wish {
  act: ActName
  wave: Wave
  asked: Record<string, unknown>
  reason: string
  by: number | undefined
  /** Of the form that asks for it: a second click is the same. */
  mark?: string | undefined
}

export type Outcome = { faults: string[] } | { done: string } | { waits: number; isNew: boolean }

/** Does what is wished, or lays it before a second account where it reaches many. */
export async function propose({ db, ...needed }: Needed, wish: Wish): Promise<Outcome> {
  return db.transaction().execute((trx) => proposeIn({ db: trx, ...needed }, wish))
}

/** The same as a part of a transaction, so that it holds or falls with what else is done in it. */
export async function proposeIn(
  { db: trx, pool, config }: Needed,
  { act: name, wave, asked, reason, by, mark }: Wish,
): Promise<Outcome> {
  const act = acts[name]
  const locked = await lockWave(trx, wave.id)
  const about: About = { db: trx, pool, config, wave: locked, asked, reason, by, isAgreed: !config.twoAccounts, mark }
  const faults = await act.faults(about)
  if (faults.length > 0) return { faults }
  if (!config.twoAccounts || !(await act.reachesMany(about))) return { done: await act.run(about) }
  if (by === undefined) return { faults: [nameNeeded] }
  const seen = await seenOf(trx, wave.id)
  const { id, isNew } = await addApproval(trx, { act: name, wave: wave.id, asked, seen, reason, by })
  if (isNew) await note(trx, 'act_proposed', by, { id, act: name, wave: wave.id }, reason)
  return { waits: id, isNew }
}

const nameNeeded =
  'Dem muss ein zweites Konto zustimmen. Bitte nennen Sie mit --als, welches Konto es vorschlägt (oder STICHTAG_ALS).'

export type Answer = 'agreed' | 'refused' | 'withdrawn'

/** What became of a proposal: a sentence, and whether it is what was asked for. */
export interface Decided {
  said: string
  isDone: boolean
}

/** A second account agrees or refuses, or whoever proposed it takes it back. Nothing is decided twice. */
export async function decide(
  { db, pool, config }: Needed,
  id: number,
  answer: Answer,
  by: number,
): Promise<Decided | undefined> {
  return db.transaction().execute(async (trx) => {
    const found = await lockApproval(trx, id)
    if (found === undefined) return undefined
    if (found.decision !== null) return { said: 'Darüber ist schon entschieden.', isDone: false }
    const own = found.proposedBy === by
    if (answer === 'withdrawn' && !own)
      return { said: 'Zurücknehmen kann es nur, wer es vorgeschlagen hat.', isDone: false }
    if (answer !== 'withdrawn' && own)
      return {
        said: 'Zustimmen oder ablehnen muss ein zweites Konto. Sie können den Vorschlag zurücknehmen.',
        isDone: false,
      }
    if (answer !== 'agreed') return end(trx, found, answer, by)
    // Held before it is looked at: whatever changes it at this moment comes before or after.
    const wave = await holdWave(trx, found.wave)
    const why = await whyVoid(trx, found)
    if (why !== '') {
      await end(trx, found, 'void', by)
      return { said: `${why} Der Vorschlag gilt nicht mehr; bitte schlagen Sie es neu vor.`, isDone: false }
    }
    if (wave === undefined || !isAct(found.act)) throw new Error(`${found.act} is no act`)
    const { asked, reason } = found
    const about: About = {
      db: trx,
      pool,
      config,
      wave,
      asked,
      reason,
      by: found.proposedBy ?? undefined,
      isAgreed: true,
      agreedBy: by,
    }
    const faults = await acts[found.act].faults(about)
    if (faults.length > 0) return { said: faults.join(' '), isDone: false }
    const said = await acts[found.act].run(about)
    await end(trx, found, 'agreed', by)
    return { said, isDone: true }
  })
}

/** Why a proposal is no longer what it was, or ''. */
export async function whyVoid(db: Db, { proposerGone, act, wave, seen }: Approval): Promise<string> {
  if (proposerGone) return 'Das Konto, das es vorgeschlagen hat, ist inzwischen gesperrt.'
  if (!isAct(act) || (await findWave(db, wave)) === undefined) return 'Das gibt es so nicht mehr.'
  return seen === (await seenOf(db, wave)) ? '' : 'Die Erhebung wurde seither geändert.'
}

const said = {
  refused: 'Der Vorschlag ist abgelehnt.',
  withdrawn: 'Der Vorschlag ist zurückgenommen.',
  agreed: '',
  void: '',
}

async function end(trx: Db, found: Approval, decision: Answer | 'void', by: number): Promise<Decided> {
  await decideApproval(trx, found.id, decision, by)
  await note(trx, `act_${decision}`, by, found, '')
  return { said: said[decision], isDone: true }
}

function note(
  trx: Db,
  action: string,
  by: number,
  { id, act, wave }: Pick<Approval, 'id' | 'act' | 'wave'>,
  reason: string,
) {
  return noteStaff(trx, { action, accountId: by, wave, detail: { approval: id, act }, said: reason })
}
