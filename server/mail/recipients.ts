import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import { alreadySent } from '../store/dispatches.ts'
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
  /** Whom it is meant for and who has no address that one can write to. */
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

type Context = Pick<JobContext, 'db' | 'forms'>

/** Whom a template is meant for at that time, and who did not have it yet. */
export async function recipientsOf({ db, forms }: Context, template: Template, wanted: Wanted): Promise<Recipients> {
  const { wave, at, job = 0, only, accountId } = wanted
  if (template.chosen && only === undefined) return { all: [], unreachable: [] }
  const found = await readMailFacts(db, { wave, accountId, ...(only === undefined ? {} : { ids: only }) })
  const standings = await standingsOf(db, forms, found)
  const had = await alreadySent(db, wave, template.name)
  const today = berlinDay(at)
  const meant = found.flatMap((facts, index) => {
    const standing = standings[index]
    if (standing === undefined || !template.fits({ facts, standing, today })) return []
    return had.has(`${facts.id} ${template.keyOf(facts, job)}`) ? [] : [{ facts, standing }]
  })
  const isReachable = ({ facts }: Recipient) => isMailAddress(facts.mail)
  return { all: meant.filter(isReachable), unreachable: meant.filter((one) => !isReachable(one)) }
}
