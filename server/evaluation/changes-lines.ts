import { changesFacts, changesSections } from '../../analysis/report/changes.ts'
import { factLine, sectionLines } from '../../analysis/report/print/report-lines.ts'
import { workingView } from '../../analysis/report/sentences.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { amendmentLabels } from '../amendments/amendment-labels.ts'
import type { ChangesOfWave } from './changes-of-wave.ts'

/** What corrections made, as lines for people. */
export function changesLines({ survey, state, told, resting = 0 }: ChangesOfWave): string[] {
  const { many } = unitKinds[survey.instrument.unit]
  return [
    `${workingView}.`,
    '',
    `Was in ${survey.wave} geändert wurde, Datenstand ${state}`,
    ...changesFacts(told, many).map(factLine),
    ...(resting === 0 ? [] : [`Korrekturen, die ruhen: ${resting}`]),
    ...changesSections(told, many, amendmentLabels).flatMap((section) => ['', ...sectionLines(section)]),
  ]
}
