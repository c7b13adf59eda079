import type { FastifyInstance } from 'fastify'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { RouteContext } from '../../boot/context.ts'
import { listWaves } from '../../store/waves.ts'
import type { ShowPage } from '../plugins/show-page.ts'

/** The pages that everybody may read. */
export function addInfoRoutes(app: FastifyInstance, { db, forms, config }: RouteContext, show: ShowPage): void {
  app.get('/', async (request, reply) => {
    const running = (await listWaves(db)).filter(({ state }) => state === 'open')
    const waves = await Promise.all(
      running.map(async ({ survey, survey_version: surveyVersion, stichtag, frist, open, synthetic }) => ({
        title: (await forms.get({ survey, surveyVersion, stichtag, frist })).instrument.title,
        stichtag: stichtag === null ? '' : formatDate(stichtag),
        frist: formatDate(frist),
        open,
        synthetic,
      })),
    )
    return show(request, reply, 'start', 'Erhebungen der Kommunen', { waves })
  })
  const page = { contact: config.contact }
  app.get('/hilfe', (request, reply) => show(request, reply, 'hilfe', 'Hilfe', page))
  app.get('/barrierefreiheit', (request, reply) =>
    show(request, reply, 'barrierefreiheit', 'Erklärung zur Barrierefreiheit', page),
  )
  app.get('/datenschutz', (request, reply) => show(request, reply, 'datenschutz', 'Datenschutz', page))
}
