import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SubmittedPage } from '../../../surveys/answer/submitted-page.ts'
import type { RouteContext } from '../../boot/context.ts'
import type { FormSection } from '../../forms/form.ts'
import { park } from '../../forms/park.ts'
import { saves } from '../../metrics/counts.ts'
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

/** Reads what was sent of a section. Where there is nothing to go on with, comes back with the answer that was given. */
export async function receiveSection(
  request: FastifyRequest<{ Params: SectionAddress }>,
  reply: FastifyReply,
  context: Pick<RouteContext, 'db'>,
  show: ShowPage,
): Promise<Received | { answered: FastifyReply }> {
  const { section } = request.params
  const shown = request.guest.form.sections.get(section)
  if (shown === undefined) return { answered: await reply.problem('notFound') }
  const received = await receivePage(request, reply, context, show, section)
  return 'answered' in received ? received : { shown, ...received }
}

/** The same for any page of a form, by the id of its reader. */
export async function receivePage(
  request: FastifyRequest,
  reply: FastifyReply,
  { db }: Pick<RouteContext, 'db'>,
  show: ShowPage,
  id: string,
): Promise<Pick<Received, 'page'> | { answered: FastifyReply }> {
  const { form, visit } = request.guest
  const page = form.readers.get(id)?.(request.body)
  if (page !== undefined && visit.alive) return { page }
  saves.add('refused')
  if (page === undefined) return { answered: await reply.problem(request.fromOurPage ? 'badForm' : 'foreignPost') }
  const late = await park(db, request.guest, id, page)
  // What is not kept goes back to its page, and must not be said to be.
  return { answered: await (late === 'lost' ? askAgain(request, reply, show) : askForCode(request, reply, late)) }
}
