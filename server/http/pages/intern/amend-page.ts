import { amendableOf } from '../../../../surveys/amending/amendable.ts'
import { shownAmended } from '../../../../surveys/amending/shown-amended.ts'
import type { Instrument, Variable } from '../../../../surveys/compile/instrument.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import { typeOf } from '../../../../surveys/types/index.ts'
import type { Value } from '../../../../surveys/types/type.ts'
import type { AmendPage } from '../../../../views/page-data/amendment-pages.ts'
import { amendmentReasons, amendmentSources } from '../../../amendments/grounds.ts'
import type { KnownAmendment, UsedAnswers } from '../../../store/amendments.ts'
import type { Wave } from '../../../store/waves.ts'
import { amendmentEntry, fieldTitle } from '../amendment-entry.ts'
import { shownUnit } from '../frame.ts'
import {
  amendHref,
  amendmentsHref,
  amendmentUndoHref,
  amendWholeHref,
  approvalsHref,
  participantHref,
  queriesOfHref,
  responseHref,
} from './addresses.ts'

/** What is to be amended: one field, or all of a question; '' of neither. */
export interface Chosen {
  name: 'feld' | 'frage'
  value: string
}

export interface TypedInForm {
  /** By field. */
  was: ReadonlyMap<string, string>
  became: ReadonlyMap<string, string>
  reason: string
  source: string
  note: string
}

/** The fields that are chosen, of those that can be amended. */
export const chosenFields = (instrument: Instrument, { name, value }: Chosen): Variable[] =>
  amendableOf(instrument).filter((one) => (name === 'feld' ? one.name : one.question) === value)

interface Known {
  wave: Wave
  /** Under which the newest submission was given. */
  instrument: Instrument
  register: Register
  used: UsedAnswers
  amendments: readonly KnownAmendment[]
  chosen: Chosen
  typed: TypedInForm | undefined
  notice: string
  /** What was just asked for waits for a second account. */
  isWaiting: boolean
  /** Agree to what waits. */
  mayDecide: boolean
  errors: AmendPage['errors']
}

/** The fields of one form with what is used of them; with some that are chosen the form that amends these. */
export function amendPage(known: Known): AmendPage {
  const { wave, instrument, register, used, amendments, chosen, notice, isWaiting, mayDecide, errors } = known
  const variables = chosenFields(instrument, chosen)
  const isChosen = (field: string) => variables.some(({ name }) => name === field)
  return {
    id: wave.id,
    waveTitle: instrument.title,
    unit: shownUnit(instrument.unit, used.unit, register),
    unitKey: used.unit,
    synthetic: wave.synthetic,
    href: amendHref(wave.id, used.unit),
    listHref: amendmentsHref(wave.id),
    participantHref: participantHref(wave.id, used.unit),
    responseHref: responseHref(wave.id),
    form: formOf(variables, known),
    sections: variables.length === 0 ? sectionsOf(known) : [],
    amendments: amendments
      .filter(({ field }) => variables.length === 0 || isChosen(field))
      .map((one) => amendmentEntry(one, instrument, { office: true })),
    queriesHref: queriesOfHref(wave.id, used.unit),
    undoHref: amendmentUndoHref(wave.id),
    notice,
    isWaiting,
    approvalsHref: isWaiting && mayDecide ? approvalsHref : '',
    errors,
  }
}

function formOf(variables: readonly Variable[], { wave, instrument, used, typed, chosen }: Known): AmendPage['form'] {
  const [first] = variables
  const question = first && instrument.questions.get(first.question)
  if (question === undefined) return undefined
  const isWhole = chosen.name === 'frage'
  const choices = (grounds: Readonly<Record<string, { word: string; label: string }>>, picked = '') =>
    Object.values(grounds).map(({ word, label }) => ({ value: word, label, selected: word === picked }))
  const all = chosenFields(instrument, { name: 'frage', value: question.id })
  return {
    chosen,
    title: isWhole ? `${question.number} ${question.title}` : fieldTitle(instrument, first?.name ?? ''),
    help: isWhole ? '' : question.title,
    fields: variables.map((variable) => fieldOf(variable, { used, typed })),
    reasons: choices(amendmentReasons, typed?.reason),
    sources: choices(amendmentSources, typed?.source),
    note: typed?.note ?? '',
    whole:
      isWhole || all.length < 2
        ? undefined
        : { label: `Alle ${all.length} Felder dieser Frage`, href: amendWholeHref(wave.id, used.unit, question.id) },
  }
}

function fieldOf(variable: Variable, { used, typed }: Pick<Known, 'used' | 'typed'>) {
  const { name } = variable
  const [collected, now] = [used.collected[name] ?? null, used.answers[name] ?? null]
  // Whoever was refused sees what is used now, and goes on from there; what they have left as it was stays so.
  const was = typedOf(variable, now)
  const isTyped = typed !== undefined && typed.became.get(name) !== typed.was.get(name)
  const became = isTyped ? (typed.became.get(name) ?? '') : was
  return {
    name,
    label: variable.label,
    collected: shownAmended(collected, variable),
    used: shownAmended(now, variable),
    was,
    became,
    options: optionsOf(variable).map((option) => ({ ...option, selected: option.value === became })),
  }
}

/** A value as its field would send it. */
const typedOf = ({ type }: Variable, value: Value | null): string => (value === null ? '' : typeOf(type).field(value))

function optionsOf({ type, options = [] }: Variable): { value: string; label: string }[] {
  if (type === 'flag')
    return [
      { value: '1', label: 'angekreuzt' },
      { value: '', label: 'nicht angekreuzt' },
    ]
  if (type !== 'choice') return []
  return [...options.map(({ code, label }) => ({ value: code, label })), { value: '', label: 'keine Antwort' }]
}

function sectionsOf({ wave, instrument, used }: Known): AmendPage['sections'] {
  const all = amendableOf(instrument)
  return instrument.sections.map(({ title, questions }) => {
    const own = new Set(questions.flatMap(({ variables }) => variables.map(({ name }) => name)))
    const shown = all.filter(({ name }) => own.has(name))
    return {
      title,
      rows: shown.map((variable, place) => ({
        number: variable.number,
        wholeHref:
          shown[place - 1]?.question !== variable.question && shown[place + 1]?.question === variable.question
            ? amendWholeHref(wave.id, used.unit, variable.question)
            : '',
        label: instrument.labels.get(variable.name)?.label ?? variable.label,
        collected: shownAmended(used.collected[variable.name] ?? null, variable),
        used: shownAmended(used.answers[variable.name] ?? null, variable),
        href: amendHref(wave.id, used.unit, variable.name),
      })),
    }
  })
}
