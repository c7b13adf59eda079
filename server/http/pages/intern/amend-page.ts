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
import { amendHref, amendmentsHref, amendmentUndoHref, participantHref, responseHref } from './addresses.ts'

export interface TypedInForm {
  was: string
  became: string
  reason: string
  source: string
  note: string
}

interface Known {
  wave: Wave
  /** Under which the newest submission was given. */
  instrument: Instrument
  register: Register
  used: UsedAnswers
  amendments: readonly KnownAmendment[]
  field: string
  typed: TypedInForm | undefined
  notice: string
  errors: AmendPage['errors']
}

/** The fields of one form with what is used of them; with a field the form that amends it. */
export function amendPage(known: Known): AmendPage {
  const { wave, instrument, register, used, amendments, field, notice, errors } = known
  const variable = amendableOf(instrument).find(({ name }) => name === field)
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
    form: variable === undefined ? undefined : formOf(variable, known),
    sections: variable === undefined ? sectionsOf(known) : [],
    amendments: amendments
      .filter((one) => variable === undefined || one.field === field)
      .map((one) => amendmentEntry(one, instrument, { office: true })),
    undoHref: amendmentUndoHref(wave.id),
    notice,
    errors,
  }
}

function formOf(variable: Variable, { instrument, used, typed }: Known): AmendPage['form'] {
  const { name, question } = variable
  const [collected, now] = [used.collected[name] ?? null, used.answers[name] ?? null]
  const was = typed?.was ?? typedOf(variable, now)
  const became = typed?.became ?? was
  const choices = (grounds: Readonly<Record<string, { word: string; label: string }>>, chosen = '') =>
    Object.values(grounds).map(({ word, label }) => ({ value: word, label, selected: word === chosen }))
  return {
    field: name,
    title: fieldTitle(instrument, name),
    help: instrument.questions.get(question)?.title ?? '',
    collected: shownAmended(collected, variable),
    used: shownAmended(now, variable),
    was,
    became,
    options: optionsOf(variable).map((option) => ({ ...option, selected: option.value === became })),
    reasons: choices(amendmentReasons, typed?.reason),
    sources: choices(amendmentSources, typed?.source),
    note: typed?.note ?? '',
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
    return {
      title,
      rows: all
        .filter(({ name }) => own.has(name))
        .map((variable) => ({
          number: variable.number,
          label: instrument.labels.get(variable.name)?.label ?? variable.label,
          collected: shownAmended(used.collected[variable.name] ?? null, variable),
          used: shownAmended(used.answers[variable.name] ?? null, variable),
          href: amendHref(wave.id, used.unit, variable.name),
        })),
    }
  })
}
