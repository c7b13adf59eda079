import { type UnitKind, unitKinds } from '../../../surveys/compile/unit-kinds.ts'
import { formatDate } from '../../../surveys/reading/dates.ts'
import type { Register } from '../../../surveys/reading/register.ts'
import type { Unit, Visitor } from '../../../views/page-data/form-pages.ts'
import { remainingDays } from '../../domain/german-time.ts'
import { isPseudonym, withoutOrigin } from '../../domain/pseudonym.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { hubHref } from './addresses.ts'
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
    open: visit.open,
    asked: asked !== undefined,
    synthetic: visit.synthetic,
    endsAt: new Date(visit.now.getTime() + visit.secondsLeft * 1000).toISOString(),
    secondsLeft: visit.secondsLeft,
  }
}

export const unitLabel = (kind: UnitKind): string => unitKinds[kind].one

/** Who answers, as people know them. */
export function shownUnit(kind: UnitKind, unit: string, register: Register): Unit {
  const { gemeinden, kreise, verbuende, empfaenger } = register
  const label = unitLabel(kind)
  if (kind === 'gemeinde') return { label, name: gemeinden.get(unit)?.name ?? unit, note: `GKZ ${unit}` }
  if (kind === 'zuwendungsempfaenger') return { label, name: empfaenger?.get(unit) ?? unit, note: `Kennung ${unit}` }
  if (kind === 'verbund') return { label, name: verbuende.get(unit)?.name ?? unit, note: `Nummer ${unit}` }
  if (kind === 'kreis') return { label, name: kreise.get(unit) ?? unit, note: `Schlüssel ${unit}` }
  if (isPseudonym(unit)) return { label, name: unit, note: withoutOrigin }
  const verbund = unit.slice(0, 6)
  return { label, name: unit, note: `Antragsverbund ${verbuende.get(verbund)?.name ?? verbund}` }
}
