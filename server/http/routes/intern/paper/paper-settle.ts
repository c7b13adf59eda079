import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { cleanText } from '../../../../../surveys/reading/clean-text.ts'
import type { RouteContext } from '../../../../boot/context.ts'
import { openPaper } from '../../../../returned-paper/open-paper.ts'
import type { Choice } from '../../../../returned-paper/settled.ts'
import { type ComparedPaper, comparePaper, takePaper } from '../../../../returned-paper/take-paper.ts'
import { noteStaff } from '../../../../store/staff-audit.ts'
import { paperHref, paperSettleHref } from '../../../pages/intern/addresses.ts'
import { paperSettlePage } from '../../../pages/intern/paper-settle-page.ts'
import type { ShowPage } from '../../../plugins/show-page.ts'
import { orSentences } from '../or-sentences.ts'

/** `wahl.FIELD` and `anders.FIELD` of each field that is asked about. */
const form = z
  .object({ _csrf: z.string(), papier: z.literal('ja').optional() })
  .catchall(z.string().max(20_000).transform(cleanText))

interface One {
  Params: { wave: string; unit: string }
}

/** The third look: what stands on a paper that two people have typed. Then it is submitted. */
export function addPaperSettleRoutes(app: FastifyInstance, context: RouteContext, show: ShowPage): void {
  const { db } = context
  const href = paperSettleHref(':wave', ':unit')
  const right = { right: 'paper.settle' } as const

  async function showSettle(
    request: FastifyRequest,
    reply: FastifyReply,
    compared: ComparedPaper,
    said: { choices: ReadonlyMap<string, Choice>; errors?: { field: string; message: string }[] },
  ) {
    const { params, staff } = request as FastifyRequest<One>
    const { accountId } = staff
    const paper = await openPaper(context, params, accountId)
    if (paper === undefined) return reply.problem('notFound')
    const { participantId: participant } = compared
    await noteStaff(db, { action: 'paper_seen', accountId, wave: params.wave, detail: { participant } })
    const page = paperSettlePage(paper, compared, { ...said, accountId })
    return show(request, reply, 'intern/paper-settle', `Vergleichen, ${page.unit.name}`, page)
  }

  app.get<One>(href, { config: right }, async (request, reply) => {
    const { params, staff } = request
    const compared = await comparePaper(context, { ...params, accountId: staff.accountId })
    if (compared === undefined) return reply.redirect(paperHref(params.wave, params.unit), 303)
    return showSettle(request as FastifyRequest, reply, compared, { choices: new Map() })
  })

  app.post<One>(href, { config: { ...right, takesTexts: true } }, async (request, reply) => {
    const { params, staff } = request
    const sent = form.safeParse(request.body)
    if (!sent.success) return reply.problem('badForm')
    const { _csrf, papier, ...texts } = sent.data
    const choices = choicesOf(texts)
    const asked = { ...params, accountId: staff.accountId }
    const compared = await comparePaper(context, asked, choices)
    if (compared === undefined) return reply.redirect(paperHref(params.wave, params.unit), 303)
    const needsPaper = compared.entries.some(({ accountId }) => accountId === staff.accountId) && papier === undefined
    const errors = [
      ...compared.settled.open.map(({ variable: { name, number, label } }) => ({
        field: `wahl.${name}-1`,
        message: `Bitte entscheiden Sie: ${[number, label].filter(Boolean).join(' ')}.`,
      })),
      ...[...choices].flatMap(([name, choice]) =>
        'other' in choice && choice.other === '' ? [{ field: `wahl.${name}-1`, message: notWritten }] : [],
      ),
      ...(needsPaper
        ? [
            {
              field: 'papier',
              message: 'Sie haben den Bogen selbst erfasst. Bitte bestätigen Sie, dass er Ihnen vorliegt.',
            },
          ]
        : []),
    ]
    if (errors.length > 0 || compared.faults.length > 0)
      return showSettle(request, reply.code(422), compared, { choices, errors })
    const taken = await orSentences(takePaper(context, asked, choices))
    if (Array.isArray(taken)) {
      const said = taken.map((message) => ({ field: '', message }))
      return showSettle(request, reply.code(409), compared, { choices, errors: said })
    }
    if (taken === undefined) return reply.redirect(paperHref(params.wave, params.unit), 303)
    if (taken.receipt === undefined)
      return showSettle(request, reply.code(409), taken.compared, { choices, errors: [] })
    return reply.redirect(`${paperHref(params.wave, params.unit)}?getan=abgesendet`, 303)
  })
}

const notWritten =
  'Bitte schreiben Sie, was dort steht. Lässt es sich nicht eintragen, wählen Sie bitte „leer lassen und vermerken“.'

function choicesOf(texts: Readonly<Record<string, string>>): Map<string, Choice> {
  const chosen = Object.keys(texts).flatMap((key): [string, Choice][] => {
    const name = /^(?:wahl|anders)\.(.+)$/.exec(key)?.[1]
    if (name === undefined) return []
    const [value, other] = [texts[`wahl.${name}`], (texts[`anders.${name}`] ?? '').trim()]
    if (value === '1' || value === '2') return [[name, { take: value === '1' ? 1 : 2 }]]
    if (value === 'leer') return [[name, { blank: true }]]
    // Who has written something has said that it is something else.
    return value === undefined && other === '' ? [] : [[name, { other }]]
  })
  return new Map(chosen)
}
