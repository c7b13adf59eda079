import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { allValuesUsed, defaultValues, valuesCalled, valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import type { ExportsPage } from '../../../../views/page-data/staff-pages.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { mayUse } from '../../../domain/rights.ts'
import { fileOfWave } from '../../../export/file-of-wave.ts'
import { mayTake, offeredFiles } from '../../../export/files-offered.ts'
import { formatNamed } from '../../../export/formats/index.ts'
import { leaving } from '../../../export/note-export.ts'
import { prepareDownload } from '../../../export/prepare-download.ts'
import { listLogEntries } from '../../../store/log-entries.ts'
import { noteStaff } from '../../../store/staff-audit.ts'
import { findWave, listWaves } from '../../../store/waves.ts'
import { exportsHref } from '../../pages/intern/addresses.ts'
import { downloadName, exportsPage } from '../../pages/intern/exports-page.ts'
import { orError } from '../../pages/intern/or-error.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'answers.export' } } as const
const order = z.strictObject({
  _csrf: z.string(),
  erhebung: z.string().max(32),
  datei: z.enum(offeredFiles),
  format: z.string().max(32),
  /** A form without this choice means the values that count. */
  werte: z
    .enum(allValuesUsed.map((one) => valuesUsed[one].code))
    .default(valuesUsed[defaultValues].code)
    .transform((code) => valuesCalled(code) ?? defaultValues),
  /** The state with which that of the file is compared; only where that is the file. */
  seit: z.string().trim().max(64).default(''),
  /** The number of a codebook; only for what texts are about. */
  kategorien: z.string().trim().max(20).default(''),
})
const howManyShown = 10

type Chosen = ExportsPage['chosen']

/** The answers as files. Each download is noted with who, what and the hash of the file before a byte of it is sent. */
export function addExportRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, forms } = context
  async function showExports(request: FastifyRequest, reply: FastifyReply, problem = '', chosen: Chosen = {}) {
    const { name } = request.staff
    const [waves, own] = await Promise.all([
      listWaves(db),
      listLogEntries(db, { actions: ['download'], account: name, limit: howManyShown }),
    ])
    const titled = waves
      .filter(({ test }) => !test)
      .map(async (wave) => {
        const { survey, survey_version: surveyVersion, stichtag, frist } = wave
        return { ...wave, title: (await forms.get({ survey, surveyVersion, stichtag, frist })).instrument.title }
      })
    const page = exportsPage(await Promise.all(titled), own, {
      problem,
      chosen,
      holder: request.staff,
      offersPackages: mayUse(request.staff, 'answers.archive'),
    })
    return show(request, reply, 'intern/exports', 'Exporte', page)
  }

  app.get(exportsHref, right, async (request, reply) => showExports(request, reply))

  app.post(exportsHref, { config: { ...right.config, computed: true } }, async (request, reply) => {
    const typed = order.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { erhebung, datei: file, werte, seit, kategorien } = typed.data
    const format = formatNamed(typed.data.format)
    if (format === undefined) return reply.problem('badForm')
    if (!mayTake(request.staff, file)) return reply.problem('notAllowed')
    const wave = await findWave(db, erhebung)
    if (wave === undefined || wave.test) return reply.problem('notFound')
    const { id, survey, survey_version: surveyVersion, stichtag, frist, synthetic, state } = wave
    const { instrument } = await forms.get({ survey, surveyVersion, stichtag, frist })
    const { accountId } = request.staff
    const exported = { wave: id, instrument, stichtag, synthetic, state }
    const wanted = { file, by: request.staff, values: werte, since: seit, codebook: kategorien }
    const [made, problem] = await orError({}, () =>
      reading(context, async (copy) => {
        const { table, text } = await fileOfWave({ ...context, ...copy }, exported, wanted)
        return { table, text, download: text === undefined ? await prepareDownload(format, table) : undefined }
      }),
    )
    if (made === undefined)
      return showExports(request, reply.code(422), problem, {
        erhebung,
        datei: file,
        werte: valuesUsed[werte].code,
        format: format.name,
        seit,
        kategorien,
      })
    const { table, text, download } = made
    const note = (written: { bytes: number; sha256: string; rows?: number }) =>
      noteStaff(db, { action: 'download', accountId, ...leaving(format, table.origin, { file, ...written }) })
    if (text !== undefined) {
      await note({ bytes: Buffer.byteLength(text.text), sha256: sha256(text.text) })
      reply.type(text.mediaType).header('content-disposition', `attachment; filename="${text.name}"`)
      return reply.send(text.text)
    }
    if (download === undefined) throw new Error('what is no text is a table')
    const { content, ...written } = download
    await note(written)
    return reply
      .type(format.mediaType)
      .header('content-length', written.bytes)
      .header('content-disposition', `attachment; filename="${downloadName(table.name, format)}"`)
      .send(content)
  })
}
