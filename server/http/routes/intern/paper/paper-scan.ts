import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { RouteContext } from '../../../../boot/context.ts'
import { largestScanMegabytes, scanKindOf } from '../../../../returned-paper/scan-kind.ts'
import { addScan, deleteScan, readScan, scansOf } from '../../../../store/paper-scans.ts'
import { participantIds } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { paperHref, scanDeleteHref, scanHref, scanUploadHref } from '../../../pages/intern/addresses.ts'
import type { Cookies } from '../../../plugins/cookie.ts'
import { type Received, receiveUpload, uploadLimits } from '../../receive-upload.ts'
import type { ShowPaper } from './paper.ts'

const right = { right: 'paper.enter' } as const
/** So many of one form: somebody scans page by page. */
const mostScans = 60

interface One {
  Params: { wave: string; unit: string }
}
interface Scan {
  Params: One['Params'] & { scan: string }
}

/** Scans of what came back on paper: kept as they are, looked at by nothing of ours, given out to be saved only. */
export function addScanRoutes(
  app: FastifyInstance,
  context: RouteContext,
  cookies: Cookies,
  showPaper: ShowPaper,
): void {
  const { db } = context

  const participantOf = async ({ params, staff }: FastifyRequest<One>) =>
    (await participantIds(db, params.wave, staff.accountId)).get(params.unit)

  app.register(async (inner) => {
    await inner.register(multipart, { throwFileSizeLimit: false, limits: uploadLimits(largestScanMegabytes) })
    // The route reads its body itself: not before it is known who sends it, and that it comes from a page of ours.
    inner.post<One>(
      scanUploadHref(':wave', ':unit'),
      { config: { ...right, handlesForeignPosts: true } },
      async (request, reply) => {
        if (!request.isMultipart()) return reply.problem('badForm')
        const participant = await participantOf(request)
        if (participant === undefined) return reply.problem('notFound')
        const isOurs = (fields: Received['fields']) => cookies.isFromOurPage(request, fields._csrf)
        const error = await receiveUpload(request, isOurs, ({ fields, file }) =>
          isOurs(fields) ? keep(request, participant, file) : undefined,
        )
        if (error === undefined) return reply.problem('foreignPost')
        if (error !== '') return showPaper(request as FastifyRequest, reply.code(422), { error })
        return reply.redirect(`${paperHref(request.params.wave, request.params.unit)}?getan=scan`, 303)
      },
    )
  })

  /** Says why a file was not kept, or ''. */
  async function keep(
    { params: { wave }, staff: { accountId } }: FastifyRequest<One>,
    participant: number,
    file: Received['file'],
  ) {
    if (file === undefined || file.bytes === 0) return 'Bitte wählen Sie einen Scan aus.'
    const { path, bytes, name: fileName, isTooLarge } = file
    if (isTooLarge)
      return `Der Scan ist größer als ${largestScanMegabytes} MB. Bitte scannen Sie schwarz-weiß oder in mehreren Teilen.`
    const kind = await scanKindOf(path, bytes)
    if (kind === undefined)
      return 'Das ist kein vollständiges PDF, JPEG oder PNG. Bitte speichern Sie den Scan noch einmal.'
    if ((await scansOf(db, participant)).length >= mostScans)
      return `Zu diesem Bogen liegen schon ${mostScans} Scans. Bitte löschen Sie erst welche.`
    await db.transaction().execute(async (trx) => {
      const { media } = kind
      const scan = await addScan(trx, { participantId: participant, accountId, fileName, media, bytes, path })
      await noteStaff(trx, { action: 'scan_added', accountId, wave, detail: { participant, scan } })
    })
    return ''
  }

  app.get<Scan>(scanHref(':wave', ':unit', ':scan'), { config: right }, async (request, reply) => {
    const participant = await participantOf(request)
    const found = (await scansOf(db, participant ?? 0)).find(({ id }) => String(id) === request.params.scan)
    if (participant === undefined || found === undefined) return reply.problem('notFound')
    const { wave, unit } = request.params
    const detail = { participant, scan: found.id }
    await noteStaff(db, { action: 'scan_seen', accountId: request.staff.accountId, wave, detail })
    const name = `${wave}-${unit}-scan-${found.id}.${endings[found.media]}`
    return reply
      .type(found.media)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-length', found.bytes)
      .send(readScan(db, found.id))
  })

  app.post<Scan>(scanDeleteHref(':wave', ':unit', ':scan'), { config: right }, async (request, reply) => {
    const participant = await participantOf(request)
    if (participant === undefined) return reply.problem('notFound')
    const { wave, unit, scan } = request.params
    const id = /^\d{1,15}$/.test(scan) ? Number(scan) : 0
    if (!(await deleteScan(db, participant, id))) return reply.problem('notFound')
    const { accountId } = request.staff
    await noteStaff(db, { action: 'scan_deleted', accountId, wave, detail: { participant, scan: id } })
    return reply.redirect(`${paperHref(wave, unit)}?getan=scan-weg`, 303)
  })
}

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const
