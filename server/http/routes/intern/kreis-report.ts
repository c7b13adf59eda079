import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sectionIds } from '../../../../analysis/kreisbericht/sections.ts'
import type { RouteContext } from '../../../boot/context.ts'
import { reading } from '../../../database/reading.ts'
import { noteLeaving } from '../../../export/note-leaving.ts'
import { worksForWholeKreis } from '../../../field/whole-kreis.ts'
import { type ReportEnding, reportEndings, reportFile } from '../../../kreisbericht/report-files.ts'
import {
  type AskedYears,
  type ReportOfYear,
  reportOfYear,
  withParagraphs,
} from '../../../kreisbericht/report-of-year.ts'
import { paragraphHistory, presentParagraphs, writeParagraph } from '../../../store/kreis-paragraphs.ts'
import { scopeOf } from '../../../store/scopes.ts'
import { kreisParagraphHref, kreisReportFileHref, kreisReportHref } from '../../pages/intern/addresses.ts'
import {
  kreisParagraphPage,
  kreisReportPage,
  reportAddress,
  withoutComparison,
} from '../../pages/intern/kreis-report-page.ts'
import type { ShowPage } from '../../plugins/show-page.ts'

interface OfKreis {
  Params: { kreis: string }
}
interface OfFile {
  Params: { kreis: string; year: string; ending: string }
}
interface OfSection {
  Params: { kreis: string; year: string; section: string }
}

const right = { config: { right: 'kreis.report' } } as const
const computed = { config: { ...right.config, computed: true } } as const
const longest = 20_000
const mediaTypes: Record<ReportEnding, string> = { html: 'text/html; charset=utf-8', pdf: 'application/pdf' }

const yearText = z.string().regex(/^20\d\d$/)
const chosen = z.object({
  jahr: yearText.optional().catch(undefined),
  vergleich: z
    .union([z.literal(withoutComparison), yearText])
    .optional()
    .catch(undefined),
  getan: z.literal('absatz').optional().catch(undefined),
})
const sent = z.strictObject({
  _csrf: z.string(),
  text: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  fassung: z.string().regex(/^\d{1,9}$/),
})

/** The report of a Kreis for a year: to look at, to write in, and as files. */
export function addKreisReportRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context

  /** The name of a Kreis of which the account may see all. */
  async function titleOf(kreis: string, account: number): Promise<string | undefined> {
    const title = (await context.register()).kreise.get(kreis)
    return worksForWholeKreis(await scopeOf(db, account), kreis) ? title : undefined
  }

  const madeFor = (kreis: string, asked: AskedYears) =>
    reading(context, (copy) => reportOfYear({ ...context, ...copy }, kreis, asked))

  app.get<OfKreis>(kreisReportHref(':kreis'), computed, async (request, reply) => {
    const { kreis } = request.params
    if ((await titleOf(kreis, request.staff.accountId)) === undefined) return reply.problem('notFound')
    const { jahr, vergleich, getan } = chosen.parse(request.query)
    const made = await madeFor(kreis, {
      year: jahr === undefined ? undefined : Number(jahr),
      compared: comparedWith(vergleich),
    })
    const page = kreisReportPage(made, {
      kreis,
      paragraphs: await presentParagraphs(db, { kreis, year: made.year }),
      notice: getan === undefined ? '' : 'Der Absatz ist gespeichert.',
      problem: otherThanAsked(made, jahr, vergleich),
    })
    return show(request, reply, 'intern/kreis-report', `${page.title} ${made.year}`, page)
  })

  app.get<OfFile>(kreisReportFileHref(':kreis', ':year', ':ending'), computed, async (request, reply) => {
    const { kreis, year, ending } = request.params
    const { accountId } = request.staff
    const wanted = reportEndings.find((one) => one === ending)
    if (wanted === undefined || (await titleOf(kreis, accountId)) === undefined) return reply.problem('notFound')
    const { vergleich } = chosen.parse(request.query)
    const made = await madeFor(kreis, { year: Number(year), compared: comparedWith(vergleich) })
    if (made.year !== Number(year)) return reply.problem('notFound')
    const paragraphs = await presentParagraphs(db, { kreis, year: made.year })
    const content = await reportFile(withParagraphs(made.facts, paragraphs), wanted)
    const name = `kreisbericht-${kreis}-${year}.${ending}`
    await noteLeaving(db, {
      action: 'download',
      file: { name, content },
      provenance: { filters: [`kreis=${kreis}`, `jahr=${year}`], grouping: '', snapshot: made.snapshot },
      accountId,
    })
    return reply.type(mediaTypes[wanted]).header('content-disposition', `attachment; filename="${name}"`).send(content)
  })

  /** A section of a report that the account may write in. */
  async function findSection(request: FastifyRequest<OfSection>) {
    const { kreis, year, section } = request.params
    const title = await titleOf(kreis, request.staff.accountId)
    const id = sectionIds.find((one) => one === section)
    if (title === undefined || id === undefined || !yearText.safeParse(year).success) return undefined
    const { vergleich = '' } = chosen.parse(request.query)
    return { kreis, title, year: Number(year), section: id, compared: vergleich }
  }
  type Found = NonNullable<Awaited<ReturnType<typeof findSection>>>

  async function showWriting(
    request: FastifyRequest,
    reply: FastifyReply,
    found: Found,
    typed?: NonNullable<Parameters<typeof kreisParagraphPage>[0]['typed']>,
  ) {
    const history = await paragraphHistory(db, found)
    const page = kreisParagraphPage({ ...found, history, ...(typed && { typed }) })
    return show(request, reply, 'intern/kreis-paragraph', `${page.section}, ${page.year}`, page)
  }

  app.get<OfSection>(kreisParagraphHref(':kreis', ':year', ':section'), right, async (request, reply) => {
    const found = await findSection(request)
    return found === undefined ? reply.problem('notFound') : showWriting(request, reply, found)
  })

  app.post<OfSection>(kreisParagraphHref(':kreis', ':year', ':section'), right, async (request, reply) => {
    const found = await findSection(request)
    if (found === undefined) return reply.problem('notFound')
    const typed = sent.safeParse(request.body)
    if (!typed.success) return reply.problem('badForm')
    const { text, fassung } = typed.data
    if (text.length > longest) {
      const error = `Der Text hat ${text.length} Zeichen, möglich sind ${longest}. Bitte kürzen Sie ihn; gespeichert ist noch nichts.`
      return showWriting(request, reply.code(400), found, { text, error, isLate: false })
    }
    const { accountId: by } = request.staff
    if (!(await writeParagraph(db, { ...found, text, by, seen: Number(fassung) }))) {
      const error =
        'Inzwischen hat jemand diesen Absatz geändert. Unter Ihrem Text steht, was jetzt gilt; mit „Speichern“ gilt Ihrer.'
      return showWriting(request, reply.code(409), found, { text, error, isLate: true })
    }
    const { kreis, year, section, compared } = found
    const address = reportAddress(kreis, year, compared)
    return reply.redirect(`${address}&getan=absatz#${section}`, 303)
  })
}

/** Undefined: with the year before. */
const comparedWith = (vergleich: string | undefined) =>
  vergleich === withoutComparison ? null : vergleich === undefined ? undefined : Number(vergleich)

/** What somebody asked for who is shown something else. */
function otherThanAsked({ year, compared }: ReportOfYear, jahr: string | undefined, vergleich: string | undefined) {
  if (jahr !== undefined && jahr !== String(year)) return `Für ${jahr} gibt es keinen Bericht. Gezeigt ist ${year}.`
  const shown = compared === undefined ? withoutComparison : String(compared)
  if (vergleich === undefined || vergleich === shown) return ''
  return `Verglichen wird mit einem früheren Jahr. Mit ${vergleich} geht das für ${year} nicht.`
}
