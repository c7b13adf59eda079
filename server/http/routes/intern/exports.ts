import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../boot/context.ts'
import { dialects } from '../../../export/answers-query.ts'
import { prepareDownload } from '../../../export/prepare-download.ts'
import { exportFiles } from '../../../export/write-file.ts'
import { listStaffEvents, noteStaff } from '../../../store/staff-audit.ts'
import { findWave, listWaves } from '../../../store/waves.ts'
import { exportsHref } from '../../pages/intern/addresses.ts'
import { downloadName, exportsPage } from '../../pages/intern/exports-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

const right = { config: { right: 'answers.export' } } as const
const keysOf = <Key extends string>(object: Record<Key, unknown>) => Object.keys(object) as [Key, ...Key[]]
const order = z.strictObject({
  _csrf: z.string(),
  erhebung: z.string().max(32),
  datei: z.enum(keysOf(exportFiles)),
  format: z.enum(keysOf(dialects)),
})
const howManyShown = 10

/** The answers as files. Each download is noted with who, what and the hash of the file before a byte of it is sent. */
export function addExportRoutes(app: FastifyInstance, { db, pool, forms }: RouteContext, show: ShowPage): void {
  app.get(exportsHref, right, async (request, reply) => {
    const { accountId } = request.staff
    const [waves, own] = await Promise.all([
      listWaves(db),
      listStaffEvents(db, { action: 'download', accountId, limit: howManyShown }),
    ])
    const titled = waves.map(async (wave) => {
      const { survey, survey_version: surveyVersion, stichtag, frist } = wave
      return { ...wave, title: (await forms.get({ survey, surveyVersion, stichtag, frist })).instrument.title }
    })
    return show(request, reply, 'intern/exports', 'Exporte', exportsPage(await Promise.all(titled), own))
  })

  app.post(exportsHref, right, async (request, reply) => {
    const typed = order.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { erhebung, datei: file, format } = typed.data
    const wave = await findWave(db, erhebung)
    if (wave === undefined) return reply.problem('notFound')
    const { survey, survey_version: surveyVersion, stichtag, frist } = wave
    const { instrument } = await forms.get({ survey, surveyVersion, stichtag, frist })
    const plan = { wave: wave.id, instrument, dialect: dialects[format] }
    const { content, rows, bytes, sha256 } = await prepareDownload(pool, file, plan)
    const filter = file === 'codebuch' ? 'keiner' : 'neueste Abgabe von allen, die abgesendet haben'
    await noteStaff(db, {
      action: 'download',
      accountId: request.staff.accountId,
      wave: wave.id,
      detail: { file, format, filter, rows, bytes, sha256, surveyVersion, synthetic: wave.synthetic },
    })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${downloadName(wave.id, file)}"`)
      .send(content)
  })
}
