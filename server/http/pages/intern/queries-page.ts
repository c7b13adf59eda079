import type { Instrument } from '../../../../surveys/compile/instrument.ts'
import { formatDate } from '../../../../surveys/reading/dates.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { Register } from '../../../../surveys/reading/register.ts'
import type { QueriesPage } from '../../../../views/page-data/query-pages.ts'
import { dayAndTime } from '../../../domain/german-time.ts'
import { checkSentence, placeOf } from '../../../queries/about.ts'
import { checkChoices } from '../../../queries/about-choices.ts'
import { type QueryFilter, selectQueries, standingCodes, standingLabel } from '../../../queries/select-queries.ts'
import type { Query } from '../../../store/queries.ts'
import { shownUnit } from '../frame.ts'
import { askManyHref, mailingHref, queriesOfHref, queriesOfWaveHref, responseHref, waveHref } from './addresses.ts'
import { choice } from './choice-form.ts'
import { queryBadge } from './query-badge.ts'

interface Known {
  wave: { id: string; synthetic: boolean }
  instrument: Instrument
  register: Register
  /** Those of the participants that the account works for. */
  all: readonly Query[]
  filter: QueryFilter
  scope: string
  today: string
  may: boolean
  notice: string
}

/** All Rückfragen of a wave: how they stand, until when, and who looks after them. */
export function queriesPage({ wave, instrument, register, all, filter, ...known }: Known): QueriesPage {
  const { scope, today, may, notice } = known
  const { id, synthetic } = wave
  const found = selectQueries(all, filter, today)
  return {
    id,
    title: instrument.title,
    waveHref: waveHref(id),
    listHref: queriesOfWaveHref(id),
    synthetic,
    scope,
    form: formOf(queriesOfWaveHref(id), all, filter, register),
    found: `${formatNumber(found.length)} ${found.length === 1 ? 'Rückfrage' : 'Rückfragen'}`,
    rows: found.map((query) => {
      const { name, note } = shownUnit(instrument.unit, query.unit, register)
      const last = query.entries.at(-1)
      return {
        name,
        note,
        href: `${queriesOfHref(id, query.unit)}#rueckfrage-${query.id}`,
        cells: [
          { head: 'Wozu', text: aboutWords(query.about, instrument), badge: null },
          { head: 'Stand', text: '', badge: queryBadge(query, today) },
          {
            head: 'Antwort bis',
            text: query.lastKind === 'asked' && query.closedAt === null ? formatDate(query.dueOn) : '',
            badge: null,
          },
          { head: 'Zuletzt', text: last === undefined ? '' : dayAndTime(last.at), badge: null },
          { head: 'Wer sich kümmert', text: query.account ?? '', badge: null },
        ],
      }
    }),
    many: may
      ? {
          action: askManyHref(id),
          groups: checkChoices(instrument, ''),
          mailHref: `${mailingHref}?${new URLSearchParams({ welle: id, vorlage: 'rueckfrage' })}`,
          responseHref: responseHref(id),
        }
      : undefined,
    notice,
  }
}

function aboutWords(about: Query['about'], instrument: Instrument): string {
  const label = placeOf(about, instrument)?.label ?? about.name
  return [label, checkSentence(about, instrument)].filter((part) => part !== '').join(': ')
}

function formOf(action: string, all: readonly Query[], filter: QueryFilter, { kreise }: Register): QueriesPage['form'] {
  const there = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null && value !== ''))]
  const accounts = there(all.map(({ account }) => account)).toSorted()
  return {
    action,
    kept: [],
    choices: [
      choice('stand', 'Stand', filter.stand, [
        { value: '', label: 'alle' },
        ...standingCodes.map(([value]) => ({ value, label: standingLabel(value) })),
      ]),
      choice('kreis', 'Kreis', filter.kreis, [
        { value: '', label: 'alle Kreise' },
        ...there(all.map(({ kreis }) => kreis)).map((value) => ({
          value: value ?? '',
          label: kreise.get(value ?? '') ?? value ?? '',
        })),
      ]),
      choice('konto', 'Wer sich kümmert', filter.konto, [
        { value: '', label: 'alle' },
        ...accounts.map((value) => ({ value: value ?? '', label: value ?? '' })),
      ]),
    ],
    resetHref: filter.stand + filter.kreis + filter.konto === '' ? '' : action,
  }
}
