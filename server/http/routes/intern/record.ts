import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { readStanding } from '../../../database/roles/standing.ts'
import { lastBackups } from '../../../store/backups.ts'
import { logDays } from '../../../store/log-cuts.ts'
import { lastRun } from '../../../store/retention.ts'
import { listTerms } from '../../../store/retention-terms.ts'
import { countAccounts } from '../../../store/staff-accounts.ts'
import { recordHref } from '../../pages/intern/addresses.ts'
import { recordPage } from '../../pages/intern/record-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { titlesOfWaves } from './titles-of-waves.ts'

/** The record of processing, as it is configured. */
export function addRecordRoute(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, config } = context
  app.get(recordHref, { config: { right: 'privacy.read' } }, async (request, reply) => {
    const [titles, terms, backups, last, accounts, standing, days] = await Promise.all([
      titlesOfWaves(context),
      listTerms(db),
      lastBackups(db),
      lastRun(db),
      countAccounts(db),
      readStanding(db),
      logDays(db),
    ])
    const settingsOff = context.settingsOff()
    const found = { titles, terms, backups, lastRun: last, settingsOff, accounts, standing, logDays: days }
    const page = recordPage({ config, ...found })
    return show(request, reply, 'intern/record', 'Verzeichnis der Verarbeitung', page)
  })
}
