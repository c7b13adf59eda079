import { formatDate } from '../../surveys/reading/dates.ts'
import type { Config } from '../boot/config.ts'
import { dayAndTime } from '../domain/german-time.ts'
import type { Addressee } from './addressees.ts'
import type { Filling } from './gaps.ts'

/** A code that is none, for previews. */
export const specimenCode = 'MUST-ERCO-DEGI-LTNI'

/** Where the pages of this site are found. */
export const siteAddress = ({ publicUrl, host, port }: Config): string => publicUrl ?? `http://${host}:${port}`

/** What comes into the gaps of a mail to a participant. */
export function fillingOf(config: Config, { participant, wave, title, queries }: Addressee, code: string): Filling {
  const { contact, operator } = config
  const { person, recipient, name, unit, lastDay, progress, receipt, correctedAt, submittedAt } = participant
  const sentAt = correctedAt ?? submittedAt
  return {
    anrede: person === '' ? 'Guten Tag' : `Guten Tag ${person}`,
    kommune: recipient || name,
    kennung: unit,
    erhebung: title,
    stichtag: wave.stichtag === null ? '' : formatDate(wave.stichtag),
    frist: formatDate(lastDay),
    link: `${siteAddress(config)}/zugang`,
    code,
    offene_abschnitte: (progress?.open ?? []).map((section) => `- ${section}`).join('\n'),
    rueckfragen: queries.map((one) => `- ${one}`).join('\n'),
    eingangsnummer: receipt ?? '',
    abschnitte: '',
    nachricht: '',
    erbeten_bis: '',
    zuarbeit_link: '',
    schluessel: '',
    abgesendet_am: sentAt === null ? '' : dayAndTime(sentAt),
    betreiber: operator.facts.name ?? '',
    stelle: contact.name,
    telefon: contact.phone,
    mail: contact.mail,
    sprechzeiten: contact.hours,
  }
}
