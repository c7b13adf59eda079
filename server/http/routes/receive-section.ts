import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import type { FormSection } from '../../forms/form.ts'
import { park } from '../../forms/park.ts'
import type { ShowPage } from '../plugins/show-page.ts'
import { askAgain, askForCode } from '../plugins/visit.ts'

export interface SectionAddress {
  section: string
}

/** A section, and what was sent of it. */
interface Received {
  shown: FormSection
  page: SubmittedPage
}

/** For routes that take what was typed: nothing of it may be lost, whatever has become of the session. */
export const receivesTyped = { handlesForeignPosts: true, keepsWhatIsLate: true, takesTexts: true }

/** Reads what was sent. Where there is nothing to go on with, comes back with the answer that was given. */
export async function receiveSection(
  request: FastifyRequest<{ Params: SectionAddress }>,
  reply: FastifyReply,
  { db }: Pick<RouteContext, 'db'>,
  show: ShowPage,
): Promise<Received | { answered: FastifyReply }> {
  const { form, visit } = request.guest
  const { section } = request.params
  const shown = form.sections.get(section)
  const page = form.readers.get(section)?.(request.body)
  if (shown === undefined) return { answered: await reply.problem('notFound') }
  if (page === undefined) return { answered: await reply.problem(request.fromOurPage ? 'badForm' : 'foreignPost') }
  if (visit.alive) return { shown, page }
  // What is not kept goes back to its page, and must not be said to be.
  const isKept = await park(db, visit, section, page)
  return { answered: await (isKept ? askForCode(request, reply, { parked: true }) : askAgain(request, reply, show)) }
}
