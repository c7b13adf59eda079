import { sizes } from '../../analysis/groups/by-register.ts'
import type { Register } from '../../surveys/reading/register.ts'
import type { FieldParticipant } from './participants.ts'
import { sizeOf } from './select-participants.ts'
import { hasSent } from './standing.ts'

/** How many of some have sent something. */
export interface GroupResponse {
  key: string
  label: string
  asked: number
  sent: number
}

/** What participants are counted by, as the list filters by it. */
export type Grouping = 'kreis' | 'groesse' | 'verbund'

const words = new Intl.Collator('de', { numeric: true })

/** How many have sent something, by Kreis, size or Verbund; who belongs to none is left out. Sizes from small to large, others by name. */
export function responseBy(
  participants: readonly FieldParticipant[],
  grouping: Grouping,
  { kreise }: Pick<Register, 'kreise'>,
): GroupResponse[] {
  const groups = new Map<string, GroupResponse>()
  for (const one of participants) {
    const { key, label } = groupOf(one, grouping, kreise)
    if (key === '') continue
    const { asked, sent } = groups.get(key) ?? { asked: 0, sent: 0 }
    groups.set(key, { key, label, asked: asked + 1, sent: sent + (hasSent(one.state) ? 1 : 0) })
  }
  const place = ({ key }: GroupResponse) => sizes.findIndex(({ code }) => code === key)
  return [...groups.values()].sort((a, b) =>
    grouping === 'groesse' ? place(a) - place(b) : words.compare(a.label, b.label),
  )
}

function groupOf(one: FieldParticipant, grouping: Grouping, kreise: Register['kreise']) {
  if (grouping === 'verbund') return { key: one.verbund, label: one.verbundName }
  if (grouping === 'kreis') return { key: one.kreis, label: kreise.get(one.kreis) ?? one.kreis }
  const key = sizeOf(one.einwohner)
  return { key, label: sizes.find(({ code }) => code === key)?.label ?? '' }
}
