import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../boot/context.ts'
import { listTerms } from '../../store/retention-terms.ts'
import { listPublicWaves } from '../../store/waves.ts'
import { helpPage } from '../pages/help-page.ts'
import { accessibilityPage } from '../pages/public/accessibility-page.ts'
import { imprintPage } from '../pages/public/imprint-page.ts'
import { privacyPage } from '../pages/public/privacy-page.ts'
import { startPage } from '../pages/public/start-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The pages that everybody may read. */
export function addInfoRoutes(app: FastifyInstance, { db, forms, config }: RouteContext, show: ShowPage): void {
  const { operator, contact, publicUrl = '' } = config
  const publicWaves = async () =>
    Promise.all(
      (await listPublicWaves(db)).map(async (wave) => ({ wave, instrument: (await forms.get(wave)).instrument })),
    )

  app.get('/', async (request, reply) =>
    show(request, reply, 'start', 'Wer fragt, und wozu', startPage(operator, publicUrl, await publicWaves())),
  )
  // Whoever shortens the address of a survey.
  app.get('/erhebungen', (_request, reply) => reply.redirect('/', 303))
  app.get('/hilfe', (request, reply) => show(request, reply, 'hilfe', 'Hilfe', helpPage(contact)))
  app.get('/impressum', (request, reply) => show(request, reply, 'impressum', 'Impressum', imprintPage(operator)))
  app.get('/barrierefreiheit', (request, reply) =>
    show(request, reply, 'barrierefreiheit', 'Erklärung zur Barrierefreiheit', accessibilityPage(operator)),
  )
  app.get('/datenschutz', async (request, reply) => {
    const [waves, terms] = await Promise.all([publicWaves(), listTerms(db)])
    const titles = new Map(waves.map(({ wave, instrument }) => [wave.id, instrument.title]))
    return show(request, reply, 'datenschutz', 'Datenschutz', privacyPage(operator, titles, terms))
  })
}
