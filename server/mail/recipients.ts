import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import { type DispatchState, formerMails } from '../store/dispatches.ts'
import { type MailFacts, readMailFacts } from '../store/mail-facts.ts'
import { isMailAddress } from './mail-address.ts'
import { type Standing, standingsOf } from './standing.ts'
import type { Template } from './templates.ts'

export interface Recipient {
  facts: MailFacts
  standing: Standing
}

interface Recipients {
  /** Whom it would go to. */
  all: Recipient[]
  /** Whom it is meant for and who has no address that one can write to, or one at which the same mail failed. */
  unreachable: Recipient[]
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

type Context = Pick<JobContext, 'db' | 'forms'>

/** Whom a template is meant for at that time, and who did not have it yet. */
export async function recipientsOf({ db, forms }: Context, template: Template, wanted: Wanted): Promise<Recipients> {
  const { wave, at, job = 0, only, accountId } = wanted
  if (template.chosen && only === undefined) return { all: [], unreachable: [] }
  const found = await readMailFacts(db, { wave, accountId, ...(only === undefined ? {} : { ids: only }) })
  const standings = await standingsOf(db, forms, found)
  const former = await formerMails(db, wave, template.name)
  const today = berlinDay(at)
  const meant = found.flatMap((facts, index) => {
    const standing = standings[index]
    if (standing === undefined || !template.fits({ facts, standing, today })) return []
    const before = former.get(`${facts.id} ${template.keyOf(facts, job)}`)
    return before === undefined || cameToNothing.has(before.state) ? [{ facts, standing }] : []
  })
  // What did not arrive is tried again once somebody has put the address right.
  const isReachable = ({ facts }: Recipient) => {
    const before = former.get(`${facts.id} ${template.keyOf(facts, job)}`)
    const hasFailed =
      before !== undefined && before.state !== 'stopped' && before.recipient === facts.mail.toLowerCase()
    return isMailAddress(facts.mail) && !hasFailed
  }
  return { all: meant.filter(isReachable), unreachable: meant.filter((one) => !isReachable(one)) }
}
