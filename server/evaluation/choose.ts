import { closest } from 'fastest-levenshtein'
import { registerGroupings } from '../../analysis/groups/by-register.ts'
import { readAsked } from '../../analysis/indicators/breakdown.ts'
import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { type ChosenIndicator, partOfIndicator } from '../../analysis/indicators/part.ts'
import { indicatorVariable } from '../../analysis/panel/indicator-variable.ts'
import type { Continue } from '../../analysis/panel/partner.ts'
import { findVariable, type PanelVariable, variableNames } from '../../analysis/panel/variable.ts'
import { unitKinds } from '../../surveys/compile/unit-kinds.ts'
import { typeOf } from '../../surveys/types/index.ts'
import { InputError } from '../errors/input-error.ts'
import { itemWeightings } from './item-weightings.ts'
import type { PanelRules, WaveSurvey } from './surveys.ts'
import { type Weighting, weightings } from './weightings.ts'

/** The waves of some names, all answered by the same kind of unit. */
export function chooseWaves(names: readonly string[], all: readonly WaveSurvey[]): WaveSurvey[] {
  const chosen = names.map((name) => {
    const found = all.find(({ wave }) => wave === name)
    if (found !== undefined) return found
    const known = all.map(({ wave }) => wave)
    throw new InputError(
      `Die Welle „${name}“ gibt es nicht.${suggestion(name, known)} „stichtag wave list“ zeigt alle.`,
    )
  })
  const twice = names.find((name, place) => names.indexOf(name) !== place)
  if (twice !== undefined) throw new InputError(`Die Welle „${twice}“ ist zweimal genannt.`)
  const [first] = chosen
  const other = chosen.find(({ instrument }) => instrument.unit !== first?.instrument.unit)
  if (first !== undefined && other !== undefined)
    throw new InputError(
      `${first.wave} und ${other.wave} werden nicht von denselben beantwortet: eine fragt ${manyOf(first)}, die andere ${manyOf(other)}.`,
    )
  return chosen
}

const manyOf = ({ instrument }: WaveSurvey) => unitKinds[instrument.unit].many

/** A variable of some waves; where there is none of that name, a sentence that names those that are near. */
export function chooseVariable(
  name: string,
  waves: readonly WaveSurvey[],
  { declared, catalogue }: PanelRules,
  continues: Continue,
): PanelVariable {
  const found = findVariable(name, waves, declared, continues)
  if (!('problem' in found)) return found
  const indicator = found.known ? undefined : chooseIndicator(name, waves, catalogue)
  if (indicator !== undefined)
    return indicatorVariable(
      indicator,
      waves.map(({ wave }) => wave),
    )
  const names = [...variableNames(waves, declared), ...ofKommunen(waves, catalogue).keys()]
  throw new InputError(found.problem + (found.known ? '' : suggestion(name, names)))
}

/** The administrative figures that stand beside Kommunen. */
export function ofKommunen(waves: readonly WaveSurvey[], { indicators }: Catalogue): Catalogue['indicators'] {
  return waves.every(({ instrument }) => instrument.unit === 'gemeinde') ? indicators : new Map()
}

/** `schutzsuchende`, or a part of it, `schutzsuchende:GES=GESW`. */
function chooseIndicator(
  text: string,
  waves: readonly WaveSurvey[],
  catalogue: Catalogue,
): ChosenIndicator | undefined {
  const { code, breakdown, time } = readAsked(text)
  const indicator = ofKommunen(waves, catalogue).get(code)
  return indicator && time === undefined ? partOfIndicator(indicator, breakdown) : undefined
}

/** What units can be divided by: a grouping of the register, what they answered in a wave, or what their persons did. */
export type ChosenGrouping =
  | { kind: 'register'; grouping: (typeof registerGroupings)[number] }
  | { kind: 'answer' | 'persons'; wave: WaveSurvey; variable: PanelVariable }
  | { kind: 'indicator'; wave: WaveSurvey; indicator: ChosenIndicator }

/**
 * `kreis`, `groesse` …; an administrative figure or a part of one beside the first wave, `im_start`, or another, `umfrage-4:im_start`;
 * or a choice or a box to tick:
 * `organisation`, `umfrage-4:zg_gruppe_duldung`. Without a wave that is the first of those compared that asks for it, else the
 * last one of all that does. A wave that asks persons, `umfrage-3:zeit_klienten`, divides Kommunen by what their persons
 * answered, and so it may be a number.
 */
export function chooseGrouping(
  text: string,
  compared: readonly WaveSurvey[],
  all: readonly WaveSurvey[],
  rules: PanelRules,
  continues: Continue,
): ChosenGrouping {
  const grouping = registerGroupings.find(({ name }) => name === text)
  if (grouping !== undefined) return { kind: 'register', grouping }
  const colon = text.indexOf(':')
  const named = all.find(({ wave }) => colon > 0 && wave === text.slice(0, colon))
  const beside = named ?? compared[0]
  const asked = named === undefined ? text : text.slice(colon + 1)
  const indicator = named?.instrument.variable.has(asked)
    ? undefined
    : chooseIndicator(asked, compared, rules.catalogue)
  if (indicator !== undefined && beside?.instrument.unit === compared[0]?.instrument.unit && beside !== undefined)
    return { kind: 'indicator', wave: beside, indicator }
  const [name = '', wave] = text.split(':').reverse()
  const unit = compared[0]?.instrument.unit
  const persons =
    unit === 'gemeinde' && all.find((one) => one.wave === wave && one.instrument.unit === 'integrationsmanager')
  if (persons) return { kind: 'persons', wave: persons, variable: chooseVariable(name, [persons], rules, continues) }
  const answered = all.filter(({ instrument }) => instrument.unit === unit)
  const candidates = wave === undefined ? [...compared, ...answered.toReversed()] : chooseWaves([wave], answered)
  const asks = candidates.find(({ instrument }) => instrument.variable.has(name))
  if (asks === undefined)
    throw new InputError(noGrouping(name, candidates, [...ofKommunen(compared, rules.catalogue).keys()]))
  const variable = chooseVariable(name, [asks], rules, continues)
  if (variable.kind === 'number')
    throw new InputError(`Nach „${name}“ lässt sich nicht gruppieren: das ist eine Zahl, keine Auswahl.`)
  return { kind: 'answer', wave: asks, variable }
}

function noGrouping(name: string, waves: readonly WaveSurvey[], indicators: readonly string[]): string {
  const options = waves
    .flatMap(({ instrument }) => instrument.questions.get(name)?.variables ?? [])
    .filter(({ role }) => role === 'option')
  const sentence = `Nach „${name}“ lässt sich nicht gruppieren.`
  if (options.length > 0)
    return `${sentence} Dort waren mehrere Antworten möglich; wählen Sie eine: ${[...new Set(options.map((one) => one.name))].join(', ')}.`
  const possible = waves.flatMap(({ instrument }) =>
    instrument.variables
      .filter(({ type, role }) => typeOf(type).measure === 'category' || role === 'option')
      .map((one) => one.name),
  )
  return sentence + suggestion(name, [...indicators, ...registerGroupings.map((one) => one.name), ...possible])
}

export function chooseWeighting(name: string): Weighting {
  const weighting = weightings[name]
  if (weighting !== undefined) return weighting
  const known = [...Object.keys(weightings), ...Object.keys(itemWeightings)]
  throw new InputError(`Die Gewichtung „${name}“ gibt es nicht. Möglich sind: ${known.join(', ')}.`)
}

/** The name that was probably meant, if there is one that is near. */
function suggestion(name: string, known: readonly string[]): string {
  return known.length === 0 ? '' : ` Meinen Sie „${closest(name, known)}“?`
}
