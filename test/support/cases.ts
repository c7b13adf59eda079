import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CheckDefinition, Question, Questionnaire, RuledOut } from '../../schemas/questionnaire.ts'
import { compile } from '../../surveys/compile/compile.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'
import { documentOf, readDefinitionFiles } from '../../surveys/definition/load.ts'
import { isQuestionnaire } from '../../surveys/definition/schema-problems.ts'
import { published } from './published.ts'

/** Where a table is held: by the server's functions, and by the script in a browser, unless it says why not. */
const place = {
  name: z.string(),
  where: z.tuple([z.literal('server')]).optional(),
  because: z.string().optional(),
}

const numberTable = z.strictObject({
  ...place,
  type: z.enum(['count', 'decimal', 'percent']),
  /** What the question offers those who do not know: a box to tick, a field for persons without information. */
  notAvailable: z.string().optional(),
  unknown: z.string().optional(),
  cases: z.array(
    z.union([
      z.strictObject({ typed: z.string(), value: z.number(), shown: z.string() }),
      /** `meant` is offered to be taken over. */
      z.strictObject({ typed: z.string(), sentence: z.string(), meant: z.array(z.string()).optional() }),
      z.strictObject({ typed: z.string(), blank: z.literal(true) }),
    ]),
  ),
})

const finding = z.strictObject({
  check: z.string(),
  severity: z.enum(['error', 'signal']),
  message: z.string(),
  suggestions: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  /** It is no news in the form, where somebody is still typing. */
  unfinished: z.literal(true).optional(),
})

const answerTable = z.strictObject({
  ...place,
  /** A published survey, with what is added here or stands here anew; or a definition in the small. */
  survey: z.string().optional(),
  notApplicable: z.array(z.custom<RuledOut>()).optional(),
  /** The questions of which a blank share is 0 once the others make 100. */
  restIsZero: z.array(z.string()).optional(),
  questions: z.array(z.custom<Question>()).optional(),
  checks: z.array(z.custom<CheckDefinition>()).optional(),
  cases: z.array(
    z.strictObject({
      name: z.string().optional(),
      /** Who answers; else Eislingen. */
      unit: z.string().optional(),
      typed: z.record(z.string(), z.string()),
      /** What was answered in the last wave. */
      last: z.record(z.string(), z.number()).optional(),
      /** By check: the running sum and how it stands. */
      sums: z.record(z.string(), z.strictObject({ text: z.string(), state: z.string() })).optional(),
      /** By question: how much of a list with a limit is ticked. */
      chosen: z.record(z.string(), z.string()).optional(),
      /** All that does not fit. Only the server looks for it: the browser shows what it is told after a save. */
      findings: z.array(finding),
    }),
  ),
})

export type NumberTable = z.infer<typeof numberTable>
export type AnswerTable = z.infer<typeof answerTable>

/** Tables of typed texts and what is said of them, by the names of their files. */
export const numberTables = readTables('numbers', numberTable)
export const sumTables = readTables('sums', answerTable)
export const checkTables = readTables('checks', answerTable)

function readTables<Table extends z.ZodType>(folder: string, table: Table): [file: string, table: z.infer<Table>][] {
  const path = new URL(`../cases/${folder}/`, import.meta.url)
  return readdirSync(path).map((file) => [
    `${folder}/${file}`,
    table.parse(JSON.parse(readFileSync(new URL(file, path), 'utf8'))),
  ])
}

/** The questionnaire that a table is about. */
export async function instrumentOf(table: AnswerTable): Promise<Instrument> {
  const { survey, name, questions = [], checks = [] } = table
  if (survey === undefined) return compile(definitionOf(name, questions, checks))
  return checks.length === 0 ? published(survey) : compile(extended(await newestDefinition(survey), table))
}

/** The newest version of a survey with what a table adds to it. */
function extended(definition: Questionnaire, { checks = [], notApplicable = [], restIsZero = [] }: AnswerTable) {
  const ids = new Set(checks.map(({ id }) => id))
  const withRest = (question: Question) =>
    restIsZero.includes(question.id) ? { ...question, rest: 'zero' as const } : question
  return {
    ...definition,
    sections: definition.sections.map((section) => ({ ...section, questions: section.questions.map(withRest) })),
    checks: [...definition.checks.filter(({ id }) => !ids.has(id)), ...checks],
    notApplicable: [...(definition.notApplicable ?? []), ...notApplicable],
  }
}

async function newestDefinition(survey: string): Promise<Questionnaire> {
  const files = await readDefinitionFiles()
  const file = files.findLast((one) => one.file.startsWith(`${survey}.v`))
  const document = file && documentOf(file)
  if (!isQuestionnaire(document)) throw new Error(`there is no survey ${survey}`)
  return document
}

/** A questionnaire of one number. */
export function numberInstrument({ name, type, notAvailable, unknown }: NumberTable): Instrument {
  const offered = { ...(notAvailable && { notAvailable }), ...(unknown && { unknown }) }
  const question = { number: 'F1', id: 'zahl', kind: type, title: 'Wie viele?', label: 'Anzahl', ...offered }
  return compile(definitionOf(name, [question], []))
}

function definitionOf(title: string, questions: Question[], checks: CheckDefinition[]): Questionnaire {
  const [first, ...others] = questions
  if (first === undefined) throw new Error(`${title}: there is no question`)
  return {
    id: 'fall',
    version: '1.0.0',
    title,
    unit: 'gemeinde',
    frist: '2999-12-31',
    introduction: [],
    reasons: [{ code: 'bestand', label: 'Es ist so' }],
    sections: [{ id: 'fall', title, questions: [first, ...others] }],
    checks,
  }
}
