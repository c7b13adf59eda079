import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import type { Concordance } from '../../schemas/concordance.ts'
import type { DerivedVariable } from '../../schemas/derived.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadDerived } from '../../surveys/derived/load-derived.ts'
import { openCatalogue } from '../admindata/catalogue.ts'
import type { Db } from '../database/database.ts'
import type { Forms } from '../forms/form.ts'
import { listPinned } from '../store/waves.ts'

/** What is fixed in files: what continues what, what is computed, and which administrative figures there are. */
export interface PanelRules {
  catalogue: Catalogue
  concordances: readonly Concordance[]
  declared: readonly DerivedVariable[]
}

let rules: Promise<PanelRules> | undefined

/** Read once: the files do not change while the program runs. */
export function loadRules(): Promise<PanelRules> {
  rules ??= Promise.all([loadConcordances(), loadDerived(), openCatalogue()]).then(
    ([concordances, declared, catalogue]) => ({
      concordances,
      declared,
      catalogue,
    }),
  )
  return rules
}

/** A wave of the database with the questionnaire that it asks. */
export interface WaveSurvey {
  wave: string
  synthetic: boolean
  stichtag: string | null
  frist: string
  instrument: Instrument
}

/** All waves, each with its questionnaire, in the order of their names. */
export async function loadSurveys(db: Db, forms: Forms): Promise<WaveSurvey[]> {
  // A trial counts nowhere.
  const waves = (await listPinned(db)).filter(({ test }) => !test)
  return Promise.all(
    waves.map(async ({ id, survey, survey_version: surveyVersion, stichtag, frist, synthetic }) => {
      const { instrument } = await forms.get({ survey, surveyVersion, stichtag, frist })
      return { wave: id, synthetic, stichtag, frist, instrument }
    }),
  )
}
