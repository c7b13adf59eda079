import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import { type DispatchState, formerMails } from '../store/dispatches.ts'
import { type Addressee, addresseesOf } from './addressees.ts'
import { isMailAddress } from './mail-address.ts'
import type { Template } from './templates.ts'

interface Recipients {
  /** Whom it would go to. */
  all: Addressee[]
  /** Whom it is meant for and who has no address that one can write to, or one at which the same mail failed. */
  unreachable: Addressee[]
}

interface Wanted {
  wave: string
  at: Date
  /** The number of its job, where there is one. */
  job?: number | undefined
  only?: readonly number[] | undefined
  accountId?: number | null | undefined
}

const cameToNothing: ReadonlySet<DispatchState> = new Set(['refused', 'returned', 'stopped'])

type Context = Pick<JobContext, 'db' | 'pool' | 'forms'>

/** Whom a template is meant for at that time, and who did not have it yet. */
export async function recipientsOf(context: Context, template: Template, wanted: Wanted): Promise<Recipients> {
  const { wave, at, job = 0, only, accountId } = wanted
  if (template.chosen && only === undefined) return { all: [], unreachable: [] }
  const chosen = only && new Set(only)
  const asked = await addresseesOf(context, { wave, accountId })
  const former = await formerMails(context.db, wave, template.name)
  const today = berlinDay(at)
  const before = ({ participant }: Addressee) => former.get(`${participant.id} ${template.keyOf(participant, job)}`)
  const meant = asked.filter((one) => {
    if (chosen?.has(one.participant.id) === false || !template.fits({ ...one, today })) return false
    const had = before(one)
    return had === undefined || cameToNothing.has(had.state)
  })
  // What did not arrive is tried again once somebody has put the address right.
  const isReachable = (one: Addressee) => {
    const { mail } = one.participant
    const had = before(one)
    return isMailAddress(mail) && (had === undefined || had.state === 'stopped' || had.recipient !== mail.toLowerCase())
  }
  return { all: meant.filter(isReachable), unreachable: meant.filter((one) => !isReachable(one)) }
}
