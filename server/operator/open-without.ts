import type { SiteOperator } from './site-operator.ts'
import { whyNotOpen } from './why-not-open.ts'

/** What to say at the start where real waves are open that could not be opened now: they were before anybody asked for it. */
export function openWithout(
  operator: SiteOperator,
  waves: readonly { id: string; open: boolean; synthetic: boolean }[],
): string {
  const open = waves.filter(({ open, synthetic }) => open && !synthetic).map(({ id }) => id)
  if (open.length === 0 || whyNotOpen(operator).length === 0) return ''
  return (
    `Achtung: ${open.join(', ')} ${open.length === 1 ? 'ist' : 'sind'} offen, obwohl zum Betreiber Angaben fehlen, die Befragte ` +
    'brauchen. „stichtag operator check“ sagt, welche.'
  )
}
