import type { FastifyInstance } from 'fastify'
import { isLogFormat, logFormats } from '../../../audit/log-lines.ts'
import { wantedOf } from '../../../audit/wanted-of.ts'
import { writeLog } from '../../../audit/write-log.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { setAside } from '../../../export/prepare-download.ts'
import { lastCut } from '../../../store/log-cuts.ts'
import { listLogEntries } from '../../../store/log-entries.ts'
import { chainEnd, countUnsealed } from '../../../store/log-seals.ts'
import { listAccounts } from '../../../store/staff-accounts.ts'
import { listPinned } from '../../../store/waves.ts'
import { logFileHref, logHref } from '../../pages/intern/addresses.ts'
import { askedFor, logPage, readLogQuery } from '../../pages/intern/log-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'audit.read' } } as const

/** What staff and commands did, above all what was downloaded; what was noted of forms, where it is asked for. */
export function addLogRoutes(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  app.get(logHref, right, async (request, reply) => {
    const { filter, before } = readLogQuery(request.query)
    const [found, accounts, waves, newest, unsealed, cut] = await Promise.all([
      listLogEntries(db, { ...wantedOf(filter), before, limit: askedFor }),
      listAccounts(db),
      listPinned(db),
      chainEnd(db),
      countUnsealed(db),
      lastCut(db),
    ])
    const page = logPage({
      filter,
      before,
      found,
      accounts: accounts.map(({ name }) => name),
      waves: waves.map(({ id }) => id),
      newest,
      unsealed,
      cut,
    })
    return show(request, reply, 'intern/log', 'Protokoll', page)
  })

  app.get<{ Params: { format: string } }>(logFileHref(':format'), right, async (request, reply) => {
    const { format } = request.params
    if (!isLogFormat(format)) return reply.problem('notFound')
    const { filter } = readLogQuery(request.query)
    const { accountId } = request.staff
    const { content, bytes } = await setAside((path) => writeLog(db, path, { filter, format, accountId }))
    const { mediaType, ending } = logFormats[format]
    return reply
      .type(mediaType)
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="protokoll${ending}"`)
      .send(content)
  })
}
