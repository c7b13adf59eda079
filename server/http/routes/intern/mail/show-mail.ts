import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Pages } from '../../../../../views/page-data/pages.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { type Holder, hasRight } from '../../../../domain/rights.ts'
import { mailingKind } from '../../../../mail/mailing.ts'
import { templateProblems } from '../../../../mail/template-files.ts'
import { countByState, listMails } from '../../../../store/dispatches.ts'
import { listJobs } from '../../../../store/jobs.ts'
import { isOnlySynthetic } from '../../../../store/only-synthetic.ts'
import { mailPage } from '../../../pages/intern/mail/mail-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { titlesOfWaves } from '../titles-of-waves.ts'

/** The mailings that the page lists; the others stand with the jobs. */
const mostMailings = 20

interface Said {
  /** The wave whose mails alone are wanted. */
  wave?: string
  notice?: string
  test?: Partial<Pages['intern/mail']['test']>
  returned?: string
}

/** The demo world: nothing real in it, and no mail server that would send something of it. Its folder holds the mails of all. */
export const isDemoMailbox = async ({ db, config }: RouteContext, { isScoped }: Holder): Promise<boolean> =>
  !isScoped && config.mail.smtp === undefined && (await isOnlySynthetic(db))

/** The page of the office's mails, with what became of what somebody did there. */
export async function showMail(
  context: RouteContext,
  show: ShowPage,
  request: FastifyRequest,
  reply: FastifyReply,
  { notice = '', wave: wanted = '', ...said }: Said = {},
) {
  const { db, config } = context
  const { accountId, role } = request.staff
  const waves = await titlesOfWaves(context)
  const wave = waves.has(wanted) ? wanted : undefined
  const [jobs, doubtful, counts, problems, isDemo] = await Promise.all([
    listJobs(db, { kind: mailingKind, wave, most: mostMailings, accountId }),
    listMails(db, { state: 'uncertain', wave, accountId }),
    countByState(db, { wave, accountId }),
    templateProblems(config.mail),
    isDemoMailbox(context, request.staff),
  ])
  const mayManage = hasRight(role, 'field.manage')
  const known = {
    settings: config.mail,
    waves,
    wave: wave ?? '',
    jobs,
    doubtful,
    counts,
    problems,
    isDemo,
    mayManage,
    notice,
    ...said,
  }
  return show(request, reply, 'intern/mail', 'Post', mailPage(known))
}
