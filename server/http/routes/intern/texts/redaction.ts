import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type RedactionKind, replacements } from '../../../../../analysis/texts/redaction/proposal.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { mayUse } from '../../../../domain/rights.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { type ListedText, textsById } from '../../../../store/texts/list-texts.ts'
import { decideRedaction, markRedaction } from '../../../../store/texts/redactions.ts'
import { listReleases, releaseOf } from '../../../../store/texts/releases.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { endRelease, lookThrough, prepare, release } from '../../../../texts/redact-text.ts'
import { redactionHref, releaseHref, releasesHref } from '../../../pages/intern/text-addresses.ts'
import { textsOnPage } from '../../../pages/intern/texts/list-page.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import { redactionPage } from '../../../pages/intern/texts/redaction-page.ts'
import { releasesPage } from '../../../pages/intern/texts/releases-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const codes = { config: { right: 'texts.code' } } as const
const releases = { config: { right: 'texts.release' } } as const
const isKind = (text: string): text is RedactionKind => Object.hasOwn(replacements, text)
const number = z.coerce.number().int().positive()
const act = z.discriminatedUnion('aktion', [
  z.object({ aktion: z.enum(['ersetzen', 'lassen', 'offen']), stelle: number }),
  z.object({ aktion: z.literal('markieren'), wort: z.string().max(400), art: z.string().refine(isKind) }),
  z.object({ aktion: z.literal('vorlegen') }),
])
const decision = z.object({ aktion: z.enum(['freigeben', 'beenden']) })
const query = z.object({ getan: z.string().catch(''), seite: z.coerce.number().int().min(1).max(99_999).catch(1) })

interface OfWave {
  Params: { wave: string }
}
interface OfText {
  Params: { wave: string; text: string }
}

const notices: Record<string, string> = {
  entschieden: 'Die Entscheidung ist gespeichert.',
  vorgelegt: 'Der Wortlaut wartet auf ein zweites Konto.',
  freigegeben: 'Der Wortlaut ist freigegeben.',
  beendet: 'Der Wortlaut gilt nicht mehr.',
}

/** What of texts is replaced before they are published, and who agrees to it. */
export function addRedactionRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  /** The wave and the text of an address, if the account may see them. */
  async function found(request: FastifyRequest): Promise<{ asked: AskedTexts; text: ListedText } | undefined> {
    const { wave, text: typed } = request.params as OfText['Params']
    const asked = await askedTexts(context, wave, request.staff.accountId)
    const id = Number(typed)
    if (asked === undefined || !Number.isSafeInteger(id)) return undefined
    const [text] = await textsById(db, asked.of, [id])
    return text && { asked, text }
  }

  async function showText(
    request: FastifyRequest,
    reply: FastifyReply,
    { asked, text }: { asked: AskedTexts; text: ListedText },
    said: Said,
    typed?: { part: string; kind: string },
  ) {
    const { accountId } = request.staff
    const wave = asked.wave.id
    const known = await register()
    const [{ redactions, proposals }, waiting, parts] = await Promise.all([
      lookThrough(db, { wave, register: known }, text),
      releaseOf(db, text.id),
      scopeOf(db, accountId),
    ])
    await noteStaff(db, { action: 'texts_read', accountId, wave, detail: { rows: 1 } })
    const scope = scopeWords(parts, known)
    const page = redactionPage(
      asked,
      { register: known, text, redactions, proposals, release: waiting, scope, ...(typed && { typed }) },
      said,
    )
    return show(request, reply, 'intern/text-redaction', `Schwärzen ${wave}`, page)
  }

  app.get<OfText>(redactionHref(':wave', ':text'), codes, async (request, reply) => {
    const one = await found(request as FastifyRequest)
    if (one === undefined) return reply.problem('notFound')
    const { getan } = query.parse(request.query)
    return showText(request as FastifyRequest, reply, one, { notice: notices[getan] ?? '' })
  })

  app.post<OfText>(redactionHref(':wave', ':text'), codes, async (request, reply) => {
    const one = await found(request as FastifyRequest)
    const sent = act.safeParse(request.body)
    if (one === undefined) return reply.problem('notFound')
    if (!sent.success) return reply.problem('badForm')
    const { asked, text } = one
    const by = request.staff.accountId
    const wave = asked.wave.id
    const href = redactionHref(wave, text.id)
    if (sent.data.aktion === 'vorlegen') {
      const problem = await prepare(db, { wave, register: await register(), by }, text)
      if (problem === '') return reply.redirect(`${href}?getan=vorgelegt`, 303)
      const errors = [{ field: 'vorlegen', message: problem }]
      return showText(request as FastifyRequest, reply.code(400), one, { errors })
    }
    if (sent.data.aktion === 'markieren') {
      const { wort, art } = sent.data
      const places = wort.trim() === '' ? [] : placesOf(text.text, wort.trim())
      if (places.length === 0) {
        const errors = [
          { field: 'wort', message: 'Diese Wörter stehen so nicht im Text. Bitte schreiben Sie sie genau wie dort.' },
        ]
        return showText(request as FastifyRequest, reply.code(400), one, { errors }, { part: wort, kind: art })
      }
      await db.transaction().execute(async (trx) => {
        for (const start of places)
          await markRedaction(trx, { text: text.id, start, end: start + wort.trim().length, kind: art, by })
      })
      return reply.redirect(`${href}?getan=entschieden`, 303)
    }
    const { aktion, stelle: id } = sent.data
    const accepted = aktion === 'offen' ? null : aktion === 'ersetzen'
    const done = await decideRedaction(db, { text: text.id, id, accepted, by })
    return done ? reply.redirect(`${href}?getan=entschieden`, 303) : reply.problem('notFound')
  })

  async function showReleases(request: FastifyRequest, reply: FastifyReply, asked: AskedTexts, said: Said, page = 1) {
    const { staff } = request
    const wave = asked.wave.id
    const [{ releases, count }, parts, known] = await Promise.all([
      listReleases(db, asked.of, { offset: (page - 1) * textsOnPage, limit: textsOnPage }),
      scopeOf(db, staff.accountId),
      register(),
    ])
    const texts = await textsById(
      db,
      asked.of,
      releases.map(({ text }) => text),
    )
    await noteStaff(db, { action: 'texts_read', accountId: staff.accountId, wave, detail: { rows: texts.length } })
    const data = releasesPage(
      asked,
      {
        ...{ releases, count, page },
        texts: new Map(texts.map((one) => [one.id, one])),
        account: staff.accountId,
        may: mayUse(staff, 'texts.release'),
        scope: scopeWords(parts, known),
      },
      said,
    )
    return show(request, reply, 'intern/text-releases', `Freigabe ${wave}`, data)
  }

  app.get<OfWave>(releasesHref(':wave'), codes, async (request, reply) => {
    const asked = await askedTexts(context, request.params.wave, request.staff.accountId)
    if (asked === undefined) return reply.problem('notFound')
    const { getan, seite } = query.parse(request.query)
    return showReleases(request as FastifyRequest, reply, asked, { notice: notices[getan] ?? '' }, seite)
  })

  app.post<OfText>(releaseHref(':wave', ':text'), releases, async (request, reply) => {
    const one = await found(request as FastifyRequest)
    const sent = decision.safeParse(request.body)
    if (one === undefined) return reply.problem('notFound')
    if (!sent.success) return reply.problem('badForm')
    const { asked, text } = one
    const wave = asked.wave.id
    const by = request.staff.accountId
    if (sent.data.aktion === 'beenden') {
      await endRelease(db, { wave, text: text.id, by })
      return reply.redirect(`${releasesHref(wave)}?getan=beendet`, 303)
    }
    const waiting = await releaseOf(db, text.id)
    if (waiting === undefined) return reply.problem('notFound')
    const problem = await release(db, { wave, register: await register(), by }, waiting, text)
    if (problem === '') return reply.redirect(`${releasesHref(wave)}?getan=freigegeben`, 303)
    const errors = [{ field: `wortlaut-${text.id}`, message: problem }]
    return showReleases(request as FastifyRequest, reply.code(400), asked, { errors })
  })
}

/** Where words stand in a text, each time. */
function placesOf(text: string, words: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) places.push(at)
  return places
}
