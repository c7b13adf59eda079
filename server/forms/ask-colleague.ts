import { cleanText } from '../../surveys/reading/clean-text.ts'
import { formatDate, isDate } from '../../surveys/reading/dates.ts'
import type { RouteContext } from '../boot/context.ts'
import { hashAccessCode } from '../domain/access-code.ts'
import { delegationKey, newSalt } from '../domain/delegation-key.ts'
import { berlinDay } from '../domain/german-time.ts'
import { queueDelegation } from '../mail/delegation-mail.ts'
import { isMailAddress } from '../mail/mail-address.ts'
import { takeAttempt } from '../store/attempts.ts'
import { makeDelegation } from '../store/delegations.ts'
import type { AtWork } from './at-work.ts'

/** What was typed to ask a colleague. */
export interface TypedRequest {
  name: string
  mail: string
  said: string
  due: string
  sections: readonly string[]
}

interface Problem {
  field: string
  message: string
}

const longest = { name: 60, mail: 254, said: 2_000 }
/** Of a form in all, and in a quarter of an hour: nobody needs more, and mails to anybody go out from here. */
const most = { ever: 100, atOnce: 10 }

/** Whether mails go out for this form: from an invented one to nobody. */
export const sendsMails = (
  { config: { mail } }: Pick<RouteContext, 'config'>,
  { synthetic }: Pick<AtWork['visit'], 'synthetic'>,
): boolean => mail.smtp === undefined || !synthetic

/** Asks a colleague for some sections, by mail where an address is given. Comes back with its number, or what speaks against it. */
export async function askColleague(
  context: Pick<RouteContext, 'db' | 'keys' | 'config'>,
  atWork: AtWork,
  typed: TypedRequest,
): Promise<{ made: number } | { problems: Problem[] }> {
  const { db, keys } = context
  const { visit, form } = atWork
  const clean = (text: string) => cleanText(text).trim()
  const wanted = { name: clean(typed.name).replace(/\s+/g, ' '), mail: clean(typed.mail), said: clean(typed.said) }
  const problems = problemsOf({ ...typed, ...wanted }, atWork)
  if (wanted.mail !== '' && !sendsMails(context, visit))
    problems.push({
      field: 'mail',
      message: 'In dieser Probeerhebung gehen keine E-Mails hinaus. Bitte lassen Sie die Adresse leer.',
    })
  if (problems.length > 0) return { problems }
  const wait = await takeAttempt(db, `zuarbeit ${visit.participantId}`, most.atOnce)
  if (wait > 0)
    return {
      problems: [
        {
          field: '',
          message: `Das waren viele Bitten in kurzer Zeit. In ${Math.ceil(wait / 60)} Minuten geht es weiter.`,
        },
      ],
    }
  const sections = form.instrument.sections.map(({ id }) => id).filter((id) => typed.sections.includes(id))
  const salt = newSalt()
  const made = await db.transaction().execute(async (trx) => {
    const id = await makeDelegation(
      trx,
      {
        ...{ participantId: visit.participantId, askedBy: visit.editorId, sections, salt, ...wanted },
        dueOn: typed.due === '' ? null : typed.due,
        hash: hashAccessCode(delegationKey(salt, keys.delegation), keys.delegation),
      },
      most.ever,
    )
    if (id !== undefined && wanted.mail !== '') await queueDelegation(trx, { delegation: id, wave: visit.wave })
    return id
  })
  return made === undefined
    ? {
        problems: [
          { field: '', message: `Für diesen Fragebogen wurden schon ${most.ever} Links gemacht; mehr gibt es nicht.` },
        ],
      }
    : { made }
}

function problemsOf({ name, mail, said, due, sections }: TypedRequest, { visit, form }: AtWork): Problem[] {
  const problems: Problem[] = []
  const add = (field: string, message: string) => problems.push({ field, message })
  if (!visit.open) add('', 'Die Frist ist abgelaufen; niemand kann mehr um Zuarbeit gebeten werden.')
  if (name === '')
    add('name', 'Bitte sagen Sie, wen Sie bitten: Unter diesem Namen sehen Sie, was die Person ausgefüllt hat.')
  if (name.length > longest.name) add('name', `Der Name ist länger als ${longest.name} Zeichen. Bitte kürzen Sie ihn.`)
  if (!form.instrument.sections.some(({ id }) => sections.includes(id)))
    add('abschnitte', 'Bitte kreuzen Sie wenigstens einen Abschnitt an.')
  if (mail !== '' && !isMailAddress(mail))
    add(
      'mail',
      `„${mail}“ ist keine E-Mail-Adresse. Sie wird geschrieben wie name@stadt.de; ohne Adresse bekommen Sie nur den Link.`,
    )
  if (said.length > longest.said)
    add('text', `Die Nachricht ist länger als ${longest.said.toLocaleString('de-DE')} Zeichen. Bitte kürzen Sie sie.`)
  if (due !== '' && !isDate(due)) add('bis', `„${due}“ ist kein Tag. Tage werden geschrieben wie 2026-12-31.`)
  else if (due !== '' && due < berlinDay(visit.now)) add('bis', 'Dieser Tag ist schon vorbei.')
  else if (due > visit.frist)
    add('bis', `Die Frist endet am ${formatDate(visit.frist)}. Bitte nennen Sie einen Tag bis dahin.`)
  return problems
}
