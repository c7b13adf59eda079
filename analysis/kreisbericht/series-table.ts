import type { Fact } from '../../schemas/kreisbericht.ts'
import { cellAmount, isGiven } from './amount.ts'
import { changeCell, changeOf } from './change.ts'
import type { Noun } from './german.ts'
import type { Notes } from './notes.ts'
import { before, pointsOf, scopeWords } from './points.ts'
import type { Block, Span } from './report.ts'
import { whenLabel } from './time.ts'

/** A column of figures. */
interface Column {
  label: string
  noun: Noun
  facts: readonly Fact[]
}

const change = 'Veränderung'

/** Figures below each other, a time a row, each with its change since the one before; none where a sentence says all. */
export function seriesTable(label: string, columns: readonly Column[], asOf: string, notes: Notes): Block[] {
  const shown = columns.filter(({ facts }) => facts.length > 0)
  const points = pointsOf(shown.map(({ facts }) => facts))
  if (points.length < 2 || !points.some(({ facts }) => facts.some((fact) => fact && isGiven(fact)))) return []
  const scopes = new Set(points.map(({ scope }) => scope))
  const hasScopes = scopes.size > 1
  const [only = ''] = scopes
  const changes = points.map((point) =>
    point.facts.map((fact, place) => fact && changeOf(before(points, point, place), fact)),
  )
  const hasChange = shown.map((_, place) => changes.some((own) => own[place] !== undefined))
  const plain = (text: string): Span => ({ text, notes: [] })
  const rows = points.map((point, row) => [
    plain(whenLabel(point.time, asOf)),
    ...(hasScopes ? [plain(point.scope === '' ? 'alle' : point.scope)] : []),
    ...shown.flatMap(({ noun }, place): Span[] => {
      const fact = point.facts[place]
      const cell = fact === undefined ? plain('–') : notes.span(cellAmount(fact, noun), fact.origin)
      return hasChange[place] ? [cell, plain(changeCell(changes[row]?.[place], noun))] : [cell]
    }),
  ])
  const head = [
    'Zeit',
    ...(hasScopes ? ['Bereich'] : []),
    ...shown.flatMap((column, place) => (hasChange[place] ? [column.label, change] : [column.label])),
  ]
  notes.begin()
  const words = head.map((_, place) => place === 0 || (hasScopes && place === 1))
  return [{ kind: 'table', label: hasScopes ? label : `${label}${scopeWords(only)}`, head, words, rows }]
}
