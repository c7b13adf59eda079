import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { RouteContext } from '../../../../boot/context.ts'
import { scopeWords } from '../../../../field/scope-words.ts'
import { scopeOf } from '../../../../store/scopes.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { type ListedText, listTexts, textsById } from '../../../../store/texts/list-texts.ts'
import { batchesOf, decideTogether, undoTogether } from '../../../../store/texts/redaction-batches.ts'
import { type KnownRedaction, redactionsIn, redactionsOf } from '../../../../store/texts/redactions.ts'
import { type AskedTexts, askedTexts } from '../../../../texts/asked-texts.ts'
import { samePlaces } from '../../../../texts/same-places.ts'
import { listPlace } from '../../../../texts/text-filter.ts'
import { samePlacesHref } from '../../../pages/intern/text-addresses.ts'
import type { Said } from '../../../pages/intern/texts/of-wave.ts'
import { placeValue, samePlacesPage } from '../../../pages/intern/texts/same-places-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'

const right = { config: { right: 'texts.code' } } as const
/** So many that one can look at each before deciding. */
const textsOnPage = 100
const number = z.coerce.number().int().positive()
const query = z.object({ nach: listPlace, vor: listPlace, getan: z.string().catch(''), stapel: number.catch(0) })
const sent = z.discriminatedUnion('aktion', [
  z.object({
    aktion: z.enum(['ersetzen', 'lassen']),
    stelle: z.preprocess(
      (given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]),
      z.array(z.string().regex(/^\d{1,15}:\d{1,6}-\d{1,6}$/)).max(2_000),
    ),
  }),
  z.object({ aktion: z.literal('zuruecknehmen'), stapel: number }),
])

interface OfPart {
  Params: { wave: string; text: string; part: string }
}

interface Found {
  asked: AskedTexts
  text: ListedText
  part: KnownRedaction
  words: string
}

const notices: Record<string, string> = {
  entschieden: 'Die Entscheidung ist gespeichert. Unten lässt sie sich als Ganzes zurücknehmen.',
  zurueck: 'Die Entscheidung ist zurückgenommen; über diese Stellen ist wieder zu entscheiden.',
}

/** The same words in the texts of a wave: decided on together, once somebody has looked at each place. */
export function addSamePlacesRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db, register } = context

  async function foundOf(request: FastifyRequest): Promise<Found | undefined> {
    const { wave, text: typedText, part: typedPart } = request.params as OfPart['Params']
    const asked = await askedTexts(context, wave, request.staff.accountId)
    const [id, number] = [Number(typedText), Number(typedPart)]
    if (asked === undefined || !Number.isSafeInteger(id) || !Number.isSafeInteger(number)) return undefined
    const [text] = await textsById(db, asked.of, [id])
    const part = text && (await redactionsOf(db, id)).find((one) => one.id === number)
    return text && part && { asked, text, part, words: text.text.slice(part.start, part.end) }
  }

  async function placesIn({ part, words }: Found, texts: readonly ListedText[]) {
    const [names, known] = await Promise.all([
      register(),
      redactionsIn(
        db,
        texts.map(({ id }) => id),
      ),
    ])
    return texts.flatMap((text) => {
      const of = { words, kind: part.kind }
      const places = samePlaces(text, of, { register: names, known: known.get(text.id) ?? [] })
      return places.length === 0 ? [] : [{ text, places }]
    })
  }

  async function showPlaces(request: FastifyRequest, reply: FastifyReply, found: Found, said: Said) {
    const { accountId } = request.staff
    const { asked, text, part, words } = found
    const wave = asked.wave.id
    const { nach: after, vor: before, stapel } = query.parse(request.query)
    const listed = await listTexts(db, asked.of, { words }, { after, before, limit: textsOnPage })
    const { texts, count, skipped } = listed
    const [places, parts, names] = await Promise.all([placesIn(found, texts), scopeOf(db, accountId), register()])
    const batches = new Set(places.flatMap((one) => one.places.flatMap(({ batch }) => batch ?? [])))
    await noteStaff(db, { action: 'texts_read', accountId, wave, detail: { rows: texts.length } })
    const href = (name: string, { field, id } = { field: '', id: 0 }) =>
      `${samePlacesHref(wave, text.id, part.id)}?${name}=${field}.${id}`
    const page = samePlacesPage(
      asked,
      {
        ...{ register: names, part, text, words, found: places },
        batches: await batchesOf(db, wave, [...batches.add(stapel)]),
        listed: {
          ...{ count, skipped, shown: texts.length },
          previous: skipped > 0 ? href('vor', texts[0]) : '',
          next: skipped + texts.length < count ? href('nach', texts.at(-1)) : '',
        },
        scope: scopeWords(parts, names),
      },
      said,
    )
    return show(request, reply, 'intern/text-same-places', `Schwärzen ${wave}`, page)
  }

  app.get<OfPart>(samePlacesHref(':wave', ':text', ':part'), right, async (request, reply) => {
    const found = await foundOf(request as FastifyRequest)
    if (found === undefined) return reply.problem('notFound')
    const { getan } = query.parse(request.query)
    return showPlaces(request as FastifyRequest, reply, found, { notice: notices[getan] ?? '' })
  })

  app.post<OfPart>(samePlacesHref(':wave', ':text', ':part'), right, async (request, reply) => {
    const found = await foundOf(request as FastifyRequest)
    const typed = sent.safeParse(request.body)
    if (found === undefined) return reply.problem('notFound')
    if (!typed.success) return reply.problem('badForm')
    const { asked, text, part } = found
    const wave = asked.wave.id
    const { accountId: by } = request.staff
    const href = samePlacesHref(wave, text.id, part.id)
    if (typed.data.aktion === 'zuruecknehmen') {
      const { stapel: batch } = typed.data
      const rows = await db.transaction().execute(async (trx) => {
        const opened = await undoTogether(trx, { wave, batch, by })
        const detail = { rows: opened, batch }
        if (opened > 0) await noteStaff(trx, { action: 'redactions_undone', accountId: by, wave, detail })
        return opened
      })
      return rows > 0 ? reply.redirect(`${href}?getan=zurueck`, 303) : reply.problem('notFound')
    }
    const chosen = new Set(typed.data.stelle)
    const ids = [...new Set([...chosen].map((one) => Number(one.split(':')[0])))]
    const there = await placesIn(found, await textsById(db, asked.of, ids))
    const places = there.flatMap(({ text: one, places: all }) =>
      all
        .filter((place) => place.accepted === null && chosen.has(placeValue(one, place)))
        .map(({ start, end }) => ({ text: one.id, start, end })),
    )
    if (places.length === 0) {
      const errors = [{ field: 'stellen', message: 'Bitte kreuzen Sie mindestens eine Stelle an.' }]
      return showPlaces(request as FastifyRequest, reply.code(400), found, { errors })
    }
    const accepted = typed.data.aktion === 'ersetzen'
    const batch = await db.transaction().execute(async (trx) => {
      const done = await decideTogether(trx, { wave, places, kind: part.kind, accepted, by })
      const detail = { rows: done.count, batch: done.batch }
      await noteStaff(trx, { action: 'redactions_decided', accountId: by, wave, detail })
      return done.batch
    })
    return reply.redirect(`${href}?getan=entschieden&stapel=${batch}`, 303)
  })
}
