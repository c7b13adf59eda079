import type { Concordance } from '../../schemas/concordance.ts'
import { type Raw, readCells } from '../../surveys/answer/cell.ts'
import { applyCheck, type Finding, findingsOf, type Surroundings } from '../../surveys/answer/finding.ts'
import { pageReaders } from '../../surveys/answer/submitted-page.ts'
import type { Check, Instrument, Question, Section } from '../../surveys/compile/instrument.ts'
import { type LastVariable, lastVariables, predecessorOf } from '../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../surveys/concordance/load-concordances.ts'
import { loadInstrument } from '../../surveys/definition/load.ts'
import type { Answered } from '../../surveys/view/view.ts'

/** A questionnaire as a wave asks it: compiled once, with the reader and the checks of every section. */
export interface Form {
  instrument: Instrument
  readers: ReturnType<typeof pageReaders>
  sections: ReadonlyMap<string, FormSection>
  /** The survey that this one continues. */
  earlier: EarlierSurvey | undefined
}

export interface FormSection {
  section: Section
  index: number
  /** The checks that are shown in this section. */
  checks: Check[]
  /** The names of its variables. */
  fields: ReadonlySet<string>
}

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
}

export function makeForm(instrument: Instrument, earlier?: EarlierSurvey): Form {
  const sectionOf = (check: Check) => instrument.questions.get(check.questions[0] ?? '')?.section
  const sections = instrument.sections.map((section, index): [string, FormSection] => [
    section.id,
    {
      section,
      index,
      checks: instrument.checks.filter((check) => sectionOf(check) === section.id),
      fields: new Set(section.questions.flatMap(({ variables }) => variables.map(({ name }) => name))),
    },
  ])
  return { instrument, readers: pageReaders(instrument), sections: new Map(sections), earlier }
}

/** The forms of all waves, each compiled when it is first asked for. */
export class Forms {
  readonly #forms = new Map<string, Promise<Form>>()
  readonly #load: (pinned: Pinned) => Promise<Form>

  constructor(load = loadForm) {
    this.#load = load
  }

  get(pinned: Pinned): Promise<Form> {
    const key = [pinned.survey, pinned.surveyVersion, pinned.stichtag, pinned.frist].join(' ')
    const known = this.#forms.get(key)
    if (known !== undefined) return known
    const form = this.#load(pinned)
    this.#forms.set(key, form)
    // A definition that could not be read this time may be readable the next time.
    form.catch(() => this.#forms.delete(key))
    return form
  }
}

async function loadForm({ survey, surveyVersion, stichtag, frist }: Pinned): Promise<Form> {
  const instrument = await loadInstrument(survey, surveyVersion, { ...(stichtag === null ? {} : { stichtag }), frist })
  if (instrument === undefined) throw new Error(`survey ${survey} ${surveyVersion} is not in surveys/definitions`)
  return makeForm(instrument, earlierSurvey(await loadConcordances(), instrument))
}

const kommuneOf = ({ unit, register }: Surroundings) => register.gemeinden.get(unit)

/** The answers of a whole form, with all that does not fit. */
export function answer({ instrument }: Form, raw: Raw, around: Surroundings): Answered {
  const cells = readCells(instrument, raw)
  return {
    instrument,
    raw,
    cells,
    findings: findingsOf(instrument, raw, cells, around),
    last: around.last,
    kommune: kommuneOf(around),
  }
}

/** The answers with only the findings of one section, for its page. */
export function answerSection(
  { instrument }: Form,
  { checks }: Pick<FormSection, 'checks'>,
  raw: Raw,
  around: Surroundings,
): Answered {
  const cells = readCells(instrument, raw)
  const findings: Finding[] = []
  for (const check of checks) findings.push(...applyCheck(check, raw, cells, around))
  return { instrument, raw, cells, findings, last: around.last, kommune: kommuneOf(around) }
}

/** What of a section may read differently after some fields have changed: the questions, and the checks shown with them. */
export function concernedBy(
  { instrument }: Form,
  { section, checks }: FormSection,
  fields: Iterable<string>,
): { questions: Question[]; checks: Check[] } {
  const changed = new Set<string | undefined>()
  for (const field of fields) changed.add(instrument.variable.get(field)?.question)
  const concerned = new Set(changed)
  for (const { questions } of checks) if (questions.some((id) => changed.has(id))) concerned.add(questions[0])
  const idsOf = ({ id, parts }: Question) => [id, ...parts.map((part) => part.id)]
  const questions = section.questions.filter((question) => idsOf(question).some((id) => concerned.has(id)))
  const ids = new Set(questions.flatMap(idsOf))
  return { questions, checks: checks.filter(({ questions: [shownWith = ''] }) => ids.has(shownWith)) }
}

/** The fields of a section that could not be read, lists of Kommunen among them, with the sentence for each. */
export function unreadableFields(
  { section }: FormSection,
  { cells, findings }: Answered,
): { field: string; message: string }[] {
  const unreadable: { field: string; message: string }[] = []
  for (const { variables } of section.questions) {
    for (const { name, number, label } of variables) {
      const cell = cells.get(name)
      const list = findings.find(({ kind, fields }) => kind === 'gemeinden' && fields[0] === name)
      const message = cell?.state === 'unreadable' ? cell.message : list?.message
      if (message !== undefined) unreadable.push({ field: name, message: `${number}, ${label}: ${message}` })
    }
  }
  return unreadable
}

function earlierSurvey(concordances: readonly Concordance[], instrument: Instrument): EarlierSurvey | undefined {
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
