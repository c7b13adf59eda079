import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import type { Db } from '../../../database/database.ts'
import { berlinDay } from '../../../domain/german-time.ts'
import { listPostings, listProvisions, listRecipients } from '../../../store/funding-list.ts'
import { listKommunen, listKreise, listPersons, listVerbuende } from '../../../store/register-list.ts'
import { presentKreise } from '../../../store/registry-rows.ts'
import { registerHref } from '../../pages/intern/addresses.ts'
import { type Found, type RegisterQuery, readRegisterQuery, registerPage } from '../../pages/intern/register-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

/** Kommunen, Kreise, Antragsverbünde and numbers of persons, as of a day. */
export function addRegisterRoute(app: FastifyInstance, { db }: RouteContext, show: ShowPage): void {
  app.get(registerHref, { config: { right: 'register.manage' } }, async (request, reply) => {
    const query = readRegisterQuery(request.query, berlinDay(new Date()))
    const [found, kreise] = await Promise.all([find(db, query), presentKreise(db)])
    const page = registerPage(query, found, kreise)
    return show(request, reply.code(query.isDayUnread ? 400 : 200), 'intern/register', 'Verzeichnis', page)
  })
}

async function find(db: Db, { view, filter }: RegisterQuery): Promise<Found> {
  switch (view) {
    case 'kommunen':
      return { view, ...(await listKommunen(db, filter)) }
    case 'kreise':
      return { view, ...(await listKreise(db, filter)) }
    case 'verbuende':
      return { view, ...(await listVerbuende(db, filter)) }
    case 'nummern':
      return { view, ...(await listPersons(db, filter)) }
    case 'zuwendung':
      return { view, ...(await listRecipients(db, filter)) }
    case 'durchfuehrung':
      return { view, ...(await listProvisions(db, filter)) }
    case 'einsaetze':
      return { view, ...(await listPostings(db, filter)) }
  }
}
