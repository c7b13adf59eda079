import type { Continue } from '../../analysis/panel/partner.ts'
import type { PanelVariable } from '../../analysis/panel/variable.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { chooseVariable, chooseWaves } from './choose.ts'
import { continuesOf } from './continues.ts'
import { loadRules, loadSurveys, type PanelRules, type WaveSurvey } from './surveys.ts'

interface OpenedWaves {
  rules: PanelRules
  continues: Continue
  all: WaveSurvey[]
  /** Those that are meant. */
  surveys: WaveSurvey[]
  variable(name: string): PanelVariable
}

/** Where every evaluation of waves begins: what holds between them, and what they ask. */
export async function openWaves(db: Db, forms: Forms, names: readonly string[]): Promise<OpenedWaves> {
  const [rules, all] = await Promise.all([loadRules(), loadSurveys(db, forms)])
  const continues = continuesOf(rules)
  const surveys = chooseWaves(names, all)
  return { rules, continues, all, surveys, variable: (name) => chooseVariable(name, surveys, rules, continues) }
}
