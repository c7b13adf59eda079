import { canBeAsked, type UnitKind, unitKinds } from '../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Register } from '../../../surveys/reading/register.ts'
import type { Unit, Visitor } from '../../../views/page-data/form-pages.ts'
import { remainingDays } from '../../domain/german-time.ts'
import { isPseudonym, withoutOrigin } from '../../domain/pseudonym.ts'
import type { AtWork } from '../../forms/at-work.ts'
import type { DelegateAtWork } from '../../forms/delegate-at-work.ts'
import { delegateLeaveHref, hubHref } from './addresses.ts'
import { wasClosedEarly } from './closed-words.ts'
import { participantHref } from './intern/addresses.ts'

/** The strip at the head of every page of a form. */
export function visitorOf({ visit, form: { instrument }, around: { register }, asked }: AtWork): Visitor {
  const { title, unit } = instrument
  return {
    home: hubHref(visit),
    office: visit.office ? participantHref(visit.wave, visit.unit) : '',
    amend: '',
    waveTitle: title,
    unit: shownUnit(unit, visit.unit, register),
    several: visit.several,
    editor: visit.editor ?? '',
    stichtag: visit.stichtag === null ? '' : formatDate(visit.stichtag),
    frist: formatDate(visit.frist),
    remaining: wasClosedEarly(visit) ? 'Erhebung geschlossen' : remainingDays(visit.frist, visit.daysLeft),
    due: null,
    leave: '/abmelden',
    open: visit.open,
    asked: asked !== undefined,
    synthetic: visit.synthetic,
    endsAt: new Date(visit.now.getTime() + visit.secondsLeft * 1000).toISOString(),
    secondsLeft: visit.secondsLeft,
  }
}

/** The same for a colleague who was asked for some sections. */
export const delegateVisitor = (atWork: DelegateAtWork): Visitor => ({
  ...visitorOf(atWork),
  due: atWork.visit.dueOn === null ? '' : formatDate(atWork.visit.dueOn),
  leave: delegateLeaveHref,
})

export const unitLabel = (kind: UnitKind): string => unitKinds[kind].one

/** Who answers, as people know them. */
export function shownUnit(kind: UnitKind, unit: string, { gemeinden, verbuende }: Register): Unit {
  const label = unitLabel(kind)
  if (kind === 'gemeinde') return { label, name: gemeinden.get(unit)?.name ?? unit, note: `GKZ ${unit}` }
  if (!canBeAsked(kind)) return { label, name: unit, note: '' }
  if (isPseudonym(unit)) return { label, name: unit, note: withoutOrigin }
  const verbund = unit.slice(0, 6)
  return { label, name: unit, note: `Antragsverbund ${verbuende.get(verbund)?.name ?? verbund}` }
}
