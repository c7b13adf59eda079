import { hashAccessCode, newAccessCode } from '../domain/access-code.ts'
import { berlinDay } from '../domain/german-time.ts'
import type { JobContext } from '../jobs/job.ts'
import { setRecipient } from '../store/dispatches.ts'
import { keepCodeOf, putMailBack, settleMail, type TakenMail } from '../store/sending.ts'
import type { TemplateText } from '../templates/template-text.ts'
import { addresseesOf } from './addressees.ts'
import { composeMail } from './compose.ts'
import { fillTemplate } from './fill-template.ts'
import { fillingOf } from './filling.ts'
import type { Letter, Outcome, Transport } from './letter.ts'
import { isMailAddress } from './mail-address.ts'
import type { Template } from './templates.ts'

/** How many mails had which end. */
export interface Became {
  sent: number
  refused: number
  uncertain: number
  stopped: number
  /** New codes that hold. */
  codes: number
}

export const nothingSent = (): Became => ({ sent: 0, refused: 0, uncertain: 0, stopped: 0, codes: 0 })

interface Sending {
  context: JobContext
  carriesCode: boolean
  write: Writer
  transport: Transport
  became: Became
}

/** Makes the mail of a line of the outbox, or says why it does not go. */
export type Writer = (mail: TakenMail) => Promise<{ letter: Letter } | { unfit: string }>

/** Why the others do not follow. */
type Stop = { kind: 'later' | 'impossible'; problem: string } | undefined

/** A mail that one server after the other refused for a day will not be taken any more. */
const mostTries = 12
const firstPause = 5 * 60_000
const longestPause = 3 * 3_600_000

/** Sends a mail that was taken from the outbox, if it is still right to. */
export async function sendOne(sending: Sending, mail: TakenMail): Promise<Stop> {
  const { context, carriesCode, became } = sending
  const { db } = context
  const written = await sending.write(mail)
  if ('unfit' in written) {
    became.stopped += 1
    await settleMail(db, mail.id, { state: 'stopped', problem: written.unfit })
    return undefined
  }
  const outcome = await sending.transport.send(written.letter)
  if (outcome.state === 'later' || outcome.state === 'impossible') return putOff(context, mail, outcome, became)
  became[outcome.state] += 1
  if (carriesCode && outcome.state !== 'refused') became.codes += 1
  await settleMail(db, mail.id, outcome)
  return undefined
}

interface Writing {
  context: JobContext
  wave: string
  template: Template
  text: TemplateText
}

/** Writes mails to those who are asked, with a code of its own where the template tells one. */
export const writerOf =
  ({ context, wave, template, text }: Writing): Writer =>
  async (mail) => {
    const { db, config, keys } = context
    const [one] = await addresseesOf(context, { wave, one: { id: mail.participantId } })
    if (one === undefined) return { unfit: 'Diese Teilnahme gibt es nicht mehr.' }
    if (!template.fits({ ...one, today: berlinDay(new Date()) }))
      return { unfit: 'Die Bedingung traf beim Senden nicht mehr zu.' }
    // It may have been put right since the list was made, or erased: then nothing goes to what was written down.
    const { recipient, name, person, mail: address } = one.participant
    if (!isMailAddress(address)) return { unfit: 'Es ist keine E-Mail-Adresse (mehr) bekannt.' }
    if (address !== mail.recipient) await setRecipient(db, mail.id, address)
    const code = template.carriesCode ? newAccessCode() : ''
    if (code !== '') await keepCodeOf(db, mail.id, hashAccessCode(code, keys.accessCode))
    const letter = await composeMail(config.mail, {
      to: {
        name: [recipient || name, person].filter((part) => part !== '').join(', '),
        address,
      },
      messageId: mail.messageId,
      date: mail.triedAt,
      text: fillTemplate(text, fillingOf(config, one, code)),
      sender: config.operator.facts.name ?? '',
    })
    return { letter }
  }

/** It was certainly not accepted: it waits again, with the others or by itself. */
async function putOff(
  { db }: JobContext,
  mail: TakenMail,
  outcome: Extract<Outcome, { state: 'later' | 'impossible' }>,
  became: Became,
): Promise<Stop> {
  const { problem } = outcome
  const isAlone = outcome.state === 'later' && outcome.whom === 'this'
  if (!isAlone) {
    await putMailBack(db, mail.id, { problem, counts: false })
    return { kind: outcome.state, problem }
  }
  if (mail.tries + 1 >= mostTries) {
    became.refused += 1
    await settleMail(db, mail.id, { state: 'refused', problem })
    return undefined
  }
  const pause = Math.min(firstPause * 2 ** mail.tries, longestPause)
  await putMailBack(db, mail.id, { problem, notBefore: new Date(Date.now() + pause), counts: true })
  return undefined
}
