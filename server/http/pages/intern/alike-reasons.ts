import { printedNumbers } from '../../../../surveys/compile/printed-numbers.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { AlikeReasons } from '../../../../views/page-data/screening-pages.ts'
import { hubHref } from '../addresses.ts'
import { shownUnit } from '../frame.ts'
import type { ShownScreening } from './shown-screening.ts'

/** Reasons that many gave with the same words, each once, with all who did. */
export function alikeReasons({
  wave,
  instrument,
  register,
  screening,
}: Omit<ShownScreening, 'scope' | 'mayDecide'>): AlikeReasons[] {
  const { alike, screened } = screening
  return alike.map(({ check, reason, text, units }) => {
    const questions = instrument.checks.find(({ id }) => id === check)?.questions ?? []
    const variables = questions.flatMap((id) => instrument.questions.get(id)?.variables.slice(0, 1) ?? [])
    return {
      count: formatNumber(units.length),
      text,
      reason,
      about: printedNumbers(variables).join(' und '),
      units: units.flatMap((place) => {
        const unit = screened.units[place]?.unit
        if (unit === undefined) return []
        const { name } = shownUnit(instrument.unit, unit, register)
        return [{ label: name, href: hubHref({ wave: wave.id, unit, office: true }) }]
      }),
    }
  })
}
