import type { FastifyInstance } from 'fastify'
import { isStaffAddress } from '../pages/intern/addresses.ts'
import { asksForJson } from './json-routes.ts'
import { noStore } from './security.ts'
import type { ShowPage } from './show-page.ts'

const secondsUntilNextLook = 2
const heading = 'Die Demowelt wird eingerichtet'

/**
 * While there are not yet all answers, the pages of the staff say so instead of figures that are true of the first half.
 * They look again by themselves, also without a script. Whoever fills in a form does not have to wait.
 */
export function tellWhatIsMissing(app: FastifyInstance, missing: () => string | undefined, show: ShowPage): void {
  if (missing() === undefined) return
  app.addHook('onRequest', async (request, reply) => {
    const sentence = missing()
    if (sentence === undefined || !isStaffAddress(request.url)) return
    noStore(reply.code(503))
    reply.headers({ 'retry-after': secondsUntilNextLook, refresh: secondsUntilNextLook })
    if (asksForJson(request)) return reply.send({ error: 'preparing', message: sentence })
    return show(request, reply, 'message', heading, {
      heading,
      paragraphs: [sentence, 'Diese Seite lädt sich von selbst neu. Die Fragebögen lassen sich schon ausfüllen.'],
      link: { href: '/', label: 'Zur Startseite' },
    })
  })
}
