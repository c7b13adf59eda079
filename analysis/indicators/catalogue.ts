import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Indicator, Indicators, SurveyVariable } from '../../schemas/indicators.ts'
import { lateValidator } from '../../surveys/definition/late-validator.ts'
import { DefinitionError, type Problem } from '../../surveys/definition/problem.ts'
import { problemOf } from '../../surveys/definition/schema-sentence.ts'

/** All that is known of the indicators, by code. */
export interface Catalogue {
  indicators: ReadonlyMap<string, Indicator>
  surveyVariables: readonly SurveyVariable[]
}

const schema = JSON.parse(readFileSync(new URL('../../schemas/indicators.schema.json', import.meta.url), 'utf8'))
const validate = lateValidator(() =>
  new Ajv2020({ allErrors: true, strict: true, keywords: ['tsType'] }).compile<Indicators>(schema),
)

/** Files of the catalogue → one catalogue; throws with all that is wrong, each with file and place. */
export function catalogueOf(files: readonly { file: string; document: unknown }[]): Catalogue {
  const problems: Problem[] = []
  const indicators = new Map<string, Indicator>()
  const surveyVariables: SurveyVariable[] = []
  const known = new Map<string, string>()
  for (const { file, document } of files) {
    const place = (path: string) => `${file}${path}`
    if (!validate(document)) {
      const found = (validate.errors ?? []).map(problemOf)
      problems.push(...found.map(({ path, message }) => ({ path: place(path), message })))
      continue
    }
    const add = (code: string, path: string) => {
      const before = known.get(code)
      if (before === undefined) known.set(code, place(path))
      else problems.push({ path: place(path), message: `Die Kennung „${code}“ gibt es schon: ${before}.` })
    }
    document.indicators.forEach((indicator, index) => {
      add(indicator.code, `/indicators/${index}`)
      indicators.set(indicator.code, indicator)
    })
    document.surveyVariables?.forEach((variable, index) => {
      add(variable.code, `/surveyVariables/${index}`)
      surveyVariables.push(variable)
    })
  }
  for (const { code, base, territory } of indicators.values()) {
    const weight = typeof territory === 'object' ? territory.mean : undefined
    for (const other of [base, weight]) {
      if (other === undefined || indicators.has(other)) continue
      problems.push({ path: known.get(code) ?? '', message: `Den Indikator „${other}“ gibt es nicht.` })
    }
  }
  if (problems.length > 0) throw new DefinitionError(problems)
  return { indicators, surveyVariables }
}
