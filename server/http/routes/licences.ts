import type { FastifyInstance } from 'fastify'
import { readLicences } from '../../licences/read-licences.ts'
import { licencesPage } from '../pages/public/licences-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** What the site is made of. Read when somebody asks for the first time: it stays as long as the process. */
export function addLicencesRoute(app: FastifyInstance, show: ShowPage): void {
  let page: Promise<ReturnType<typeof licencesPage>> | undefined
  app.get('/lizenzen', async (request, reply) => {
    page ??= readLicences().then(licencesPage)
    return show(request, reply, 'lizenzen', 'Lizenzen', await page)
  })
}
