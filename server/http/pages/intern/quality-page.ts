import { isTold, type Told } from '../../../../analysis/disclosure/hidden.ts'
import type { CheckQuality } from '../../../../analysis/quality/check-quality.ts'
import { whole } from '../../../../analysis/words.ts'
import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import type { QualityPage } from '../../../../views/page-data/evaluation-pages.ts'
import type { QualityOfWave } from '../../../evaluation/quality-of-wave.ts'
import { formats } from '../../../export/formats/index.ts'
import { questionNumbers } from '../check-words.ts'
import { qualityFileHref, qualityHref } from './addresses.ts'

const heads = [
  'Frage',
  'Prüfung',
  'gilt',
  'verletzt',
  'davon begründet',
  'nicht entscheidbar',
  'nichts angegeben',
  'kein Anlass',
]

/** How the answers of a wave stand to its checks, as the page tells it. */
export function qualityResult({
  survey,
  state,
  isDisclosed,
  checks,
}: QualityOfWave): NonNullable<QualityPage['result']> {
  const { wave, instrument } = survey
  const rowsOf = (some: readonly CheckQuality[]) => some.map((check) => rowOf(check, instrument))
  // What is hidden may be a violation.
  const isViolated = ({ violated }: CheckQuality) => violated !== 0
  const ofState = (href: string, rest: Record<string, string> = {}) =>
    `${href}?${new URLSearchParams({ stand: String(state), ...rest })}`
  return {
    isDisclosed,
    units: `${whole(checks[0]?.units ?? 0)} ${unitKinds[instrument.unit].many}`,
    heads,
    violated: rowsOf(checks.filter(isViolated)),
    others: rowsOf(checks.filter((check) => !isViolated(check))),
    state: whole(state),
    permanentHref: ofState(qualityHref(wave)),
    files: formats.map(({ name }) => ({ href: ofState(qualityFileHref(wave), { format: name }), label: name })),
  }
}

function rowOf({ check: id, counts, violated }: CheckQuality, instrument: Instrument): string[] {
  const check = instrument.checks.find((one) => one.id === id)
  const { holds, justified, undecidable, untouched, idle } = counts
  return [
    check === undefined ? '' : questionNumbers(check, instrument),
    `${id}: ${withoutGaps(check?.message ?? '')}`,
    ...[holds, violated, justified, undecidable, untouched, idle].map(told),
  ]
}

/** Where a sentence names numbers of one form. */
const withoutGaps = (message: string) => message.replaceAll(/\{[^}]*\}/g, '…')

const told = (count: Told<number>) => (isTold(count) ? whole(count) : count)
