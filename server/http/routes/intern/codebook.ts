import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bookOf } from '../../../../analysis/codebook/book.ts'
import { whole } from '../../../../analysis/words.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { readCodebook } from '../../../evaluation/read-codebook.ts'
import { loadSurveys } from '../../../evaluation/surveys.ts'
import { codebookFormats } from '../../../export/codebook-formats.ts'
import { exportFiles } from '../../../export/files.ts'
import { leavingCodebook } from '../../../export/note-export.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { codebookFileHref, codebookHref, waveHref } from '../../pages/intern/addresses.ts'
import { stateOf } from '../../pages/intern/evaluation-query.ts'
import type { ShowPage } from '../../plugins/show-page.ts'
import { orSentences } from './or-sentences.ts'

const right = { config: { right: 'answers.export', computed: true } } as const
const address = z.object({ stand: z.string().max(16).catch(''), format: z.string().max(32).catch('json') })

type OfWave = { Params: { wave: string } }

/** What a wave asks and what its files hold, with figures that tell of nobody: to be read, and as a file. */
export function addCodebookRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  const isKnown = async (wave: string) => (await loadSurveys(db, forms)).some((one) => one.wave === wave)
  const read = ({ query }: FastifyRequest, wave: string) =>
    orSentences(
      Promise.resolve(address.parse(query).stand).then((stand) =>
        readCodebook(context, forms, [wave], stand === '' ? {} : { state: stateOf(stand) }),
      ),
    )

  app.get<OfWave>(codebookHref(':wave'), right, async (request, reply) => {
    const { wave } = request.params
    if (!(await isKnown(wave))) return reply.problem('notFound')
    const found = await read(request, wave)
    const isRefused = Array.isArray(found)
    if (isRefused) reply.code(400)
    const ofState = (href: string, state: number, rest: Record<string, string> = {}) =>
      `${href}?${new URLSearchParams({ stand: String(state), ...rest })}`
    return show(request, reply, 'intern/codebook', `Codebuch, ${wave}`, {
      id: wave,
      waveHref: waveHref(wave),
      error: isRefused ? found.join(' ') : '',
      result: isRefused
        ? null
        : {
            book: bookOf(found),
            state: whole(found.study.state),
            permanentHref: ofState(codebookHref(wave), found.study.state),
            files: codebookFormats.map(({ name, label }) => ({
              href: ofState(codebookFileHref(wave), found.study.state, { format: name }),
              label,
            })),
          },
    })
  })

  app.get<OfWave>(codebookFileHref(':wave'), right, async (request, reply) => {
    const { wave } = request.params
    const format = codebookFormats.find(({ name }) => name === address.parse(request.query).format)
    if (format === undefined || !(await isKnown(wave))) return reply.problem('notFound')
    const found = await read(request, wave)
    if (Array.isArray(found)) return reply.problem('notFound')
    const content = Buffer.from(await format.write(found))
    const written = { bytes: content.length, sha256: sha256(content) }
    const noted = leavingCodebook(format.name, found.study, written)
    await noteStaff(db, { action: 'download', accountId: request.staff.accountId, ...noted })
    const name = `${wave}${exportFiles.codebuch.ending}${format.ending}`
    return reply.type(format.mediaType).header('content-disposition', `attachment; filename="${name}"`).send(content)
  })
}
