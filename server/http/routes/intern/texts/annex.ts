import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sha256 } from '../../../../../surveys/definition/canonical.ts'
import { type AnnexOfWave, annexOfWave } from '../../../../annex/annex-of-wave.ts'
import { annexTables } from '../../../../annex/annex-tables.ts'
import { firstPlanText, readPlanText } from '../../../../annex/plan-of-wave.ts'
import { annexHtml } from '../../../../annex/write-annex.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { InputError } from '../../../../errors/input-error.ts'
import { csvDe } from '../../../../export/formats/csv-de.ts'
import { prepareDownload } from '../../../../export/prepare-download.ts'
import { print } from '../../../../paper/print.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { textAnnexHref } from '../../../pages/intern/text-addresses.ts'
import { type AnnexFile, annexFiles, annexPage } from '../../../pages/intern/texts/annex-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.release', computed: true } } as const
const isFile = (text: string): text is AnnexFile => Object.hasOwn(annexFiles, text)
const sent = z.strictObject({
  _csrf: z.string(),
  plan: z.string().max(200_000),
  als: z.union([z.literal('seite'), z.string().refine(isFile)]).default('seite'),
})

interface OfWave {
  Params: { wave: string }
}

/** What was released of the texts of a wave, as it would be published: to look at, and as files. */
export function addTextAnnexRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  async function showAnnex(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedTexts,
    plan: string,
    found: Found,
  ) {
    const { annex, problems } = found
    if (problems.length > 0) reply.code(422)
    const errors = problems.map((message) => ({ field: 'plan', message }))
    const page = annexPage(asked, { plan, annex: annex?.document }, { errors })
    return show(request, reply, 'intern/text-annex', `Anhang ${asked.wave.id}`, page)
  }

  interface Found {
    annex?: AnnexOfWave
    problems: readonly string[]
  }

  /** The annex that a plan makes, or why there is none. */
  async function made(asked: AskedTexts, plan: string): Promise<Found> {
    try {
      return {
        annex: await annexOfWave(context, asked, { plan: await readPlanText(plan, 'Der Plan') }),
        problems: [],
      }
    } catch (error) {
      if (error instanceof InputError) return { problems: error.sentences }
      throw error
    }
  }

  app.get<OfWave>(textAnnexHref(':wave'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const plan = await firstPlanText(asked)
    return showAnnex(request as FastifyRequest, reply, asked, plan, await made(asked, plan))
  })

  app.post<OfWave>(textAnnexHref(':wave'), right, async (request, reply) => {
    const typed = sent.safeParse(request.body)
    const { accountId } = request.staff
    const asked = await askedTexts(context, request.params.wave, accountId)
    if (asked === undefined) return reply.problem('notFound')
    if (!typed.success) return reply.problem('badForm')
    const { plan, als } = typed.data
    const found = await made(asked, plan)
    if (als === 'seite' || found.annex === undefined)
      return showAnnex(request as FastifyRequest, reply, asked, plan, found)
    const wave = asked.wave.id
    const { name, type, content, hash } = await fileOf(found.annex, als, `${wave}-anhang`)
    const detail = {
      ...{ file: name, format: name.slice(name.lastIndexOf('.') + 1), state: found.annex.origin.state },
      sha256: hash,
    }
    await noteStaff(db, { action: 'download', accountId, wave, detail })
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)
  })
}

async function fileOf({ document, origin }: AnnexOfWave, file: AnnexFile, name: string) {
  if (file === 'pdf') return whole(`${name}.pdf`, 'application/pdf', await print('annex', document))
  if (file === 'html') return whole(`${name}.html`, 'text/html; charset=utf-8', annexHtml(document))
  const [excerpts, counts] = annexTables(document, name, origin)
  const table = file === 'csv' ? excerpts : counts
  if (table === undefined) throw new Error('an annex has two tables')
  const { content, sha256: hash } = await prepareDownload(csvDe, table)
  return { name: `${table.name}${csvDe.ending}`, type: csvDe.mediaType, content, hash }
}

const whole = (name: string, type: string, content: string | Buffer) => ({ name, type, content, hash: sha256(content) })
