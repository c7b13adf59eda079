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
import { changePlan, deletePlan, listPlans, savePlan } from '../../../../store/texts/annex-plans.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { annexPlansHref, textAnnexHref } from '../../../pages/intern/text-addresses.ts'
import { type AnnexFile, annexFiles, annexPage, longestTitle } from '../../../pages/intern/texts/annex-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.release', computed: true } } as const
const isFile = (text: string): text is AnnexFile => Object.hasOwn(annexFiles, text)
const number = z.coerce.number().int().positive().optional().catch(undefined)
const sent = z.strictObject({
  _csrf: z.string(),
  plan: z.string().max(200_000),
  titel: z.string().max(longestTitle).default(''),
  gemerkt: number,
  als: z.union([z.literal('seite'), z.string().refine(isFile)]).default('seite'),
})
const keeping = z.strictObject({
  _csrf: z.string(),
  plan: z.string().max(200_000),
  titel: z.string().trim().max(longestTitle),
  gemerkt: number,
  aktion: z.enum(['merken', 'aendern', 'loeschen']),
})
const query = z.object({ plan: number, getan: z.string().catch('') })

const notices: Record<string, string> = {
  gemerkt: 'Der Plan ist gemerkt. Alle, die freigeben, finden ihn hier.',
  geaendert: 'Der gemerkte Plan ist geändert.',
  geloescht: 'Der gemerkte Plan ist gelöscht.',
}

interface OfWave {
  Params: { wave: string }
}

/** What was released of the texts of a wave, as it would be published: to look at, and as files. */
export function addTextAnnexRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  interface Shown {
    plan: string
    /** What somebody typed as its name, and which kept one it is. */
    title?: string
    kept?: number | undefined
    found: Found
    notice?: string
  }

  async function showAnnex(request: FastifyRequest, reply: FastifyReply, asked: AskedTexts, shown: Shown) {
    const { plan, title, kept, found, notice = '' } = shown
    const { annex, problems, untitled = '' } = found
    if (problems.length > 0 || untitled !== '') reply.code(422)
    const errors = [
      ...problems.map((message) => ({ field: 'plan', message })),
      ...(untitled === '' ? [] : [{ field: 'titel', message: untitled }]),
    ]
    const plans = await listPlans(db, asked.wave.id)
    const known = { plan, annex: annex?.document, plans, kept, account: request.staff.accountId, title }
    const page = annexPage(asked, known, { errors, notice })
    return show(request, reply, 'intern/text-annex', `Anhang ${asked.wave.id}`, page)
  }

  interface Found {
    annex?: AnnexOfWave
    problems: readonly string[]
    /** What is wrong with the name under which it was to be kept. */
    untitled?: string
  }

  /** The annex that a plan makes, or why there is none. */
  async function made(asked: AskedTexts, plan: string): Promise<Found> {
    const made: { annex?: AnnexOfWave } = {}
    const problems = await sentencesOf(async () => {
      made.annex = await annexOfWave(context, asked, { plan: await readPlanText(plan, 'Der Plan') })
    })
    return { ...made, problems }
  }

  app.get<OfWave>(textAnnexHref(':wave'), right, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { plan: kept, getan } = query.parse(request.query)
    const one = kept === undefined ? undefined : (await listPlans(db, asked.wave.id)).find(({ id }) => id === kept)
    if (kept !== undefined && one === undefined) return reply.problem('notFound')
    const plan = one?.plan ?? (await firstPlanText(asked))
    const notice = notices[getan] ?? ''
    return showAnnex(request as FastifyRequest, reply, asked, { plan, kept, found: await made(asked, plan), notice })
  })

  app.post<OfWave>(textAnnexHref(':wave'), right, async (request, reply) => {
    const typed = sent.safeParse(request.body)
    const { accountId } = request.staff
    const asked = await askedTexts(context, request.params.wave, accountId)
    if (asked === undefined) return reply.problem('notFound')
    if (!typed.success) return reply.problem('badForm')
    const { plan, als, titel: title, gemerkt: kept } = typed.data
    const wave = asked.wave.id
    const found = await made(asked, plan)
    if (als === 'seite' || found.annex === undefined)
      return showAnnex(request as FastifyRequest, reply, asked, { plan, title, kept, found })
    const { name, type, content, hash } = await fileOf(found.annex, als, `${wave}-anhang`)
    const detail = {
      ...{ file: name, format: name.slice(name.lastIndexOf('.') + 1), state: found.annex.origin.state },
      sha256: hash,
    }
    await noteStaff(db, { action: 'download', accountId, wave, detail })
    return reply.type(type).header('content-disposition', `attachment; filename="${name}"`).send(content)
  })

  app.post<OfWave>(annexPlansHref(':wave'), { config: { right: 'texts.release' } }, async (request, reply) => {
    const { accountId: by } = request.staff
    const typed = keeping.safeParse(request.body)
    const asked = await askedTexts(context, request.params.wave, by)
    if (asked === undefined) return reply.problem('notFound')
    if (!typed.success) return reply.problem('badForm')
    const { plan, titel: title, gemerkt: kept, aktion } = typed.data
    const wave = asked.wave.id
    const href = textAnnexHref(wave)
    const own = kept === undefined ? undefined : { id: kept, wave, by }
    if (aktion !== 'merken' && own === undefined) return reply.problem('notFound')
    if (aktion === 'loeschen' && own !== undefined)
      return (await deletePlan(db, own)) ? reply.redirect(`${href}?getan=geloescht`, 303) : reply.problem('notFound')
    const problems = await sentencesOf(() => readPlanText(plan, 'Der Plan'))
    const untitled = title === '' ? 'Bitte geben Sie dem Plan einen Namen.' : ''
    if (problems.length > 0 || untitled !== '')
      return showAnnex(request as FastifyRequest, reply, asked, { plan, title, kept, found: { problems, untitled } })
    if (own === undefined || aktion === 'merken') {
      const id = await savePlan(db, { wave, title, plan, by })
      return reply.redirect(`${href}?plan=${id}&getan=gemerkt`, 303)
    }
    const done = await changePlan(db, { ...own, title, plan })
    return done ? reply.redirect(`${href}?plan=${own.id}&getan=geaendert`, 303) : reply.problem('notFound')
  })
}

/** All that is wrong with what was put in, or nothing. */
async function sentencesOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (error instanceof InputError) return error.sentences
    throw error
  }
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
