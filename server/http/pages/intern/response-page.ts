import { sizes } from '../../../../analysis/groups/by-register.ts'
import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { ResponsePage } from '../../../../views/page-data/field-pages.ts'
import { listActs } from '../../../field/list-acts.ts'
import { type ColumnCode, columnOf, listColumns } from '../../../field/list-columns.ts'
import { everybody, isFiltered, type ListQuery, listHref, listParameters } from '../../../field/list-query.ts'
import type { FieldParticipant } from '../../../field/participants.ts'
import { type Selection, sizeOf } from '../../../field/select-participants.ts'
import { type Standing, standings } from '../../../field/standing.ts'
import { participantHref, responseFileHref, responseHref, waveHref } from './addresses.ts'
import { choice } from './choice-form.ts'
import { standingBadge } from './standing-badge.ts'

const perPage = 50

export interface ResponseState {
  /** What is ticked. */
  ticked: ReadonlySet<string>
  wholeSelection: boolean
  text: string
  errors: ResponsePage['errors']
  notice: string
}

interface Shown {
  wave: { id: string; synthetic: boolean }
  instrument: Pick<Instrument, 'title' | 'unit' | 'sections'>
  register: Register
  /** All that the account works for. */
  all: readonly FieldParticipant[]
  query: ListQuery
  mayAct: boolean
  /** The scope of the account in words, or ''. */
  scope: string
}

/** The participants that a list shows: those of the page in the address, or of the last one. */
function pageOf({ chosen }: Selection, { seite }: ListQuery) {
  const last = Math.max(1, Math.ceil(chosen.length / perPage))
  const page = Math.min(seite, last)
  return { page, last, rows: chosen.slice((page - 1) * perPage, page * perPage) }
}

export function responsePage(shown: Shown, selection: Selection, state: ResponseState): ResponsePage {
  const { wave, instrument, register, all, query, mayAct, scope } = shown
  const href = responseHref(wave.id)
  const to = (changes: Partial<ListQuery>) => listHref(href, query, changes)
  const { page, last, rows } = pageOf(selection, query)
  const count = (n: number) => formatNumber(n)
  const isPerson = instrument.unit === 'integrationsmanager'
  return {
    id: wave.id,
    title: instrument.title,
    waveHref: waveHref(wave.id),
    synthetic: wave.synthetic,
    scope,
    counts: countLinks(selection, query, to),
    form: filterForm(shown, href),
    found: `${count(selection.chosen.length)} von ${count(all.length)} ${unitKinds[instrument.unit].ofMany}`,
    heads: [head('name', unitKinds[instrument.unit].one, query, to)].concat(
      query.spalten.map((code) => head(code, columnOf(code).label, query, to)),
    ),
    rows: rows.map((one) => ({
      unit: one.unit,
      name: isPerson ? one.unit : one.name,
      note: isPerson ? one.name : one.unit,
      href: participantHref(wave.id, one.unit),
      checked: state.ticked.has(one.unit),
      cells: query.spalten.map((code) => cellOf(code, one, register)),
    })),
    pages: {
      previous: page > 1 ? to({ seite: page - 1 }) : '',
      next: page < last ? to({ seite: page + 1 }) : '',
      position: last > 1 ? `Seite ${page} von ${last}` : '',
    },
    tickAllHref: rows.length > 1 ? withMark(to({ seite: page }), 'alle=ja') : '',
    acts: mayAct && selection.chosen.length > 0 ? actsOf(shown, selection, state, page) : undefined,
    files: [
      {
        label: 'CSV für Tabellenprogramme',
        href: withMark(listHref(responseFileHref(wave.id), query), 'format=csv-de'),
      },
      { label: 'CSV', href: withMark(listHref(responseFileHref(wave.id), query), 'format=csv') },
    ],
    errors: state.errors,
    notice: state.notice,
  }
}

const withMark = (href: string, mark: string) => `${href}${href.includes('?') ? '&' : '?'}${mark}`

type To = (changes: Partial<ListQuery>) => string

function countLinks({ counts }: Selection, { zustand }: ListQuery, to: To): ResponsePage['counts'] {
  const sum = [...counts.values()].reduce((a, b) => a + b, 0)
  const some = (Object.entries(standings) as [Standing, string][]).filter(
    ([state]) => (counts.get(state) ?? 0) > 0 || state === zustand,
  )
  return [
    { label: 'alle', count: formatNumber(sum), href: to({ zustand: '' }), current: zustand === '' },
    ...some.map(([state, label]) => ({
      label,
      count: formatNumber(counts.get(state) ?? 0),
      href: to({ zustand: state }),
      current: zustand === state,
    })),
  ]
}

function filterForm({ instrument, register, all, query }: Shown, action: string): ResponsePage['form'] {
  const kreise = [...new Set(all.map(({ kreis }) => kreis))].filter((kreis) => kreis !== '').sort()
  const verbuende = [
    ...new Map(all.flatMap(({ verbund, verbundName }) => (verbund === '' ? [] : [[verbund, verbundName]]))),
  ]
  const ofKommunen = instrument.unit === 'gemeinde'
  const present = new Set(all.map(({ einwohner }) => sizeOf(einwohner)))
  const choices = [
    choice('kreis', 'Kreis', query.kreis, [
      { value: '', label: 'alle Kreise' },
      ...kreise.map((value) => ({ value, label: register.kreise.get(value) ?? value })),
    ]),
    choice('groesse', 'Größe', query.groesse, [
      { value: '', label: 'alle Größen' },
      ...sizes.flatMap(({ code, label }) => (present.has(code) ? [{ value: code, label }] : [])),
    ]),
    choice('verbund', 'Verbund', query.verbund, [
      { value: '', label: 'alle Verbünde' },
      ...verbuende
        .map(([value = '', label = '']) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label, 'de')),
    ]),
    choice('gesendet', 'Abgesendet', query.gesendet, [
      { value: '', label: 'ja und nein' },
      { value: 'ja', label: 'ja' },
      { value: 'nein', label: 'nein' },
    ]),
    ...sectionChoices(instrument, query),
  ]
  return {
    action,
    search: query.suche,
    unopened: query.ungeoeffnet,
    still: query.ruht,
    choices: choices.filter(
      ({ name, groups }) => (groups[0]?.options.length ?? 0) > 2 && (ofKommunen || name !== 'groesse'),
    ),
    columns: (Object.keys(listColumns) as ColumnCode[]).map((code) => ({
      code,
      label: columnOf(code).label,
      checked: query.spalten.includes(code),
    })),
    kept: listParameters(query)
      .filter(([name]) => name === 'zustand' || name === 'sortierung')
      .map(([name, value]) => ({ name, value })),
    resetHref: isFiltered(query) ? listHref(action, { ...query, ...everybody }) : '',
  }
}

/** Where drafts stop is chosen on the page that counts them; here it can be seen and taken back. */
function sectionChoices({ sections }: Shown['instrument'], { offen, zuletzt }: ListQuery) {
  const options = [{ value: '', label: 'alle' }, ...sections.map(({ id, title }) => ({ value: id, label: title }))]
  return [
    ...(offen === '' ? [] : [choice('offen', 'Zuerst offener Abschnitt', offen, options)]),
    ...(zuletzt === '' ? [] : [choice('zuletzt', 'Zuletzt gespeicherter Abschnitt', zuletzt, options)]),
  ]
}

function head(code: ColumnCode | 'name', label: string, { sortierung, abwaerts }: ListQuery, to: To) {
  const isSorted = sortierung === code
  const sorted: ResponsePage['heads'][number]['sorted'] = !isSorted ? 'none' : abwaerts ? 'descending' : 'ascending'
  return { label, href: to({ sortierung: code, abwaerts: isSorted && !abwaerts }), sorted }
}

function cellOf(code: ColumnCode, one: FieldParticipant, register: Register) {
  const { label, text } = columnOf(code)
  return {
    head: label,
    text: text(one, register),
    tone: code === 'zustand' ? standingBadge(one.state).tone : ('' as const),
  }
}

function actsOf(
  { wave, query }: Shown,
  { chosen }: Selection,
  state: ResponseState,
  page: number,
): ResponsePage['acts'] {
  return {
    action: responseHref(wave.id),
    selection: new URLSearchParams(listParameters({ ...query, seite: page })).toString(),
    buttons: [...listActs],
    all: chosen.length > perPage ? formatNumber(chosen.length) : '',
    wholeSelection: state.wholeSelection,
    text: state.text,
  }
}
