import type { BurdenView } from '../../../views/page-data/form-pages.ts'
import type { Burden } from '../../store/burden.ts'

/** How hard it was to answer, from easy to hard; what is kept is the number. */
export const efforts = ['sehr leicht', 'eher leicht', 'mittel', 'eher schwer', 'sehr schwer'] as const

export interface SaidOfBurden {
  notice?: string
  /** What was typed, where it could not be taken. */
  typed?: { minutes: string; effort: string }
  errors?: BurdenView['errors']
}

/** The questions on what it cost to answer, with what was said to them. */
export function burdenView(
  href: string,
  kept: Burden | undefined,
  { notice = '', typed, errors = [] }: SaidOfBurden,
): BurdenView {
  const effort = typed?.effort ?? String(kept?.effort ?? '')
  return {
    href,
    notice,
    minutes: typed?.minutes ?? String(kept?.minutes ?? ''),
    efforts: efforts.map((label, place) => ({
      value: String(place + 1),
      label: `${place + 1}, ${label}`,
      checked: effort === String(place + 1),
    })),
    errors,
  }
}
