import { parameters } from '../../../../analysis/screening/parameters.ts'
import { percentWords } from '../../../../analysis/screening/words.ts'
import { unitKinds } from '../../../../surveys/compile/unit-kinds.ts'
import { formatNumber } from '../../../../surveys/reading/number.ts'
import type { ScreeningPage } from '../../../../views/page-data/screening-pages.ts'
import { type QueueItem, type QueueState, queueStates } from '../../../screening/queue.ts'
import type { Screening } from '../../../screening/read-screening.ts'
import { screeningHref, waveHref } from './addresses.ts'
import { alikeReasons } from './alike-reasons.ts'
import { type Refused, screenedItem } from './screened-item.ts'
import { leftOvers, type ScreeningQuery, type ShownScreening, standard } from './shown-screening.ts'

const headings: Record<QueueState, string> = {
  offen: 'Anzusehen',
  arbeit: 'In Arbeit',
  unentschieden: 'Nicht zu entscheiden',
  stimmt: 'Als richtig befunden',
  dahinter: 'Hinter der Linie',
}

const perPage = 20

/** Those of a state on a page, or on the last one. */
export function itemsOnPage(queue: readonly QueueItem[], { stand, seite }: ScreeningQuery) {
  const all = queue.filter(({ state }) => state === stand)
  const last = Math.max(1, Math.ceil(all.length / perPage))
  const page = Math.min(seite, last)
  return { page, last, count: all.length, items: all.slice((page - 1) * perPage, page * perPage) }
}

export function screeningPage(
  shown: ShownScreening,
  query: ScreeningQuery,
  { refused, notice = '' }: { refused?: Refused | undefined; notice?: string } = {},
): ScreeningPage {
  const { wave, instrument, screening, scope } = shown
  const { queue, cutOff, gained } = screening
  const { page, last, count, items } = itemsOnPage(queue, query)
  const to = (other: Partial<ScreeningQuery>) => listHref(wave.id, { ...query, seite: 1, ...other })
  const labelOf = (name: string) => instrument.labels.get(name)?.label ?? name
  return {
    id: wave.id,
    title: instrument.title,
    waveHref: waveHref(wave.id),
    synthetic: wave.synthetic,
    scope,
    line: lineWords(cutOff, unitKinds[instrument.unit].many),
    lines: leftOvers.map((rest) => ({ label: `${rest} %`, href: to({ rest }), current: rest === query.rest })),
    states: (Object.entries(queueStates) as [QueueState, string][]).map(([stand, label]) => ({
      label,
      count: formatNumber(queue.filter(({ state }) => state === stand).length),
      href: to({ stand }),
      current: stand === query.stand,
    })),
    heading: `${headings[query.stand]}: ${count === 1 ? '1 Angabe' : `${formatNumber(count)} Angaben`}`,
    items: items.map((item) => screenedItem(item, shown, { ...query, seite: page }, refused)),
    pages: {
      previous: page > 1 ? to({ seite: page - 1 }) : '',
      next: page < last ? to({ seite: page + 1 }) : '',
      position: last > 1 ? `Seite ${page} von ${last}` : '',
    },
    gained: gainedWords(gained),
    moved: {
      heads: ['Angabe', 'geändert', 'Summe zuerst', 'Summe jetzt', 'Änderung'],
      rows: gained.totals.map(({ variable, changed, before, now }) => [
        labelOf(variable),
        formatNumber(changed),
        formatNumber(before),
        formatNumber(now),
        changeWords(before, now),
      ]),
    },
    ...alikeReasons(shown),
    errors: refused === undefined ? [] : [{ field: refused.id, message: refused.error }],
    notice,
    parameters: {
      U: formatNumber(parameters.U),
      A: formatNumber(parameters.A),
      C: formatNumber(parameters.C),
      similar: formatNumber(parameters.similar),
      fewestToCompare: formatNumber(parameters.fewestToCompare),
    },
    origin: `Datenstand ${screening.state}`,
  }
}

/** The list as it is looked at; what is as usual is not in the address. */
export function listHref(wave: string, query: ScreeningQuery, told: Record<string, string> = {}): string {
  const given = [
    ...Object.entries(query).filter(([name, value]) => value !== standard[name as keyof ScreeningQuery]),
    ...Object.entries(told),
  ].map(([name, value]) => [name, String(value)])
  return given.length === 0 ? screeningHref(wave) : `${screeningHref(wave)}?${new URLSearchParams(given)}`
}

function lineWords({ places, behind, leftOver }: Screening['cutOff'], many: string): string {
  if (places + behind === 0) return `Gegen keine Zahl der ${many} spricht etwas.`
  const looked =
    places === 1
      ? 'Die erste Angabe steht vor der Linie'
      : `Die ersten ${formatNumber(places)} Angaben stehen vor der Linie`
  if (behind === 0) return `${places === 0 ? 'Keine Angabe steht vor der Linie' : looked}, dahinter keine.`
  return (
    `${places === 0 ? 'Keine Angabe steht vor der Linie' : looked}, dahinter ${formatNumber(behind)}, die niemand ansehen muss: ` +
    `Auch wenn dort jeder Verdacht zutrifft und alle in dieselbe Richtung gehen, ändert sich keine Summe um mehr als ${percentWords(leftOver)}.`
  )
}

function gainedWords({ looked, changed }: Screening['gained']): string {
  if (looked === 0) return 'Noch ist über keine Angabe entschieden.'
  const one = looked === 1 ? 'Über 1 Angabe ist' : `Über ${formatNumber(looked)} Angaben ist`
  if (changed === 0) return `${one} entschieden, geändert hat sich seither keine.`
  return `${one} entschieden, ${formatNumber(changed)} davon ${changed === 1 ? 'ist seither eine andere' : 'sind seither andere'}.`
}

function changeWords(before: number, now: number): string {
  const sign = now > before ? '+' : '−'
  const share = before === 0 ? '' : ` (${sign}${percentWords(Math.abs(now - before) / before)})`
  return `${sign}${formatNumber(Math.abs(now - before))}${share}`
}
