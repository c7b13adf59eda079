import type { Counted } from '../../../surveys/counting/count-list.ts'
import type { CountingPlan } from '../../../surveys/counting/counting-plan.ts'
import { make, makeAlert } from '../elements.ts'
import { amountOf, makeDetails, makeTable } from './choices.ts'
import type { Work } from './work.ts'

const mostRows = 100

/** What was counted where, which rows are in none of it, and what has no place. */
export function showResult(place: HTMLElement, work: Work, counted: Counted, onChange: () => void): void {
  const focus = document.activeElement?.id ?? ''
  place.replaceChildren(
    make('p', 'lead', summaryOf(work.plan, counted)),
    ...twinsOf(work, counted, onChange),
    ...unplacedOf(counted),
    ...leftOf(counted),
    make('h3', '', 'Gezählt'),
    makeTable('ergebnis-titel', ['Frage', 'Feld', 'Personen'], countedRows(work.plan, counted)),
  )
  if (focus.startsWith('doppelt-')) document.getElementById(focus)?.focus()
}

function summaryOf({ stichtag }: CountingPlan, { persons, blank, left }: Counted): string {
  const day = stichtag === '' ? '' : ` am Stichtag ${stichtag.split('-').reverse().join('.')}`
  const others = [
    ...(left.length === 0 ? [] : [`${amountOf(left.length, 'Zeile ist', 'Zeilen sind')} nicht gezählt.`]),
    ...(blank === 0 ? [] : [`${amountOf(blank, 'Zeile ist', 'Zeilen sind')} leer.`]),
  ]
  if (persons === 0)
    return ['Keine Zeile der Liste steht für eine Person, die gezählt werden kann.', ...others].join(' ')
  return [`Gezählt: ${amountOf(persons, 'Person', 'Personen')}${day}.`, ...others].join(' ')
}

function countedRows({ fields, columns }: CountingPlan, { counts, columns: used }: Counted): string[][] {
  const missed = new Map<string, number>()
  for (const column of columns) {
    const unplaced = used.find(({ id }) => id === column.id)?.unplaced ?? 0
    if (unplaced > 0) missed.set(column.question, (missed.get(column.question) ?? 0) + unplaced)
  }
  return fields.flatMap(({ name, number, question, label }, place) => {
    const count = counts.get(name)
    const row = count === undefined ? [] : [[number, label, count.toLocaleString('de-DE')]]
    const isLast = fields[place + 1]?.question !== question
    const unplaced = isLast ? missed.get(question) : undefined
    return unplaced === undefined ? row : [...row, [number, 'nicht zugeordnet, in keinem Feld', String(unplaced)]]
  })
}

function unplacedOf({ unplaced }: Counted): HTMLElement[] {
  if (unplaced.length === 0) return []
  const title = make('h3', '', 'Was nicht zugeordnet werden konnte')
  title.id = 'unplatziert'
  const rows = unplaced
    .slice(0, mostRows)
    .map(({ line, column, found, reason }) => [String(line), column, found === '' ? '(leer)' : found, reason])
  return [
    title,
    make(
      'p',
      '',
      `${amountOf(unplaced.length, 'Angabe zählt', 'Angaben zählen')} in keinem Feld, solange Sie die Werte oben nicht zuordnen oder die Liste ändern. Gesendet wird davon nie etwas.`,
    ),
    makeDetails('Zeilen und Gründe ansehen', () => [
      makeTable('unplatziert', ['Zeile', 'Spalte', 'Inhalt', 'Grund'], rows),
      ...moreWords(unplaced.length - rows.length),
    ]),
  ]
}

function leftOf({ left, keyless }: Counted): HTMLElement[] {
  if (left.length === 0 && keyless.length === 0) return []
  const title = make('h3', '', 'Zeilen, die Sie ansehen sollten')
  title.id = 'uebrig'
  const rows = [
    ...left.map(({ line, reason }) => [String(line), 'nicht gezählt', reason]),
    ...keyless.map((line) => [String(line), 'gezählt', 'hat keine Kennung']),
  ]
  return [
    title,
    make(
      'p',
      '',
      `${amountOf(rows.length, 'Zeile steht', 'Zeilen stehen')} für niemanden, der gezählt wird, oder ohne Kennung da.`,
    ),
    makeDetails('Diese Zeilen ansehen', () => [
      makeTable('uebrig', ['Zeile', 'Was mit ihr ist', 'Grund'], rows.slice(0, mostRows)),
      ...moreWords(rows.length - mostRows),
    ]),
  ]
}

const moreWords = (more: number) => (more > 0 ? [make('p', '', `Und ${amountOf(more, 'weitere', 'weitere')}.`)] : [])

/** A person whose key stands in several rows is one: which of the rows it is to be is asked. */
function twinsOf(work: Work, { twins }: Counted, onChange: () => void): HTMLElement[] {
  if (twins.length === 0) return []
  const choices = [
    { id: 'doppelt-einmal', label: 'Jede Kennung einmal zählen; es gilt ihre letzte Zeile', onlyLast: true },
    { id: 'doppelt-alle', label: 'Jede Zeile zählen', onlyLast: false },
  ]
  const boxes = choices.map(({ id, label, onlyLast }) => {
    const box = make('input', 'kern-form-check__radio')
    Object.assign(box, { type: 'radio', id, name: 'doppelt', checked: work.onlyLast === onlyLast })
    box.addEventListener('change', () => {
      work.onlyLast = onlyLast
      onChange()
    })
    const name = make('label', 'kern-label', label)
    name.htmlFor = id
    return make('div', 'kern-form-check', box, name)
  })
  const told = twins
    .slice(0, mostRows)
    .map(({ key, lines, differ }) => [key, lines.join(', '), differ ? 'verschieden' : 'gleich'])
  const words = `${amountOf(twins.length, 'Kennung steht', 'Kennungen stehen')} in mehreren Zeilen`
  const title = make('p', '', words)
  title.id = 'doppelt-titel'
  const legend = make('legend', 'kern-label kern-label--large', 'Wie sollen diese Personen zählen?')
  return [
    makeAlert('warning', title),
    makeDetails('Welche das sind', () => [
      makeTable('doppelt-titel', ['Kennung', 'Zeilen', 'Inhalt'], told),
      ...moreWords(twins.length - told.length),
    ]),
    make('fieldset', 'kern-fieldset', legend, make('div', 'kern-fieldset__body', ...boxes)),
  ]
}
