import { groupByRegister, registerGroupings, registerGroupingsOf } from '../../../../analysis/groups/by-register.ts'
import type { Grouping } from '../../../../analysis/groups/grouping.ts'
import type { PanelUnit } from '../../../../analysis/panel/unit.ts'
import { groupOrders } from '../../../../analysis/report/group-order.ts'
import { allValuesUsed, defaultValues, valuesUsed } from '../../../../surveys/codebook/values-used.ts'
import type { UnitKind } from '../../../../surveys/compile/unit-kinds.ts'
import { typeOf } from '../../../../surveys/types/index.ts'
import type { Choice, ChoiceForm } from '../../../../views/page-data/evaluation-pages.ts'
import { itemWeightings } from '../../../evaluation/item-weightings.ts'
import { defaultPopulation, populations } from '../../../evaluation/population.ts'
import type { WaveSurvey } from '../../../evaluation/surveys.ts'
import { territories } from '../../../evaluation/territory-names.ts'
import { waveChoice } from '../../../evaluation/wave-names.ts'
import { weightings } from '../../../evaluation/weightings.ts'
import { comparisonHref } from './addresses.ts'
import { filterNames, type PanelQuery, queryHref } from './evaluation-query.ts'
import { furtherWaves } from './waves-of-query.ts'

interface Given {
  value: string
  label: string
}

/** The form that chooses the waves, and, where a variable is chosen, how it is to be shown. */
export function choiceForm(query: PanelQuery, surveys: readonly WaveSurvey[], units: readonly PanelUnit[]): ChoiceForm {
  const { variable, nach, gewicht, grundgesamtheit, von } = query
  const waves = waveForm(comparisonHref, query, surveys)
  if (variable === '') return waves
  const isFiltered = filterNames.some((name) => query[name] !== '')
  return {
    ...waves,
    kept: [{ name: 'variable', value: variable }, ...keptOf({ stand: query.stand })],
    choices: [
      ...waves.choices,
      { name: 'nach', label: 'Gruppen', groups: groupChoices(nach, surveys, query) },
      ...(nach === ''
        ? []
        : [
            choice('sortierung', 'Reihenfolge der Gruppen', query.sortierung, [
              { value: '', label: 'wie im Verzeichnis' },
              ...groupOrders.map(({ code, label }) => ({ value: code, label })),
            ]),
          ]),
      weightChoice(gewicht, { ...weightings, ...itemWeightings }),
      populationChoice(grundgesamtheit, unitOf(surveys, von)),
      ...filterChoices(query, units),
      valuesChoice(query),
      territoryChoice(query),
    ],
    fields: [
      {
        name: 'relevant',
        label: 'Kleinste Veränderung, die zählt',
        hint: 'Prüft, ob die Veränderung kleiner ist; steht unter „Genauigkeit“',
        value: query.relevant,
      },
      {
        name: 'fehlende',
        label: 'Die Fehlenden haben sich um so viel anders verändert',
        hint: 'Was dann über alle herauskäme; steht unter „Wer fehlt“',
        value: query.fehlende,
      },
    ],
    resetHref: isFiltered ? queryHref(query, { regierungsbezirk: '', kreis: '', groesse: '' }) : '',
  }
}

export const weightChoice = (chosen: string, possible: Readonly<Record<string, { label: string }>>): Choice =>
  choice('gewicht', 'Gewichtung', chosen, [
    { value: '', label: 'ungewichtet' },
    ...Object.entries(possible).map(([value, { label }]) => ({ value, label })),
  ])

export const populationChoice = (chosen: string, unit: UnitKind | undefined): Choice =>
  choice(
    'grundgesamtheit',
    'Grundgesamtheit',
    chosen === '' ? defaultPopulation(unit) : chosen,
    Object.entries(populations).map(([value, label]) => ({ value, label })),
  )

const unitOf = (surveys: readonly WaveSurvey[], von: string) =>
  surveys.find(({ wave }) => wave === von)?.instrument.unit

/** The form that chooses two waves. */
export function waveForm(
  action: string,
  { von, bis, ueber, stand, werte }: Pick<PanelQuery, 'von' | 'bis' | 'ueber' | 'stand' | 'werte'>,
  surveys: readonly WaveSurvey[],
): ChoiceForm {
  const waves = surveys.map((survey) => ({ value: survey.wave, label: waveChoice(survey) }))
  return {
    action,
    kept: keptOf({ stand, werte }),
    choices: [
      choice('von', 'Von', von, waves),
      choice('bis', 'Bis', bis, waves),
      ...furtherChoice({ von, bis, ueber }, surveys),
    ],
    resetHref: '',
  }
}

/** Further waves that ask the same kind of unit: one of them, or all. */
function furtherChoice(query: Pick<PanelQuery, 'von' | 'bis' | 'ueber'>, surveys: readonly WaveSurvey[]): Choice[] {
  const { von, bis } = query
  const unit = unitOf(surveys, von)
  const further = surveys.filter(({ wave, instrument }) => ![von, bis].includes(wave) && instrument.unit === unit)
  if (further.length === 0) return []
  const chosen = furtherWaves(query).join(',')
  const named = further.map(({ wave }) => wave).join(',')
  const options = [
    { value: '', label: 'keine' },
    ...further.map((survey) => ({ value: survey.wave, label: waveChoice(survey) })),
    ...(further.length > 1 ? [{ value: named, label: 'alle anderen' }] : []),
  ]
  const isOther = options.every(({ value }) => value !== chosen)
  return [
    choice('ueber', 'Weitere Wellen', chosen, [...options, ...(isOther ? [{ value: chosen, label: chosen }] : [])]),
  ]
}

/** What the address keeps of what is no choice of the form. */
export const keptOf = (parts: Readonly<Record<string, string>>): ChoiceForm['kept'] =>
  Object.entries(parts).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]))

/** Which values are used: those that count otherwise come first. */
const valuesChoice = ({ werte }: Pick<PanelQuery, 'werte'>): Choice =>
  choice(
    'werte',
    'Werte',
    werte === '' ? valuesUsed[defaultValues].code : werte,
    allValuesUsed.map((one) => ({ value: valuesUsed[one].code, label: valuesUsed[one].code })),
  )

/** What becomes of Kommunen that changed between the waves. */
export const territoryChoice = ({ gebiet }: Pick<PanelQuery, 'gebiet'>): Choice =>
  choice(
    'gebiet',
    'Gebietsstand',
    gebiet === '' ? territories[0].code : gebiet,
    territories.map(({ code, label }) => ({ value: code, label })),
  )

export const choice = (name: string, label: string, chosen: string, options: readonly Given[]): Choice => ({
  name,
  label,
  groups: [{ label: '', options: selectable(options, chosen) }],
})

const selectable = (options: readonly Given[], chosen: string) =>
  options.map((option) => ({ ...option, selected: option.value === chosen }))

/** By the register, and by what was answered to a question with few answers. */
function groupChoices(chosen: string, surveys: readonly WaveSurvey[], { von }: PanelQuery): Choice['groups'] {
  const unit = unitOf(surveys, von)
  const answered = surveys.filter(({ instrument }) => instrument.unit === unit)
  return [
    {
      label: '',
      options: selectable(
        [
          { value: '', label: 'keine' },
          ...registerGroupingsOf(unit).map(({ name, label }) => ({ value: name, label })),
        ],
        chosen,
      ),
    },
    ...answered
      .map((survey) => ({
        label: `Antworten, ${waveChoice(survey)}`,
        options: selectable(
          survey.instrument.variables
            .filter(({ type, contact }) => typeOf(type).measure === 'category' && !contact)
            .map(({ name, number, label }) => ({
              value: `${survey.wave}:${name}`,
              label: `${number} ${survey.instrument.labels.get(name)?.label ?? label}`,
            })),
          chosen,
        ),
      }))
      .filter(({ options }) => options.length > 0),
  ]
}

const everybody: Record<(typeof filterNames)[number], string> = {
  regierungsbezirk: 'alle Regierungsbezirke',
  kreis: 'alle Kreise',
  groesse: 'alle Größen',
}

/** Of whom only, in words. */
export const filterWords = (query: Parameters<typeof filterChoices>[0], units: readonly PanelUnit[]): string[] =>
  filterChoices(query, units).flatMap(({ groups }) =>
    groups.flatMap(({ options }) =>
      options.filter(({ value, selected }) => selected && value !== '').map(({ label }) => label),
    ),
  )

export function filterChoices(
  query: Record<(typeof filterNames)[number], string>,
  units: readonly PanelUnit[],
): Choice[] {
  return filterNames.flatMap((name) => {
    const grouping = registerGroupings.find((one) => one.name === name)
    if (grouping === undefined) return []
    const { label, groups }: Grouping = groupByRegister(grouping, units)
    if (groups.length === 0) return []
    const options = groups.map(({ code, label: text }) => ({ value: code, label: text }))
    return [choice(name, label, query[name], [{ value: '', label: everybody[name] }, ...options])]
  })
}
