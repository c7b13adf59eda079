import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { ParticipantPage } from '../../../../views/page-data/field-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { FieldParticipant } from '../../../field/participants.ts'
import { isSettled } from '../../../field/standing.ts'
import { ways } from '../../../field/ways.ts'
import { isMailAddress } from '../../../mail/mail-address.ts'
import { extensionMail } from '../../../mail/tell-extension.ts'
import { templateOf } from '../../../mail/templates.ts'
import { carriers } from '../../../registry/carrier.ts'
import type { ListedMail } from '../../../store/dispatches.ts'
import type { extensionsOf } from '../../../store/extensions.ts'
import type { addressFor, FieldDispatch, FieldNote } from '../../../store/field-notes.ts'
import type { LoggedEntry } from '../../../store/log-entries.ts'
import type { answersBeside } from '../../../store/responsibility.ts'
import { hubHref, receiptHref } from '../addresses.ts'
import { shownUnit } from '../frame.ts'
import {
  amendHref,
  mailTemplateHref,
  newCodeHref,
  ownFristHref,
  paperHref,
  participantHref,
  queriesOfHref,
  responseHref,
} from './addresses.ts'
import { mailEntry } from './mail/mail-entry.ts'
import { noteEntry, noteKinds } from './note-entry.ts'
import { participantHistory } from './participant-history.ts'
import { standingBadge } from './standing-badge.ts'
import { toldChoices } from './told-notice.ts'

interface Known {
  wave: { id: string; synthetic: boolean; frist: string; state: 'created' | 'open' | 'closed' }
  instrument: Pick<Instrument, 'title' | 'unit'>
  register: Register
  participant: FieldParticipant
  notes: readonly FieldNote[]
  dispatches: readonly FieldDispatch[]
  mails: readonly ListedMail[]
  extended: Awaited<ReturnType<typeof extensionsOf>>
  beside: Awaited<ReturnType<typeof answersBeside>>
  logged: readonly LoggedEntry[]
  /** Since when whoever answers for it has a code for all of those. */
  carrierSince: Date | null
  address: Awaited<ReturnType<typeof addressFor>>
  receipts: readonly { receipt: string; revision: number; submitted_at: Date }[]
  /** What differs from what was sent last was saved since. */
  changedSince: boolean
  mayAct: boolean
  mayRead: boolean
  mayAmend: boolean
  mayType: boolean
  /** The account that looks. */
  who: string
}

interface ParticipantState {
  /** What was typed, where it could not be taken. */
  typed?: { kind: string; text: string; reason: string }
  errors?: ParticipantPage['errors']
  notice?: string
}

export function participantPage(known: Known, { typed, errors = [], notice = '' }: ParticipantState): ParticipantPage {
  const { wave, instrument, register, participant, address, changedSince, mayRead } = known
  const { unit, state } = participant
  return {
    id: wave.id,
    href: participantHref(wave.id, unit),
    listHref: responseHref(wave.id),
    waveTitle: instrument.title,
    unit: shownUnit(instrument.unit, unit, register),
    synthetic: wave.synthetic,
    badges: [
      standingBadge(state),
      ...(changedSince ? [{ tone: 'warning' as const, label: 'Änderungen nicht abgesendet' }] : []),
    ],
    facts: factsOf(known),
    address: address === undefined ? [] : addressLines(address),
    together: participant.together.map((other) => ({
      href: participantHref(wave.id, other),
      name: shownUnit(instrument.unit, other, register).name,
    })),
    answering: answeringOf(known),
    mails: known.mails.map((mail) => ({
      ...mailEntry(mail),
      title: templateOf(mail.template)?.title ?? mail.template,
      lines: [mail.recipient, dayAndTime(mail.sentAt ?? mail.triedAt ?? mail.createdAt)],
    })),
    extend:
      known.mayAct && wave.state !== 'closed'
        ? {
            action: ownFristHref(wave.id, unit),
            back: participantHref(wave.id, unit),
            told: toldChoices('mail'),
            templateHref: mailTemplateHref(extensionMail),
            address: wave.state === 'open' && !isSettled(state) ? mailOf(participant) : '',
          }
        : undefined,
    newCodeHref: known.mayAct && wave.state !== 'closed' ? newCodeHref(wave.id, unit) : '',
    answers: mayRead ? answersOf(known) : undefined,
    amendHref: known.mayAmend && participant.revisions > 0 ? amendHref(wave.id, unit) : '',
    paperHref: known.mayType ? paperHref(wave.id, unit) : '',
    notes: known.notes.filter(({ unfinished }) => !unfinished).map(noteEntry),
    writing: known.mayAct ? writingOf(known, typed) : undefined,
    history: participantHistory(participant.openedAt, known.logged, known.dispatches, known.extended),
    errors,
    notice,
  }
}

/** Where a mail to it goes, or ''. */
const mailOf = ({ mail }: FieldParticipant): string => (isMailAddress(mail) ? mail : '')

function factsOf({ participant, wave, register, instrument, carrierSince }: Known): ParticipantPage['facts'] {
  const { invitedAt, invitedBy, openedAt, progress, savedAt, standing, standingAt, frist, einwohner, kreis } =
    participant
  const time = (at: Date | null, more = '') => (at === null ? '' : `${dayAndTime(at)}${more}`)
  return [
    { label: 'Kreis', value: register.kreise.get(kreis) ?? kreis },
    { label: 'Einwohner', value: einwohner === null || instrument.unit !== 'gemeinde' ? '' : formatNumber(einwohner) },
    { label: 'Verbund', value: instrument.unit === 'gemeinde' ? participant.verbundName : '' },
    { label: 'Angeschrieben', value: time(invitedAt, invitedBy === null ? '' : `, ${ways[invitedBy]}`) },
    { label: 'Sammelzugang', value: time(carrierSince, `, ${participant.answeredBy}`) },
    { label: 'Geöffnet', value: time(openedAt) },
    { label: 'Ausgefüllt', value: progress === undefined ? '' : `${progress.filled} von ${progress.total} Feldern` },
    { label: 'Zuletzt gespeichert', value: time(savedAt) },
    { label: 'Abgesendet', value: time(participant.submittedAt) },
    { label: 'Berichtigt', value: time(participant.correctedAt) },
    { label: standing === 'declined' ? 'Lehnt ab seit' : 'Befreit seit', value: time(standingAt) },
    { label: 'Frist', value: frist === null ? formatDate(wave.frist) : `${formatDate(frist)}, verlängert` },
  ].filter(({ value }) => value !== '')
}

/** Others are named with their places in the list, where they take part themselves. */
function answeringOf({ wave, beside: { by, others } }: Known): ParticipantPage['answering'] {
  const place = ({ unit, name }: { unit: string; name: string }) => ({ href: participantHref(wave.id, unit), name })
  return [
    ...(by === undefined
      ? []
      : [{ lead: `Für sie antwortet (${carriers[by.how]}):`, units: [{ href: '', name: by.byName }] }]),
    ...(others.length === 0 ? [] : [{ lead: 'Antwortet für:', units: others.map(place) }]),
  ]
}

export function addressLines({
  recipient,
  person,
  street,
  postcode,
  place,
  mail,
  phone,
}: NonNullable<Known['address']>): string[] {
  return [recipient, person, street, `${postcode} ${place}`.trim(), mail, phone].filter((line) => line !== '')
}

function answersOf({ wave, participant, receipts }: Known): ParticipantPage['answers'] {
  const place = { wave: wave.id, unit: participant.unit, office: true }
  return {
    formHref: hubHref(place),
    queriesHref: queriesOfHref(wave.id, participant.unit),
    receipts: receipts.map(({ receipt, revision, submitted_at }) => ({
      href: receiptHref(place, receipt),
      label: `Quittung ${receipt}, ${revision > 1 ? `${revision}. Fassung, ` : ''}${dayAndTime(submitted_at)}`,
    })),
  }
}

function writingOf({ notes, participant, who }: Known, typed: ParticipantState['typed']): ParticipantPage['writing'] {
  const own = notes.find((note) => note.unfinished && note.who === who)
  const kind = typed?.kind ?? own?.kind ?? 'call'
  const stands = participant.standing !== null
  const expected = [
    { code: 'lehnt-ab', label: 'Lehnt ab' },
    { code: 'befreit', label: 'Befreien' },
  ]
  const hasSent = participant.revisions > 0
  return {
    kinds: Object.entries(noteKinds).map(([value, label]) => ({ value, label, selected: value === kind })),
    text: typed?.text ?? own?.text ?? '',
    keptAt: own === undefined || typed !== undefined ? '' : dayAndTime(own.at),
    others: notes.flatMap((note) => (note.unfinished && note.who !== who && note.who !== null ? [note.who] : [])),
    buttons: stands ? [{ code: 'offen', label: 'Wieder erwarten' }] : hasSent ? [] : expected,
    reason: typed?.reason ?? '',
  }
}
