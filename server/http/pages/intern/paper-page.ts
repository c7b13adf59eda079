import type { PaperPage } from '../../../../views/page-data/paper-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { AtWork } from '../../../forms/at-work.ts'
import { largestScanMegabytes } from '../../../returned-paper/scan-kind.ts'
import type { addressFor } from '../../../store/field-notes.ts'
import type { PaperTurn } from '../../../store/paper-entries.ts'
import type { PaperReturn } from '../../../store/paper-returns.ts'
import type { PaperScan } from '../../../store/paper-scans.ts'
import { receiptFileHref, receiptHref } from '../addresses.ts'
import { shownUnit } from '../frame.ts'
import {
  paperDropHref,
  paperEntryHref,
  paperHref,
  paperSettleHref,
  papersHref,
  participantHref,
  scanDeleteHref,
  scanHref,
  scanUploadHref,
  waveHref,
} from './addresses.ts'
import { addressLines } from './participant-page.ts'

interface Known {
  atWork: AtWork
  turns: readonly PaperTurn[]
  scans: readonly PaperScan[]
  returns: readonly PaperReturn[]
  address: Awaited<ReturnType<typeof addressFor>>
  /** The account that looks. */
  accountId: number
  mayTwice: boolean
  hasSubmitted: boolean
  notice?: string
  error?: string
}

/** What every page of one paper shows. */
export const onePaper = ({ visit: { wave, unit, synthetic }, form: { instrument }, around }: AtWork) => ({
  id: wave,
  waveHref: waveHref(wave),
  papersHref: papersHref(wave),
  href: paperHref(wave, unit),
  unit: shownUnit(instrument.unit, unit, around.register),
  waveTitle: instrument.title,
  synthetic,
})

export function paperPage(known: Known): PaperPage {
  const { atWork, turns, scans, returns, address, accountId, notice = '', error = '' } = known
  const { wave, unit } = atWork.visit
  const next = nextOf(known)
  return {
    ...onePaper(atWork),
    notice,
    error,
    turns: turns.map(({ turn, who, savedAt, doneAt, accountId: by }) => ({
      title: `${turn}. Erfassung`,
      state: `${doneAt === null ? `begonnen, zuletzt gespeichert ${dayAndTime(savedAt)}` : `fertig ${dayAndTime(doneAt)}`}, ${by === accountId ? 'Sie' : who}`,
      dropAct: String(turn),
    })),
    dropHref: paperDropHref(wave, unit),
    entryHref: next === 'enter' ? paperEntryHref(wave, unit) : '',
    settleHref: next === 'settle' ? paperSettleHref(wave, unit) : '',
    waits: next === 'enter' || next === 'settle' ? '' : waitWords[next],
    taken: returns.map((one) => takenOf(one, { wave, unit, office: true })),
    address: address === undefined ? [] : addressLines(address),
    participantHref: participantHref(wave, unit),
    scans: scans.map(({ id, fileName, bytes, who, at }) => ({
      href: scanHref(wave, unit, id),
      deleteHref: scanDeleteHref(wave, unit, id),
      label: fileName,
      note: [megabytes(bytes), dayAndTime(at), who].filter(Boolean).join(', '),
    })),
    uploadHref: scanUploadHref(wave, unit),
    uploadHint: `PDF, JPEG oder PNG, höchstens ${largestScanMegabytes} MB. Er wird mit den Kontaktdaten der Erhebung gelöscht.`,
  }
}

type Next = 'enter' | 'settle' | keyof typeof waitWords

const waitWords = {
  taken:
    'Von hier ist schon etwas eingegangen. Steht auf einem weiteren Papier etwas anderes, tragen Sie es bitte als Korrektur ein.',
  second: 'Sie haben diesen Bogen erfasst. Jetzt erfasst ihn ein anderes Konto, ohne Ihre Eingaben zu sehen.',
  others: 'Zwei Konten erfassen diesen Bogen. Sobald beide fertig sind, lassen sich die Erfassungen vergleichen.',
} as const

function nextOf({ turns, accountId, mayTwice, hasSubmitted }: Known): Next {
  if (turns.length === 0 && hasSubmitted) return 'taken'
  const own = turns.filter((one) => one.accountId === accountId)
  if (own.some(({ doneAt }) => doneAt === null)) return 'enter'
  if (turns.length === 2) return turns.every(({ doneAt }) => doneAt !== null) ? 'settle' : 'others'
  return own.length === 0 || mayTwice ? 'enter' : 'second'
}

function takenOf(
  { receipt, revision, fields, differing, blanked, who, byTypist, at }: PaperReturn,
  place: Parameters<typeof receiptHref>[0],
): PaperPage['taken'][number] {
  const unlike =
    differing <= 1
      ? `${differing === 0 ? 'keine' : 'eine'} war verschieden erfasst`
      : `${differing} waren verschieden erfasst`
  const decided = `entschieden von ${who ?? 'einem Konto'}${byTypist ? ' mit dem Bogen in der Hand' : ''}`
  const left =
    blanked === 0 ? '' : blanked === 1 ? ', eine ließ sich nicht eintragen' : `, ${blanked} ließen sich nicht eintragen`
  return {
    lead: `${revision}. Fassung, eingegangen ${dayAndTime(at)}: ${fields} Angaben, ${unlike}, ${decided}${left}.`,
    receiptHref: receiptHref(place, receipt),
    fileHref: receiptFileHref(place, receipt),
  }
}

const megabytes = (bytes: number) =>
  `${(bytes / 1024 ** 2).toLocaleString('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
