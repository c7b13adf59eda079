import type { CarrierCodesPage, NewCodePage, NewCodesPage } from '../../../../views/page-data/letter-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { spelled } from '../../../domain/spelled.ts'
import type { AskedByOffice } from '../../../letters/asked-wave.ts'
import { mostFound } from '../../../letters/find-receivers.ts'
import { addressLine, type Receiver } from '../../../letters/receiver.ts'
import { newCodeMail } from '../../../mail/new-code-mail.ts'
import type { KnownCarrier } from '../../../store/carrier-codes.ts'
import type { PresentCode } from '../../../store/new-code.ts'
import {
  carrierCodeHref,
  carrierCodesHref,
  lettersHref,
  mailTemplateHref,
  newCodeHref,
  newCodeLetterHref,
  newCodeMailHref,
  newCodesHref,
} from './addresses.ts'
import { waveHeadOf } from './letters-page.ts'

/** Looks for whoever has lost a code. */
export function newCodesPage(asked: AskedByOffice, searched: string, found: readonly Receiver[]): NewCodesPage {
  const { id } = asked
  return {
    wave: waveHeadOf(asked),
    lettersHref: lettersHref(id),
    href: newCodesHref(id),
    searched,
    found: found.slice(0, mostFound).map(({ unit, name, hasCode }) => ({
      href: newCodeHref(id, unit),
      title: name,
      lines: [unit, hasCode ? 'hat einen gültigen Code' : 'hat keinen gültigen Code'],
    })),
    note:
      found.length === 0
        ? 'Niemand dieses Namens nimmt an dieser Erhebung teil.'
        : found.length > mostFound
          ? `Noch ${found.length - mostFound} weitere. Bitte geben Sie mehr vom Namen ein.`
          : '',
  }
}

interface Known {
  asked: AskedByOffice
  receiver: Receiver
  present: PresentCode
  error: string
  /** Where a mail with it would go, or ''. */
  mail: string
  /** Of the form that sends it. */
  mark: string
}

/** What ends when somebody gets a new code. */
export function newCodePage({ asked, receiver, present, error, mail, mark }: Known): NewCodePage {
  const { unit, address } = receiver
  const { since, sessions, codes } = present
  return {
    ...headOf(asked, receiver),
    error,
    lines: [
      since === null
        ? 'Zurzeit gilt kein Zugangscode.'
        : `Der bisherige Zugangscode gilt seit ${dayAndTime(since)}. Er endet mit dem neuen.`,
      ...(sessions === 0
        ? []
        : sessions === 1
          ? ['Gerade ist jemand damit angemeldet und wird abgemeldet.']
          : [`Gerade sind ${sessions} Personen damit angemeldet und werden abgemeldet.`]),
      'Was gespeichert ist, bleibt.',
    ],
    groups: [],
    entry: '',
    act: {
      href: newCodeHref(asked.id, unit),
      codes,
      otherwise: {
        letterHref: newCodeLetterHref(asked.id, unit),
        address: address === null ? '' : addressLine(address),
        mailHref: newCodeMailHref(asked.id, unit),
        mail,
        mark,
        templateHref: mailTemplateHref(newCodeMail),
      },
    },
  }
}

/** The code, this once. */
export function toldCodePage(asked: AskedByOffice, receiver: Receiver, code: string, entry: string): NewCodePage {
  return { ...headOf(asked, receiver), error: '', lines: [], groups: spelled(code), entry, act: null }
}

/** What ends when a carrier gets a new code, and what it opens. */
export function carrierCodePage(
  asked: AskedByOffice,
  { verbund, name, units }: KnownCarrier,
  { since, sessions, codes }: PresentCode,
  error: string,
): NewCodePage {
  return {
    ...carrierHead(asked, { verbund, name }),
    error,
    lines: [
      `Der Sammelzugang öffnet eine Liste von ${units.length === 1 ? 'einer Kommune' : `${units.length} Kommunen`} und von dort jeden ihrer Fragebögen: ${units.map((one) => one.name).join(', ')}.`,
      'Für wen jemand antwortet, sagt das Verzeichnis; ändert sich das, ändert sich die Liste.',
      'Die Zugangscodes der Kommunen gelten weiter.',
      since === null
        ? 'Zurzeit gilt kein Sammelzugang.'
        : `Der bisherige Sammelzugang gilt seit ${dayAndTime(since)}. Er endet mit dem neuen.`,
      ...(sessions === 0 ? [] : [`Damit angemeldet und dann abgemeldet: ${sessions}.`]),
    ],
    groups: [],
    entry: '',
    act: { href: carrierCodeHref(asked.id, verbund), codes, otherwise: null },
  }
}

/** The code, this once. */
export function toldCarrierPage(
  asked: AskedByOffice,
  carrier: Pick<KnownCarrier, 'verbund' | 'name'>,
  code: string,
  entry: string,
): NewCodePage {
  return { ...carrierHead(asked, carrier), error: '', lines: [], groups: spelled(code), entry, act: null }
}

const carrierHead = (asked: AskedByOffice, { verbund, name }: Pick<KnownCarrier, 'verbund' | 'name'>) => ({
  wave: waveHeadOf(asked),
  searchHref: carrierCodesHref(asked.id),
  searchLabel: 'Sammelzugang',
  name,
  unit: verbund,
})

/** Who answers for several Kommunen. */
export const carrierCodesPage = (asked: AskedByOffice, carriers: readonly KnownCarrier[]): CarrierCodesPage => ({
  wave: waveHeadOf(asked),
  lettersHref: lettersHref(asked.id),
  carriers: carriers.map(({ verbund, name, units, since }) => ({
    href: carrierCodeHref(asked.id, verbund),
    title: name,
    lines: [
      verbund,
      units.length === 1 ? 'für eine Kommune' : `für ${units.length} Kommunen`,
      since === null ? 'kein Sammelzugang' : `Sammelzugang seit ${dayAndTime(since)}`,
    ],
  })),
})

const headOf = (asked: AskedByOffice, { unit, name }: Receiver) => ({
  wave: waveHeadOf(asked),
  searchHref: newCodesHref(asked.id),
  searchLabel: 'Neuer Zugangscode',
  name,
  unit,
})
