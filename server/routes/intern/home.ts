import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../context.ts'
import { homeHref } from '../../pages/intern/addresses.ts'
import { waveEntry } from '../../pages/intern/home-page.ts'
import type { ShowPage } from '../../plugins/pages.ts'
import { listResponses } from '../../store/responses.ts'

/** Where staff begin: the waves, and how much came in. */
export function addHomeRoutes(app: FastifyInstance, { db, forms }: RouteContext, show: ShowPage): void {
  app.get(homeHref, { config: { right: 'wave.read' } }, async (request, reply) => {
    const waves = (await listResponses(db)).map(async (wave) => waveEntry(wave, (await forms.get(wave)).instrument))
    return show(request, reply, 'intern/home', 'Übersicht', { waves: await Promise.all(waves) })
  })
}
