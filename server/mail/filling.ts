import { formatDate } from '../../surveys/reading/dates.ts'
import type { Config } from '../boot/config.ts'
import { dayAndTime } from '../domain/german-time.ts'
import type { MailFacts } from '../store/mail-facts.ts'
import type { Filling } from './gaps.ts'
import type { Standing } from './standing.ts'

/** A code that is none, for previews. */
export const specimenCode = 'MUST-ERCO-DEGI-LTNI'

/** Where the pages of this site are found. */
export const siteAddress = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`

interface Of {
  facts: MailFacts
  standing: Standing
  title: string
  code?: string
}

/** What comes into the gaps of a mail to a participant. */
export function fillingOf(config: Config, { facts, standing, title, code = '' }: Of): Filling {
  const { contact, operator } = config
  return {
    anrede: facts.person === '' ? 'Guten Tag' : `Guten Tag ${facts.person}`,
    kommune: facts.recipient || facts.name,
    kennung: facts.unit,
    erhebung: title,
    stichtag: facts.stichtag === null ? '' : formatDate(facts.stichtag),
    frist: formatDate(facts.frist),
    link: `${siteAddress(config)}/zugang`,
    code,
    offene_abschnitte: standing.open.map((section) => `- ${section}`).join('\n'),
    eingangsnummer: facts.receipt ?? '',
    abgesendet_am: facts.submittedAt === null ? '' : dayAndTime(facts.submittedAt),
    betreiber: operator.facts.name ?? '',
    stelle: contact.name,
    telefon: contact.phone,
    mail: contact.mail,
    sprechzeiten: contact.hours,
  }
}
