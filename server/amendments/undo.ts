import { freshFindings } from '../../surveys/amending/fresh-findings.ts'
import { surroundingsOf } from '../field/surroundings-of.ts'
import { type KnownAmendment, listAmendments, undoAmendments, usedAnswers, usedWithout } from '../store/amendments.ts'
import { noteStaff } from '../store/staff-audit.ts'
import type { Wave } from '../store/waves.ts'
import type { CheckContext } from './check-amendments.ts'

interface Wanted {
  wave: Wave
  by: number | undefined
  /** One of them, or all that were made together in a state of the data. */
  what: { id: number } | { state: number }
}

/** How many were taken back, or all that speaks against it. */
export type Undone = { undone: number } | { faults: string[] }

/** Takes one amendment back, or all that were made together: what was given is used again. Nobody else amends these meanwhile. */
export async function undo(context: CheckContext, { wave, by, what }: Wanted): Promise<Undone> {
  return context.db.transaction().execute(async (trx) => {
    const meant = (one: KnownAmendment) =>
      one.undoneAt === null && ('id' in what ? one.id === what.id : one.state === what.state)
    const standing = async () => (await listAmendments(trx, { wave: wave.id, account: by })).filter(meant)
    const participants = [...new Set((await standing()).map(({ participantId }) => participantId))]
    const used = await usedAnswers(trx, participants, { hold: true })
    const own = await standing()
    if (own.length === 0) return { undone: 0 }
    const ids = own.map(({ id }) => id)
    const faults = await leftBroken({ ...context, db: trx }, { wave, used, ids })
    if (faults.length > 0) return { faults }
    const [participant, ...others] = participants
    const detail = { amendments: own.length, ...(others.length === 0 ? { participant } : {}) }
    await noteStaff(trx, { action: 'amendments_undone', accountId: by, wave: wave.id, detail })
    return { undone: (await undoAmendments(trx, ids, by)).length }
  })
}

interface Left {
  wave: Wave
  used: Awaited<ReturnType<typeof usedAnswers>>
  ids: readonly number[]
}

/** What an error would say of what is left, and says neither now nor of what was given: one of two that fit together alone. */
async function leftBroken(context: CheckContext, { wave, used, ids }: Left): Promise<string[]> {
  const left = await usedWithout(context.db, [...used.keys()], ids)
  const broken: string[] = []
  for (const [participantId, now] of used) {
    const { comments, collected } = now
    const form = await context.forms.get({ ...wave, surveyVersion: now.surveyVersion })
    const fresh = freshFindings(form.instrument, {
      known: [now, { answers: collected, comments }],
      after: { answers: left.get(participantId) ?? collected, comments },
      around: await surroundingsOf(context, form, wave, now.unit),
    })
    const errors = fresh.filter(({ severity }) => severity === 'error')
    broken.push(...errors.map(({ message }) => `${now.unit}: ${message} ${wayOut}`))
  }
  return broken
}

const wayOut = 'Bitte nehmen Sie zusammen zurück, was zusammengehört, oder korrigieren Sie erst das andere.'
