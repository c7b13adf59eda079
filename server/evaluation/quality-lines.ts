import { isTold, type Told } from '../../analysis/disclosure/hidden.ts'
import { workingView } from '../../analysis/report/sentences.ts'
import { columns, whole } from '../../analysis/words.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import type { QualityOfWave } from './quality-of-wave.ts'

/** How the answers of a wave stand to its checks, as lines for people. */
export function qualityLines({ survey, state, isDisclosed, checks }: QualityOfWave): string[] {
  const { many } = unitKinds[survey.instrument.unit]
  return [
    `${workingView}.`,
    '',
    `Qualität von ${survey.wave}, Datenstand ${state}: ${whole(checks[0]?.units ?? 0)} ${many}, mit den Korrekturen des Feldbüros`,
    ...(isDisclosed ? ['Zahlen, aus denen sich eine Angabe ablesen ließe, sind verdeckt.'] : []),
    '',
    ...columns([
      ['Prüfung', 'gilt', 'verletzt', 'begründet', 'nicht entscheidbar', 'nichts angegeben', 'kein Anlass'],
      ...checks.map(({ check, counts, violated }) => [
        check,
        ...[counts.holds, violated, counts.justified, counts.undecidable, counts.untouched, counts.idle].map(told),
      ]),
    ]),
  ]
}

const told = (count: Told<number>): string => (isTold(count) ? whole(count) : count)
