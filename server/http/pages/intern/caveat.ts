import type { Comparability } from '../../../../analysis/panel/comparability.ts'
import type { Caveat } from '../../../../views/page-data/evaluation-pages.ts'

const tones: Record<Comparability['status'], Caveat['tone']> = {
  same: 'success',
  reworded: 'warning',
  unstated: 'warning',
  changedBase: 'warning',
  new: 'plain',
  dropped: 'plain',
}

/** How far two waves can be compared, as a mark with its reason. */
export const caveatOf = ({ status, label, why }: Comparability): Caveat => ({ label, tone: tones[status], why })
