import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../../boot/context.ts'
import { takenWords, takeReturned } from '../../../../mail/take-returned.ts'
import { returnedMailHref } from '../../../pages/intern/addresses.ts'
import type { Cookies } from '../../../plugins/cookie.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { showMail } from './show-mail.ts'

const mostFiles = 50
const limits = {
  files: mostFiles,
  fields: 1,
  parts: mostFiles + 1,
  fieldNameSize: 40,
  fieldSize: 1_000,
  fileSize: 1024 ** 2,
}
const route = { config: { right: 'field.manage', handlesForeignPosts: true } } as const

/** Takes reports of mails that came back. */
export function addReturnedMailRoute(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  show: ShowPage,
): void {
  /** The files of a form of ours; undefined where it comes from elsewhere. */
  async function filesOf(request: FastifyRequest) {
    const files: { name: string; bytes: Buffer }[] = []
    let isOurs = false
    for await (const part of request.parts()) {
      if (part.type === 'field')
        isOurs ||= part.fieldname === '_csrf' && cookies.isFromOurPage(request, String(part.value))
      else if (isOurs) files.push({ name: part.filename.slice(0, 100), bytes: await part.toBuffer() })
      else part.file.resume()
    }
    return isOurs ? files.filter(({ bytes }) => bytes.length > 0) : undefined
  }

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits })
    inner.post(returnedMailHref, route, async (request, reply) => {
      if (!request.isMultipart()) return reply.problem('badForm')
      const files = await filesOf(request)
      if (files === undefined) return reply.problem('foreignPost')
      if (files.length === 0)
        return showMail(context, show, request, reply.code(400), {
          returned: 'Bitte wählen Sie mindestens eine Datei aus.',
        })
      const taken = await takeReturned(context.db, files, request.staff.accountId)
      return showMail(context, show, request, reply, { notice: takenWords(taken).join(' ') })
    })
  })
}
