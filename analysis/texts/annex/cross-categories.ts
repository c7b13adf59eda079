import { CountTable, type Place } from '../../disclosure/count-table.ts'
import type { Told } from '../../disclosure/hidden.ts'
import { type Codebook, subcategoriesOf } from '../codebook/category.ts'
import type { AnnexText } from './annex-text.ts'
import { withoutClass } from './who-commented.ts'

/** How many of those who gave an answer wrote something of a category. */
export interface CategoriesByAnswer {
  /** The answers, with how many of those who gave it wrote anything. */
  answers: { answer: string; units: Told<number> }[]
  rows: { key: string; name: string; units: Told<number>; byAnswer: Told<number>[] }[]
}

interface Crossed {
  texts: readonly AnnexText[]
  codebook: Codebook
  /** In the order in which they are shown. */
  answers: readonly string[]
  /** What a unit answered; undefined where it said nothing. */
  answerOf: (unit: string) => string | undefined
  behind?: (unit: string) => string
}

/** Categories beside an answer, through the disclosure of counts: units are counted, however much they wrote. */
export function crossCategories({ texts, codebook, answers, answerOf, behind = (unit) => unit }: Crossed) {
  const table = new CountTable()
  const add = (units: readonly string[], way: 'add' | 'imply' = 'add') =>
    table[way](units.length, { contributors: new Set(units.map(behind)).size })
  const writers = [...new Set(texts.map(({ unit }) => unit))]
  const named = new Set(answers)
  const columnOf = (unit: string) => {
    const answer = answerOf(unit)
    return answer !== undefined && named.has(answer) ? answer : withoutClass
  }
  // Those without an answer have a column like all others: a reader could reckon it.
  const columns = [...answers, withoutClass]
    .map((answer) => ({ answer, units: writers.filter((unit) => columnOf(unit) === answer) }))
    .filter(({ answer, units }) => answer !== withoutClass || units.length > 0)
    .map((one) => ({ ...one, place: add(one.units) }))
  table.sum(
    columns.map(({ place }) => place),
    add(writers),
  )

  const rows = codebook.flatMap(({ key, name }) => {
    const keys = new Set([key, ...subcategoriesOf(codebook, key).map((one) => one.key)])
    const own = new Set(
      texts.filter(({ codings }) => codings.some(({ category }) => keys.has(category))).map(({ unit }) => unit),
    )
    if (own.size === 0) return []
    const all = add([...own])
    const cells = columns.map(({ units, place }): Place => {
      const cell = add(units.filter((unit) => own.has(unit)))
      const without = add(
        units.filter((unit) => !own.has(unit)),
        'imply',
      )
      table.sum([cell, without], place)
      return cell
    })
    table.sum(cells, all)
    return [{ key, name, all, cells }]
  })
  table.decide()
  const told: CategoriesByAnswer = {
    answers: columns.map(({ answer, place }) => ({ answer, units: table.tell(place) })),
    rows: rows.map(({ key, name, all, cells }) => ({
      key,
      name,
      units: table.tell(all),
      byAnswer: cells.map((place) => table.tell(place)),
    })),
  }
  return told
}
