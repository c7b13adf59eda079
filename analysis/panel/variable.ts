import type { DerivedVariable, Term } from '../../schemas/derived.ts'
import { fullLabel } from '../../surveys/codebook/full-label.ts'
import type { Instrument, Variable } from '../../surveys/compile/instrument.ts'
import { type Derived, deriveFrom, neededBy } from '../../surveys/derived/derived.ts'
import { typeOf } from '../../surveys/types/index.ts'
import type { ChosenIndicator } from '../indicators/part.ts'
import { type Continue, partnerOf } from './partner.ts'

/** A wave with the questionnaire that it asks. */
export interface PanelSurvey {
  wave: string
  instrument: Instrument
}

/** What a panel can hold in a column: something asked, or something computed from that. */
export interface PanelVariable {
  name: string
  /** It stands alone: whom it is about is said in it. */
  label: string
  /** As the form prints it, with the title above it where that has several rows. */
  printed: string
  kind: 'number' | 'flag' | 'category'
  /** What its numbers are, in a word: Personen, Prozent, Euro; '' of what has no unit. */
  unit: string
  /** What a category can be; the values of its column are places in this list. */
  categories: readonly Category[]
  derived?: Derived
  /** Of what a share is a share of: that share. */
  baseOf?: PanelVariable
  /** Of an administrative figure. */
  indicator?: ChosenIndicator
  /** By wave: what has to be read there. Not there where the wave does not ask for it. */
  asked: ReadonlyMap<string, Asked>
}

export interface Category {
  code: string
  label: string
}

/** How a wave asks for a variable, or for all that it is computed from. */
export interface Asked {
  /** The printed numbers and the titles of the questions. */
  questions: readonly { number: string; title: string }[]
  /** The variables of the wave, by the names that the panel uses. */
  variables: ReadonlyMap<string, Variable>
  /** What something is computed from there, where a list of the wave has other items. */
  derived?: Derived
}

/** Something that is not there under this name, or that cannot be compared. */
interface NoVariable {
  problem: string
  /** Whether there is anything of that name. */
  known: boolean
}

/**
 * The variable of a name over some waves. The last wave that knows the name says what it means; the concordance says what that
 * was called in the others.
 */
export function findVariable(
  name: string,
  surveys: readonly PanelSurvey[],
  declared: readonly DerivedVariable[],
  continues: Continue,
): PanelVariable | NoVariable {
  const formula = declared.find((one) => one.name === name)
  if (formula !== undefined) return derivedVariable(formula, surveys, continues)
  const home = surveys.findLast(({ instrument }) => instrument.variable.has(name))?.instrument
  const variable = home?.variable.get(name)
  if (home === undefined || variable === undefined)
    return { known: false, problem: `Die Variable „${name}“ gibt es in ${waveNames(surveys)} nicht.` }
  const kind = kindOf(variable)
  if (kind === undefined)
    return { known: true, problem: `„${name}“ ist keine Zahl und keine Auswahl und lässt sich nicht vergleichen.` }
  const asked = askedIn([name], home, surveys, continues)
  return {
    name,
    ...labelled(home, name),
    printed: printedLabel(home, variable),
    kind,
    categories: kind === 'category' ? allOptions(asked, name) : [],
    asked,
  }
}

/** All names that `findVariable` knows for some waves. */
export function variableNames(surveys: readonly PanelSurvey[], declared: readonly DerivedVariable[]): string[] {
  const asked = surveys.flatMap(({ instrument }) => instrument.variables.filter((one) => kindOf(one) !== undefined))
  const derived = declared.filter((one) => surveys.some(({ instrument }) => deriveFrom(one, instrument) !== undefined))
  return [...new Set([...asked, ...derived].map(({ name }) => name))]
}

function derivedVariable(
  declared: DerivedVariable,
  surveys: readonly PanelSurvey[],
  continues: Continue,
): PanelVariable | NoVariable {
  const home = surveys.findLast(({ instrument }) => deriveFrom(declared, instrument) !== undefined)?.instrument
  const derived = home && deriveFrom(declared, home)
  if (home === undefined || derived === undefined) {
    const names = termsOf(declared).map(termName)
    return {
      known: true,
      problem: `„${declared.name}“ wird aus ${[...new Set(names)].join(', ')} berechnet; danach fragt ${waveNames(surveys)} nicht.`,
    }
  }
  return {
    name: declared.name,
    label: declared.label,
    printed: declared.label,
    kind: 'number',
    unit: unitOf(derived, home),
    categories: [],
    derived,
    asked: new Map(
      surveys.flatMap(({ wave, instrument }) => {
        const there = derivedIn(declared, { derived, home, instrument }, continues)
        return there === undefined ? [] : [[wave, there] as const]
      }),
    ),
  }
}

/** The same in another wave. A list counts there as it was: with items that it had no longer, or not yet, later on. */
function derivedIn(
  declared: DerivedVariable,
  { derived, home, instrument }: { derived: Derived; home: Instrument; instrument: Instrument },
  continues: Continue,
): Asked | undefined {
  const whole = askedOf(neededBy(derived), home, instrument, continues)
  const own = deriveFrom(declared, instrument)
  if (whole !== undefined || own === undefined) return whole
  const isSame = (name: string) => partnerOf(name, home, instrument, continues)?.name === name
  const inLists = new Set(
    listsOf(declared).flatMap((id) => home.questions.get(id)?.variables.map(({ name }) => name) ?? []),
  )
  const [listed, single] = [neededBy(derived).filter((name) => inLists.has(name)), partsAlone(declared)]
  if (!single.every(isSame) || !listed.some(isSame)) return undefined
  return {
    ...described(new Map(neededBy(own).map((name) => [name, instrument.variable.get(name) as Variable])), instrument),
    derived: own,
  }
}

const termsOf = (declared: DerivedVariable): readonly Term[] =>
  declared.kind === 'share' ? [...declared.parts, ...declared.base, ...(declared.possible ?? [])] : declared.parts

const listsOf = (declared: DerivedVariable) =>
  termsOf(declared).flatMap((term) => ('question' in term ? [term.question] : []))

const partsAlone = (declared: DerivedVariable) =>
  termsOf(declared).flatMap((term) => ('variable' in term ? [term.variable] : []))

const termName = (term: Term) => ('variable' in term ? term.variable : term.question)

const labelled = ({ labels }: Instrument, name: string) => labels.get(name) ?? { label: name, unit: '' }

/** A sum and a change have the unit of their parts, where that is one. */
function unitOf(derived: Derived, home: Instrument): string {
  if (derived.kind === 'share') return 'Prozent'
  const [unit = '', ...others] = new Set(neededBy(derived).map((name) => labelled(home, name).unit))
  return others.length === 0 ? unit : ''
}

const waveNames = (surveys: readonly PanelSurvey[]) => surveys.map(({ wave }) => wave).join(' und ')

/** What each wave asks of some variables of the home survey: all of them or nothing. */
function askedIn(
  names: readonly string[],
  home: Instrument,
  surveys: readonly PanelSurvey[],
  continues: Continue,
): Map<string, Asked> {
  return new Map(
    surveys.flatMap(({ wave, instrument }) => {
      const there = askedOf(names, home, instrument, continues)
      return there === undefined ? [] : [[wave, there] as const]
    }),
  )
}

function askedOf(
  names: readonly string[],
  home: Instrument,
  instrument: Instrument,
  continues: Continue,
): Asked | undefined {
  const found = names.map((name) => [name, partnerOf(name, home, instrument, continues)] as const)
  return found.some(([, variable]) => variable === undefined)
    ? undefined
    : described(new Map(found as [string, Variable][]), instrument)
}

function described(variables: ReadonlyMap<string, Variable>, instrument: Instrument): Asked {
  const ids = [...new Set([...variables.values()].map(({ question }) => question))]
  const questions = ids.flatMap((id) => {
    const question = instrument.questions.get(id)
    return question === undefined ? [] : [{ number: question.number, title: question.title }]
  })
  return { questions, variables }
}

/** The kind of column that a variable can be; undefined of texts and dates, of comments and of contact data. */
export function kindOf({ type, role, contact }: Variable): PanelVariable['kind'] | undefined {
  if (contact || role === 'comment') return undefined
  const { measure } = typeOf(type)
  return measure === 'none' ? undefined : measure
}

/** What can be chosen in any of the waves, in the order of the last one; what only earlier ones had comes behind. */
function allOptions(asked: ReadonlyMap<string, Asked>, name: string): Category[] {
  const options = new Map<string, Category>()
  for (const { variables } of [...asked.values()].reverse()) {
    for (const { code, label } of variables.get(name)?.options ?? [])
      if (!options.has(code)) options.set(code, { code, label })
  }
  return [...options.values()]
}

/** The rows of a question are told with its title. */
function printedLabel(instrument: Instrument, variable: Variable): string {
  const label = fullLabel(instrument, variable)
  const question = instrument.questions.get(variable.question)
  const items = question?.variables.filter(({ role }) => role === 'item') ?? []
  return label === variable.label && items.length > 1 ? `${question?.title} – ${label}` : label
}

export const yesNo: readonly Category[] = [
  { code: '0', label: 'nein' },
  { code: '1', label: 'ja' },
]
