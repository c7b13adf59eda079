import type { Concordance } from '../../schemas/concordance.ts'
import type { Raw } from '../../surveys/answer/cells.ts'
import { type DraftField, doneFieldOf, reasonFields } from '../../surveys/answer/draft-fields.ts'
import { applyChecks, findingsOf } from '../../surveys/answer/finding.ts'
import { readCells } from '../../surveys/answer/read-cells.ts'
import { pageReader } from '../../surveys/answer/submitted-page.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Check } from '../../surveys/checks/check.ts'
import { concernedQuestions } from '../../surveys/checks/concerned.ts'
import { fieldsOf } from '../../surveys/checks/condition.ts'
import type { Instrument, Question, Section } from '../../surveys/compile/instrument.ts'
import { type LastVariable, lastVariables, predecessorOf } from '../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Suggestion } from '../../surveys/reading/suggestion.ts'
import type { Answered } from '../../surveys/view/view.ts'
import { trialTitle } from '../waves/trial-title.ts'

/** A questionnaire as a wave asks it: compiled once, with the reader and the checks of every section. */
export interface Form {
  instrument: Instrument
  /** By the id of a section, of the page where all is checked, and of a file that holds all. */
  readers: ReadonlyMap<string, ReturnType<typeof pageReader>>
  /** All that its draft can hold of what people write. */
  fields: ReadonlyMap<string, DraftField>
  sections: ReadonlyMap<string, FormSection>
  /** The survey that this one continues. */
  earlier: EarlierSurvey | undefined
}

export interface FormSection {
  section: Section
  index: number
  /** The checks that are shown in this section. */
  checks: Check[]
  /** The questions whose answers each of them looks at. */
  concerns: ReadonlyMap<Check, readonly string[]>
  /** All that can be written on its page: its variables, reasons for its signals, and that it is done. */
  fields: ReadonlySet<string>
}

/** The page where all is checked, among the sections. No section can be called so. */
export const checkPageId = '.pruefen'

/** A file that holds all of them. */
export const filePageId = '.datei'

/** A survey that another one continues. */
interface EarlierSurvey {
  survey: string
  /** The variable of a version of it that can be held against a variable of the other, by the name of the latter. */
  variables(before: Instrument): ReadonlyMap<string, LastVariable>
}

/** The version and dates that a wave has pinned. */
export interface Pinned {
  survey: string
  surveyVersion: string
  stichtag: string | null
  frist: string
  /** A trial, which says so wherever its title stands. */
  test?: boolean
}

export function makeForm(instrument: Instrument, earlier?: EarlierSurvey): Form {
  const sectionOf = (check: Check) => instrument.questions.get(check.questions[0] ?? '')?.section
  const pages = instrument.sections.map((section, index) => {
    const checks = instrument.checks.filter((check) => sectionOf(check) === section.id)
    const concerns = new Map(checks.map((check) => [check, concernedQuestions(check, instrument)]))
    const reasons = checks.flatMap((check) => reasonFields(check, instrument))
    const asked = section.questions.flatMap(({ variables }) => variables)
    return { section, index, checks, concerns, reasons, fields: [...asked, ...reasons, doneFieldOf(section)] }
  })
  const readers = pages.map(({ section, fields }) => [section.id, pageReader(fields)] as const)
  const reasons = pages.flatMap((page) => page.reasons)
  const typed = instrument.variables.filter(({ role }) => role !== 'derived')
  return {
    instrument,
    readers: new Map([...readers, [checkPageId, pageReader(reasons)], [filePageId, pageReader(typed)]]),
    fields: new Map(pages.flatMap(({ fields }) => fields.map((field) => [field.name, field]))),
    sections: new Map(
      pages.map(({ section, index, checks, concerns, fields }) => [
        section.id,
        { section, index, checks, concerns, fields: new Set(fields.map(({ name }) => name)) },
      ]),
    ),
    earlier,
  }
}

/** The forms of all waves, each compiled when it is first asked for. */
export class Forms {
  readonly #forms = new Map<string, Promise<Form>>()
  readonly #load: (pinned: Pinned) => Promise<Form>

  constructor(load = loadForm) {
    this.#load = load
  }

  get(pinned: Pinned): Promise<Form> {
    const key = [pinned.survey, pinned.surveyVersion, pinned.stichtag, pinned.frist, pinned.test ?? false].join(' ')
    const known = this.#forms.get(key)
    if (known !== undefined) return known
    const form = this.#load(pinned)
    this.#forms.set(key, form)
    // A definition that could not be read this time may be readable the next time.
    form.catch(() => this.#forms.delete(key))
    return form
  }
}

async function loadForm({ survey, surveyVersion, stichtag, frist, test = false }: Pinned): Promise<Form> {
  const instrument = await loadInstrument(survey, surveyVersion, { ...(stichtag === null ? {} : { stichtag }), frist })
  if (instrument === undefined) throw new Error(`survey ${survey} ${surveyVersion} is not in surveys/definitions`)
  const named = test ? { ...instrument, title: trialTitle(instrument.title) } : instrument
  return makeForm(named, earlierSurvey(await loadConcordances(), instrument))
}

const kommuneOf = ({ unit, register }: Surroundings) => register.gemeinden.get(unit)

/** The answers of a whole form, with all that does not fit. */
export function answer({ instrument }: Form, raw: Raw, around: Surroundings): Answered {
  const cells = readCells(instrument, raw, around)
  const findings = findingsOf(instrument, raw, cells, around)
  return { instrument, raw, cells, findings, last: around.last, kommune: kommuneOf(around) }
}

/** The answers with only the findings of one section, for its page. */
export function answerSection(
  { instrument }: Form,
  { checks }: Pick<FormSection, 'checks'>,
  raw: Raw,
  around: Surroundings,
): Answered {
  const cells = readCells(instrument, raw, around)
  const findings = applyChecks(checks, { instrument, raw, cells, around })
  return { instrument, raw, cells, findings, last: around.last, kommune: kommuneOf(around) }
}

/** What of a section may read differently after some fields have changed: the questions, and the checks shown with them. */
export function concernedBy(
  { instrument, fields: all }: Form,
  { section, checks, concerns }: FormSection,
  fields: Iterable<string>,
): { questions: Question[]; checks: Check[] } {
  const changed = new Set<string | undefined>()
  for (const field of fields) changed.add(all.get(field)?.question)
  const questionsOf = (names: readonly string[]) => names.map((name) => instrument.variable.get(name)?.question)
  for (const rule of [...instrument.filters, ...instrument.rules])
    if (questionsOf(rule.if.flatMap(fieldsOf)).some((id) => changed.has(id)))
      for (const id of questionsOf(rule.fields)) changed.add(id)
  const concerned = new Set(changed)
  for (const check of checks) if (concerns.get(check)?.some((id) => changed.has(id))) concerned.add(check.questions[0])
  const idsOf = ({ id, parts }: Question) => [id, ...parts.map((part) => part.id)]
  const questions = section.questions.filter((question) => idsOf(question).some((id) => concerned.has(id)))
  const ids = new Set(questions.flatMap(idsOf))
  return { questions, checks: checks.filter(({ questions: [shownWith = ''] }) => ids.has(shownWith)) }
}

interface Unreadable {
  field: string
  message: string
  suggestions: readonly Suggestion[]
}

/** The fields of a section that could not be read, lists of Kommunen among them, with the sentence for each. */
export function unreadableFields({ section }: FormSection, { cells, findings }: Answered): Unreadable[] {
  const unreadable: Unreadable[] = []
  for (const { variables } of section.questions) {
    for (const { name, number, label } of variables) {
      const cell = cells.get(name)
      const list = findings.find(({ kind, fields }) => kind === 'gemeinden' && fields[0] === name)
      const problem = cell?.state === 'unreadable' ? cell : list
      if (problem === undefined) continue
      const { message, suggestions = [] } = problem
      unreadable.push({ field: name, message: `${number}, ${label}: ${message}`, suggestions })
    }
  }
  return unreadable
}

export function earlierSurvey(concordances: readonly Concordance[], instrument: Instrument): EarlierSurvey | undefined {
  const survey = predecessorOf(concordances, instrument.id)
  if (survey === undefined) return undefined
  const known = new WeakMap<Instrument, ReadonlyMap<string, LastVariable>>()
  return {
    survey,
    variables(before) {
      const variables = known.get(before) ?? lastVariables(concordances, before, instrument)
      known.set(before, variables)
      return variables
    },
  }
}
