import type { FastifyInstance } from 'fastify'
import type { RouteContext } from '../../../boot/context.ts'
import { participantFormHref } from '../../pages/intern/addresses.ts'
import { requireOffice } from '../../plugins/office-visit.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { addCheckPage } from '../check.ts'
import { addHelpRoute } from '../help.ts'
import { addHubRoutes } from '../hub.ts'
import { addPaperRoutes } from '../paper.ts'
import { addReceiptRoutes } from '../receipt.ts'
import { addSectionPage } from '../section.ts'

/** The pages of a form for the office: the same as those of whoever answers, without anything that saves. */
export function addOfficeFormRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const asked = { right: 'answers.read' } as const
  app.register(
    async (inner) => {
      requireOffice(inner, context)
      addHubRoutes(inner, context, show, asked)
      addHelpRoute(inner, context, show, asked)
      addPaperRoutes(inner, context, asked)
      addSectionPage(inner, context, show, asked)
      addCheckPage(inner, context, show, asked)
      addReceiptRoutes(inner, context, show, asked)
    },
    { prefix: participantFormHref(':wave', ':unit') },
  )
}
