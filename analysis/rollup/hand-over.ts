import type { WayUp } from '../../schemas/way-up.ts'
import type { VariableLabel } from '../../surveys/compile/instrument.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { formatNumber } from '../../surveys/reading/number.ts'
import { deadlineOf, levelsIn } from '../../surveys/ways/way-up.ts'
import type { RollUp, UnitState } from './roll-up.ts'
import type { Place } from './structure.ts'
import { type Sum, sumWords } from './sums.ts'

/** What a unit hands over, in the order that the way names. */
export interface HandOver {
  title: string
  year: number
  /** Of the unit: what it is, its name and its key. */
  level: string
  name: string
  key: string
  signed: { by: string; at: string; number: number }
  /** When the register was read for who stands where; undefined where that is not known. */
  registerAt: string | undefined
  /** The last day, formatted. */
  deadline: string
  rows: HandOverRow[]
  /** Who stands directly below, and whether that is signed. */
  parts: HandedPart[]
  notes: string[]
  warning: string
}

export interface HandOverRow {
  number: number
  figure: string
  label: string
  /** What it counts, in a word. */
  unit: string
  sum: Sum
  words: string
}

export interface HandedPart {
  name: string
  key: string
  signed: { by: string; at: string } | undefined
  /** It is another one since, and not signed anew. */
  changed: boolean
}

/** Undefined where the unit has not signed: nothing is handed over that nobody stands for. */
export function handOverOf(
  way: WayUp,
  year: number,
  { states }: RollUp,
  place: Place,
  labels: ReadonlyMap<string, VariableLabel>,
): HandOver | undefined {
  const state = states.get(place)
  const deadline = deadlineOf(way, year)
  if (state?.signed === undefined || deadline === undefined) return undefined
  const { by, at, number, expected } = state.signed
  const rows = way.handOver.map((figure, index): HandOverRow => {
    const { label = figure, unit = '' } = labels.get(figure) ?? {}
    const sum = state.signedSums.get(figure) ?? { value: 0, from: 0, of: 0, missing: [] }
    return { number: index + 1, figure, label, unit, sum, words: sumWords(sum) }
  })
  return {
    title: way.title,
    year,
    level: levelsIn(way, year).find(({ id }) => id === state.level)?.one ?? state.level,
    name: state.name,
    key: place.slice(state.level.length + 1),
    signed: { by, at, number },
    registerAt: expected === undefined ? undefined : at,
    deadline: formatDate(deadline.day),
    rows,
    parts: state.children.flatMap((child) => partOf(states.get(child))),
    notes: notesOf(way, state),
    warning: way.warning,
  }
}

function partOf(child: UnitState | undefined): HandedPart[] {
  if (child === undefined) return []
  const { name, place, level, signed, status, changedBelow } = child
  return [
    {
      name,
      key: place.slice(level.length + 1),
      signed: signed && { by: signed.by, at: signed.at },
      changed: status === 'changed' || (signed !== undefined && changedBelow.length > 0),
    },
  ]
}

function notesOf({ figures }: WayUp, { countedOnce, status, changes, changedBelow, signedSums }: UnitState): string[] {
  const incomplete = [...signedSums.values()].filter(({ from, of }) => from < of).length
  const why = figures.flatMap(({ up, why: said }) => (up === 'stays' || said === undefined ? [] : [said]))
  return [
    ...(incomplete === 0
      ? []
      : [`${numbersWords(incomplete)}, weil Angaben fehlen. Fehlendes ist nicht als 0 gezählt.`]),
    ...(countedOnce.length === 0 ? [] : [countedOnceWords(countedOnce.length)]),
    ...new Set(why),
    ...(status === 'changed'
      ? [`Seit der Freigabe geändert: ${valuesWords(changes.length)}. Übergeben wird, was freigegeben ist.`]
      : []),
    ...(changedBelow.length === 0
      ? []
      : ['Auf der Ebene darunter wurde nach der Freigabe etwas geändert, das noch nicht neu freigegeben ist.']),
  ]
}

const numbersWords = (count: number) =>
  count === 1 ? 'Eine Summe ist unvollständig' : `${formatNumber(count)} Summen sind unvollständig`

const valuesWords = (count: number) => (count === 1 ? 'ein Wert' : `${formatNumber(count)} Werte`)

/** Why a sum is less than those below it together. */
export const countedOnceWords = (count: number): string =>
  `${count === 1 ? 'Eine Person arbeitet' : `${formatNumber(count)} Personen arbeiten`} für mehrere Stellen darunter. ` +
  'Jede zählt hier einmal; wer die Summen der Stellen zusammenzählt, zählt sie mehrfach.'

/** What stands on every page before the deadline while nothing was handed over; '' where there is nothing to warn of. */
export function warningBefore(way: WayUp, year: number, today: string, handedOver: boolean): string {
  const deadline = deadlineOf(way, year)
  if (handedOver || deadline === undefined) return ''
  const day = formatDate(deadline.day)
  const when = today <= deadline.day ? `Frist für die Übermittlung ist der ${day}.` : `Die Frist endete am ${day}.`
  return `${when} ${way.warning}`
}
