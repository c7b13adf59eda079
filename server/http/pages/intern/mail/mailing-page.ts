import { formatNumber } from '../../../../../surveys/reading/number.ts'
import type { MailingPage } from '../../../../../views/page-data/mail-pages.ts'
import { dayAndTime } from '../../../../domain/german-time.ts'
import { chosenParameters } from '../../../../field/chosen.ts'
import { standings } from '../../../../field/standing.ts'
import type { Addressee } from '../../../../mail/addressees.ts'
import type { Template } from '../../../../mail/templates.ts'
import { mailingHref } from '../addresses.ts'
import { type Planned, planForm } from './plan-form.ts'

interface Known {
  template: Template
  waveTitle: string
  at: Date | undefined
  twice: boolean
  recipients: readonly Addressee[]
  unreachable: readonly Addressee[]
  /** How many were chosen and do not meet the condition; undefined where nobody was chosen. */
  left: number | undefined
  waves: ReadonlyMap<string, string>
  chosen: Planned
  /** Of this look: a second click plans the same. */
  mark: string
  mayManage: boolean
  /** To more than this a mail goes only once a second account agrees. */
  most: number | undefined
}

/** Of the chosen ones some may have sent, or had it already. */
function leftWords(count: number): string {
  if (count === 0) return ''
  const who =
    count === 1
      ? 'Von den Ausgewählten bekommt sie 1 nicht'
      : `Von den Ausgewählten bekommen sie ${formatNumber(count)} nicht`
  return `${who}: Die Bedingung trifft nicht zu, oder sie wurde schon gesendet.`
}

const hourTwice =
  'Diese Stunde gibt es an diesem Tag zweimal, weil die Uhr zurückgestellt wird. Gesendet wird beim ersten Mal.'
const secondNeeded = (most = 0) => `An mehr als ${formatNumber(most)} geht erst etwas, wenn ein zweites Konto zustimmt.`

const nameOf = ({ participant }: Addressee) => `${participant.name} (${participant.unit})`

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
      { label: 'An', value: chosen.only === undefined ? template.to : `die Ausgewählten, davon ${template.to}` },
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
      ...chosenParameters(chosen.only),
    ],
    recipients: recipients.map((one) => ({
      id: one.participant.id,
      name: nameOf(one),
      mail: one.participant.mail,
      state: standings[one.participant.state],
      checked: true,
    })),
    unreachable: known.unreachable.map(nameOf),
    left: leftWords(known.left ?? 0),
    shown: recipients.map(({ participant }) => participant.id).join(','),
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
    left: '',
    shown: '',
    plan: planForm(waves, chosen, errors),
    mayManage: false,
    button: '',
  }
}
