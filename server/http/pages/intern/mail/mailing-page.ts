import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { MailingPage } from '../../../../../views/page-data/mail-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import type { Recipient } from '../../../../mail/recipients.ts'
import type { Template } from '../../../../mail/templates.ts'
import { mailingHref } from '../addresses.ts'
import { type Planned, planForm } from './plan-form.ts'

interface Known {
  template: Template
  waveTitle: string
  at: Date | undefined
  twice: boolean
  recipients: readonly Recipient[]
  unreachable: readonly Recipient[]
  waves: ReadonlyMap<string, string>
  chosen: Planned
  /** Of this look: a second click plans the same. */
  mark: string
  mayManage: boolean
  /** To more than this a mail goes only once a second account agrees. */
  most: number | undefined
}

const stages: Record<Recipient['standing']['stage'], string> = {
  unopened: 'nicht geöffnet',
  begun: 'begonnen',
  nearly: 'fast fertig',
  ready: 'fertig, nicht abgesendet',
  sent: 'abgesendet',
}

const hourTwice =
  'Diese Stunde gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird. Gesendet wird beim ersten Mal.'
const secondNeeded = (most = 0) => `An mehr als ${formatNumber(most)} geht erst etwas, wenn ein zweites Konto zustimmt.`

const nameOf = ({ facts }: Recipient) => `${facts.name} (${facts.unit})`

/** Whom a mailing would go to, before it is planned. */
export function mailingPage(known: Known): MailingPage {
  const { template, at, recipients, chosen } = known
  const count = formatNumber(recipients.length)
  const reachesMany = recipients.length > (known.most ?? Number.POSITIVE_INFINITY)
  return {
    title: template.title,
    facts: [
      { label: 'Erhebung', value: known.waveTitle },
      { label: 'Wann', value: at === undefined ? 'sofort' : dayAndTime(at) },
      { label: 'An', value: template.to },
      { label: 'Wie oft', value: template.once },
      { label: 'Zurzeit', value: recipients.length === 1 ? '1 Empfänger' : `${count} Empfänger` },
    ],
    warnings: [...(known.twice ? [hourTwice] : []), ...(reachesMany ? [secondNeeded(known.most)] : [])],
    action: mailingHref,
    kept: [
      { name: 'welle', value: chosen.wave },
      { name: 'vorlage', value: chosen.template },
      { name: 'tag', value: chosen.day },
      { name: 'stunde', value: chosen.hour },
      { name: 'marke', value: known.mark },
    ],
    recipients: recipients.map((one) => ({
      id: one.facts.id,
      name: nameOf(one),
      mail: one.facts.mail,
      state: stages[one.standing.stage],
      checked: true,
    })),
    unreachable: known.unreachable.map(nameOf),
    shown: recipients.map(({ facts }) => facts.id).join(','),
    plan: planForm(known.waves, chosen),
    mayManage: known.mayManage,
    button: reachesMany ? 'Zur Freigabe vorschlagen' : at === undefined ? 'Jetzt senden' : 'Sendung planen',
  }
}

/** The same where nothing can be shown, with what speaks against it. */
export function faultyMailingPage(
  waves: ReadonlyMap<string, string>,
  chosen: Planned,
  errors: MailingPage['plan']['errors'],
): MailingPage {
  return {
    title: 'Sendung planen',
    facts: [],
    warnings: [],
    action: mailingHref,
    kept: [],
    recipients: [],
    unreachable: [],
    shown: '',
    plan: planForm(waves, chosen, errors),
    mayManage: false,
    button: '',
  }
}
