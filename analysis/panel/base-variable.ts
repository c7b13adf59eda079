import { longestStem, shortName } from '../../surveys/codebook/short-name.ts'
import type { Derived } from '../../surveys/derived/derived.ts'
import type { PanelVariable } from './variable.ts'

const ending = '_n'

/** `im_kurs_jetzt_n` of `im_kurs_jetzt_anteil`; as long as a name may be that endings fit behind. */
export const baseName = (share: string): string =>
  `${shortName(share.replace(/_anteil$/, ''), longestStem - ending.length)}${ending}`

const nothing: Derived['base'] = { plus: [], minus: [] }

/** What a share is a share of, beside it: there where the share is, else missing for the same reason. None of what is no share. */
export function baseVariable(share: PanelVariable): PanelVariable[] {
  const { name, label, derived, asked } = share
  if (derived?.kind !== 'share') return []
  const { base } = derived
  const variable: PanelVariable = {
    name: baseName(name),
    label: `${label}: Bezugsgröße`,
    printed: `${label}: Bezugsgröße`,
    kind: 'number',
    unit: '',
    categories: [],
    derived: { ...derived, kind: 'sum', parts: base, base: nothing, possible: nothing, note: '' },
    baseOf: share,
    asked,
  }
  return [variable]
}
