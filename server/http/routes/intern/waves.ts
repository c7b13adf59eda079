import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { oneAddress } from '../../../boot/proxy-advice.ts'
import { hasRight } from '../../../domain/rights.ts'
import { countLateUnits } from '../../../store/late-input.ts'
import { listResponses, responsesByDay, responsesByKreis } from '../../../store/responses.ts'
import { homeHref, waveHref } from '../../pages/intern/addresses.ts'
import { waveEntry, wavePage } from '../../pages/intern/wave-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'wave.read' } } as const

/** Where staff begin: the waves, and what came in. */
export function addWaveRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context

  app.get(homeHref, right, async (request, reply) => {
    const waves = (await listResponses(db)).map(async (wave) => waveEntry(wave, (await forms.get(wave)).instrument))
    return show(request, reply, 'intern/home', 'Übersicht', {
      waves: await Promise.all(waves),
      warning: context.isOneAddress() ? oneAddress : '',
    })
  })

  app.get<{ Params: { wave: string } }>(waveHref(':wave'), right, async (request, reply) => {
    const id = request.params.wave
    const [wave] = await listResponses(db, id)
    if (wave === undefined) return reply.problem('notFound')
    const maySee = hasRight(request.staff.role, 'answers.export')
    const [{ instrument }, register, days, kreise, late] = await Promise.all([
      forms.get(wave),
      context.register(),
      responsesByDay(db, id),
      responsesByKreis(db, id),
      maySee ? countLateUnits(db, id) : 0,
    ])
    const page = wavePage(wave, instrument, { days, kreise, late }, register)
    return show(request, reply, 'intern/wave', `Rücklauf ${id}`, page)
  })
}
