import { z } from 'zod'
import { formatDate } from '../../surveys/reading/dates.ts'
import { delegationKey } from '../domain/delegation-key.ts'
import { InputError } from '../errors/input-error.ts'
import { keyHref } from '../http/pages/addresses.ts'
import type { JobKind, Task } from '../jobs/job.ts'
import { findDelegation } from '../store/delegations.ts'
import { enlist, stopMails } from '../store/dispatches.ts'
import { doubtMails } from '../store/sending.ts'
import { addresseesOf } from './addressees.ts'
import { composeMail } from './compose.ts'
import { delegationMailKey, delegationTemplate } from './delegation-mail.ts'
import { fillTemplate } from './fill-template.ts'
import { fillingOf, siteAddress } from './filling.ts'
import { domainOf, isMailAddress } from './mail-address.ts'
import { died, noteSent, sendAll } from './send-mailing.ts'
import { nothingSent, type Writer } from './send-one.ts'
import { loadTemplate } from './template-files.ts'
import { templateOf } from './templates.ts'

const detail = z.object({ delegation: z.number(), enlisted: z.boolean().default(false) })

/** Sends a colleague the link to her sections. What it tells is looked at when it goes: by then the link may be taken back. */
export const delegationMail: JobKind = {
  label: 'Bitte um Zuarbeit senden',
  mayRetry: true,
  stopped: stopMails,
  async run(task) {
    const { context, job, holder } = task
    const { db, config } = context
    const { delegation: id, enlisted } = detail.parse(job.detail)
    const found = await findDelegation(db, id)
    if (found === undefined) throw new InputError('Diese Bitte um Zuarbeit gibt es nicht mehr.')
    await doubtMails(db, { job: job.id, problem: died })
    if (!enlisted) {
      const mail = { participantId: found.participantId, key: delegationMailKey(id), recipient: found.mail }
      const domain = domainOf(config.mail.from)
      const of = { job: job.id, holder, template: delegationTemplate, domain, accountId: job.accountId }
      if ((await enlist(db, [mail], of)) === undefined) return
    }
    const became = nothingSent()
    try {
      await sendAll(task, { write: writerFor(task, id), carriesCode: false, became })
    } finally {
      await noteSent(task, { name: delegationTemplate }, became)
    }
  },
}

const writerFor =
  ({ context }: Task, id: number): Writer =>
  async (mail) => {
    const { db, config, keys, forms } = context
    const found = await findDelegation(db, id)
    if (found?.state !== 'open') return { unfit: 'Der Link galt beim Senden nicht mehr.' }
    if (!isMailAddress(found.mail)) return { unfit: 'Es ist keine E-Mail-Adresse (mehr) bekannt.' }
    const [one] = await addresseesOf(context, { wave: found.wave, one: { id: found.participantId } })
    const template = templateOf(delegationTemplate)
    if (one === undefined || template === undefined) return { unfit: 'Diese Teilnahme gibt es nicht mehr.' }
    const { participant, wave } = one
    const { instrument } = await forms.get({ ...wave, surveyVersion: wave.survey_version, frist: participant.lastDay })
    const { text } = await loadTemplate(config.mail, template)
    const name = found.name ?? ''
    const key = delegationKey(found.salt, keys.delegation)
    const sections = instrument.sections.filter((section) => found.sections.includes(section.id))
    const filling = {
      ...fillingOf(config, one, ''),
      anrede: name === '' ? 'Guten Tag' : `Guten Tag ${name}`,
      // The Kommune as the register has it: in the address book stands whom the office writes to.
      kommune: participant.name,
      abschnitte: sections.map(({ title }) => `- ${title}`).join('\n'),
      nachricht: found.said,
      erbeten_bis: found.dueOn === null ? '' : formatDate(found.dueOn),
      zuarbeit_link: `${siteAddress(config)}${keyHref(key)}`,
      schluessel: key,
    }
    const letter = await composeMail(config.mail, {
      to: { name, address: found.mail },
      messageId: mail.messageId,
      date: mail.triedAt,
      text: fillTemplate(text, filling),
      sender: config.operator.facts.name ?? '',
    })
    return { letter }
  }
