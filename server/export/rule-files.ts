import type { Instrument } from '../../surveys/compile/instrument.ts'
import { rulesScript } from '../../surveys/rules/r-script.ts'
import { rulesOf } from '../../surveys/rules/rules.ts'
import { rulesYaml } from '../../surveys/rules/yaml.ts'
import { exportFiles, type RuleFile } from './files.ts'
import type { Table } from './table.ts'
import type { TextFile } from './text-file.ts'

/** The checks of a wave as rules, and a script in R that evaluates them over the files of answers and what stands around them. */
export function ruleFiles(
  instrument: Instrument,
  { antworten, umfeld }: { antworten: Table; umfeld: Table },
): Record<RuleFile, TextFile<string>> {
  const [wave = ''] = antworten.origin.waves.map((one) => one.wave)
  const rules = `${wave}${exportFiles.pruefregeln.ending}.yaml`
  const script = `${antworten.name}${exportFiles.pruefskript.ending}.R`
  const files = { answers: `${antworten.name}.csv`, around: `${umfeld.name}.csv`, rules }
  return {
    pruefregeln: {
      file: 'pruefregeln',
      name: rules,
      mediaType: 'application/yaml; charset=utf-8',
      text: rulesYaml(instrument, rulesOf(instrument)),
    },
    pruefskript: {
      file: 'pruefskript',
      name: script,
      mediaType: 'text/plain; charset=utf-8',
      text: rulesScript(files),
    },
  }
}
