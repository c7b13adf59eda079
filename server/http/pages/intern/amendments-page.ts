import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { AmendmentsPage } from '../../../../views/page-data/amendment-pages.ts'
import { amendmentState } from '../../../amendments/amendment-state.ts'
import { valueWords } from '../../../amendments/amendment-words.ts'
import { askedAmendments } from '../../../amendments/asked-amendments.ts'
import { columnWords } from '../../../amendments/columns.ts'
import { reasonWords, sourceWords } from '../../../amendments/grounds.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import type { KnownAmendment } from '../../../store/amendments.ts'
import type { Approval } from '../../../store/approvals.ts'
import type { Wave } from '../../../store/waves.ts'
import { hubHref } from '../addresses.ts'
import { amendmentEntry, fieldTitle } from '../amendment-entry.ts'
import { shownUnit } from '../frame.ts'
import {
  amendHref,
  amendmentsHref,
  amendmentUndoHref,
  amendmentUploadHref,
  approvalsHref,
  queriesOfHref,
  responseHref,
  waveHref,
} from './addresses.ts'

/** What can be asked for. */
export const standings = {
  alle: { label: 'alle', of: () => true },
  gelten: { label: 'gelten', of: (one) => amendmentState(one) === 'gilt' },
  ruhen: { label: 'ruhen', of: (one) => amendmentState(one) === 'ruht' },
  widersprochen: { label: 'mit Widerspruch', of: ({ objection, undoneAt }) => objection !== '' && undoneAt === null },
  zurueckgenommen: { label: 'zurückgenommen', of: (one) => amendmentState(one) === 'zurueckgenommen' },
} as const satisfies Record<string, { label: string; of(one: KnownAmendment): boolean }>

export type StandingCode = keyof typeof standings

export const isStanding = (text: string): text is StandingCode => Object.hasOwn(standings, text)

const onOnePage = 50

/** What waits for a second account, and why amendments of it do not fit any more, by their places. */
interface Proposal {
  approval: Approval
  outdated: ReadonlyMap<number, string>
}

interface Known {
  wave: Wave
  instrument: Instrument
  register: Register
  amendments: readonly KnownAmendment[]
  proposals: readonly Proposal[]
  /** The units of the participants for which the account works, by their numbers. */
  units: ReadonlyMap<number, string>
  scope: string
  standing: StandingCode
  page: number
  may: boolean
  /** See what waits for a second account. */
  mayDecide: boolean
  notice: string
  isWaiting: boolean
  error: AmendmentsPage['error']
}

export function amendmentsPage(known: Known): AmendmentsPage {
  const { wave, instrument, register, amendments, standing, page, may, mayDecide, scope, notice, isWaiting, error } =
    known
  const wanted = amendments.filter(standings[standing].of)
  const last = Math.max(1, Math.ceil(wanted.length / onOnePage))
  const here = Math.min(Math.max(1, page), last)
  const href = (of: StandingCode, at = 1) =>
    `${amendmentsHref(wave.id)}?${new URLSearchParams({ stand: of, ...(at === 1 ? {} : { seite: String(at) }) })}`
  return {
    id: wave.id,
    waveTitle: instrument.title,
    waveHref: waveHref(wave.id),
    synthetic: wave.synthetic,
    scope,
    counts: (Object.keys(standings) as StandingCode[]).map((code) => ({
      label: standings[code].label,
      count: formatNumber(amendments.filter(standings[code].of).length),
      href: href(code),
      current: code === standing,
    })),
    entries: wanted.slice((here - 1) * onOnePage, here * onOnePage).map((one) => ({
      ...amendmentEntry(one, instrument, { office: true }),
      unit: `${shownUnit(instrument.unit, one.unit, register).name} (${one.unit})`,
      href: may ? amendHref(wave.id, one.unit, one.field) : hubHref({ wave: wave.id, unit: one.unit, office: true }),
      queriesHref: queriesOfHref(wave.id, one.unit),
      together: togetherWith(one, amendments),
    })),
    pages: {
      previous: here > 1 ? href(standing, here - 1) : '',
      next: here < last ? href(standing, here + 1) : '',
      position: last === 1 ? '' : `Seite ${here} von ${last}`,
    },
    waiting: waitingOf(known),
    approvalsHref: mayDecide ? approvalsHref : '',
    undoHref: amendmentUndoHref(wave.id),
    upload: may
      ? {
          ...{ href: amendmentUploadHref(wave.id), responseHref: responseHref(wave.id) },
          ...{ columns: columnWords, reasons: reasonWords, sources: sourceWords },
        }
      : undefined,
    notice,
    isWaiting,
    error,
  }
}

/** Those that were made with it and can still be taken back; said beside the first of them. */
function togetherWith({ id, state }: KnownAmendment, all: readonly KnownAmendment[]) {
  const standing = all.filter((one) => one.state === state && one.undoneAt === null)
  return standing.length > 1 && standing[0]?.id === id ? { state, count: standing.length } : undefined
}

const mostShown = 5

function waitingOf({ instrument, register, proposals, units }: Known): AmendmentsPage['waiting'] {
  return proposals.flatMap(({ approval: { id, asked, proposer, proposedAt }, outdated }) => {
    const own = askedAmendments(asked)
      .map((one, place) => ({ ...one, why: outdated.get(place) }))
      .filter(({ participantId }) => units.has(participantId))
    if (own.length === 0) return []
    const gone = own.filter(({ why }) => why !== undefined)
    const ordered = [...gone, ...own.filter(({ why }) => why === undefined)]
    const lines = ordered.slice(0, mostShown).map(({ participantId, field, was, became, why }) => {
      const unit = shownUnit(instrument.unit, units.get(participantId) ?? '', register).name
      const change = `${valueWords(instrument, field, was)} → ${valueWords(instrument, field, became)}`
      return [`${unit}: ${fieldTitle(instrument, field)}, ${change}`, why].filter(Boolean).join('. ')
    })
    const more = own.length - lines.length
    return [
      {
        title: `Vorschlag ${id} von ${proposer ?? 'der Befehlszeile'}, ${dayAndTime(proposedAt)}`,
        lines: more > 0 ? [...lines, `und ${formatNumber(more)} weitere`] : lines,
        badge: gone.length > 0 ? { tone: 'warning', label: 'passt nicht mehr' } : { tone: 'info', label: 'wartet' },
      },
    ]
  })
}
