import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { cleanText } from '../../../surveys/reading/clean-text.ts'
import type { RouteContext } from '../../boot/context.ts'
import { takeAttempt } from '../../store/attempts.ts'
import { addNote } from '../../store/field-acts.ts'
import { notesOn } from '../../store/field-notes.ts'
import { originOf } from '../origin.ts'
import { responsibleHref } from '../pages/addresses.ts'
import { responsiblePage } from '../pages/responsible-page.ts'
import type { ShowPage } from '../plugins/show-page.ts'

const text = z
  .string()
  .max(20_000)
  .default('')
  .transform((one) => cleanText(one).trim())
const form = z.strictObject({ _csrf: z.string(), wer: text, erreichbar: text, bemerkung: text })
const longest = { who: 200, reach: 200, said: 2_000 }

/** Whether the right ones were asked: who is not passes the invitation on, or tells the office who is. */
export function addResponsibleRoutes(app: FastifyInstance, { db, config }: RouteContext, show: ShowPage): void {
  const showPage = (request: FastifyRequest, reply: FastifyReply, said: Parameters<typeof responsiblePage>[2]) => {
    const { visit, visitor } = request.guest
    const page = responsiblePage(visit, visitor, said, originOf(request, config))
    return show(request, reply, 'responsible', 'Bin ich zuständig?', page, visitor)
  }

  app.get<{ Querystring: Record<string, unknown> }>('/zustaendig', (request, reply) => {
    const notice =
      request.query.gesagt === 'ja' ? 'Danke. Die Stelle, die die Erhebung durchführt, hat Ihren Hinweis.' : ''
    return showPage(request as FastifyRequest, reply, { notice })
  })

  // Whoever's session has run out gets back what they typed, to send it once more.
  app.post('/zustaendig', { config: { handlesForeignPosts: true, takesTexts: true } }, async (request, reply) => {
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const typed = { who: sent.data.wer, reach: sent.data.erreichbar, said: sent.data.bemerkung }
    const refuse = (status: number, field: string, message: string) =>
      showPage(request, reply.code(status), { typed, errors: [{ field, message }] })
    if (!request.fromOurPage) return refuse(403, '', 'Bitte senden Sie den Hinweis noch einmal ab.')
    if (typed.who === '')
      return refuse(422, 'wer', 'Bitte sagen Sie, wer zuständig ist: eine Person, ein Amt oder eine andere Stelle.')
    const tooLong = (['who', 'reach', 'said'] as const).find((one) => typed[one].length > longest[one])
    if (tooLong !== undefined)
      return refuse(
        422,
        fields[tooLong],
        `Das ist länger als ${longest[tooLong].toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie.`,
      )
    const { participantId, wave } = request.guest.visit
    const said = `${responsibleHref(request.guest.visit)}?gesagt=ja`
    const note = [`Im Fragebogen wurde angegeben, wer zuständig ist: ${typed.who}`, typed.reach, typed.said]
    const written = note.filter(Boolean).join('\n')
    // Who clicks twice has said it once.
    if ((await notesOn(db, participantId)).some((one) => one.text === written)) return reply.redirect(said, 303)
    if ((await takeAttempt(db, `zustaendig ${participantId}`)) > 0)
      return refuse(
        422,
        '',
        'Das waren viele Hinweise in kurzer Zeit. Bitte versuchen Sie es in einer Viertelstunde noch einmal.',
      )
    await addNote(db, { ids: [participantId], wave, by: undefined, kind: 'other', byRespondent: true, text: written })
    return reply.redirect(said, 303)
  })
}

const fields = { who: 'wer', reach: 'erreichbar', said: 'bemerkung' } as const
