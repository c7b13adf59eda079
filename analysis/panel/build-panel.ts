import { type Column, missingColumn, setReason, setValue } from './column.ts'
import type { StatedBase } from './stated-base.ts'

/** What was read of one variable of a wave, by row: a number, or why there is none. */
export interface AnswerColumn {
  numbers: readonly (number | null)[]
  /**
   * 1 where its question was flagged 'not available', 2 where it does not apply, 3 where it means nothing for all of a territory.
   * Missing where it can be none of these.
   */
  flagged?: Uint8Array
}

/** The answers of one wave, a row for each unit that has submitted. */
export interface WaveAnswers {
  wave: string
  units: readonly string[]
  /** By the names that the panel uses. What the wave did not ask is not there. */
  columns: ReadonlyMap<string, AnswerColumn>
}

/** Units × waves × variables. */
export interface Panel {
  units: readonly string[]
  waves: readonly PanelWave[]
}

export interface PanelWave {
  wave: string
  columns: ReadonlyMap<string, Column>
  /** Numbers that some said to be what their answers are a part of. */
  stated?: readonly StatedBase[]
}

/**
 * Lays the waves over each other: one row for each unit that could answer, in the order given. A unit that is in no wave
 * stays in, since who is missing is a result too. The work grows with the number of cells and not faster.
 */
export function buildPanel(
  units: readonly string[],
  waves: readonly WaveAnswers[],
  variables: readonly string[],
): Panel {
  const place = new Map(units.map((unit, index) => [unit, index]))
  return {
    units,
    waves: waves.map((answers) => {
      const places = answers.units.map((unit) => place.get(unit))
      return {
        wave: answers.wave,
        columns: new Map(variables.map((name) => [name, layColumn(answers.columns.get(name), places, units.length)])),
      }
    }),
  }
}

/** By what stands beside the number. */
const reasons = ['leer', 'nicht_vorhanden', 'trifft_nicht_zu', 'nicht_zuordenbar'] as const

function layColumn(
  answered: AnswerColumn | undefined,
  places: readonly (number | undefined)[],
  length: number,
): Column {
  const column = missingColumn(length, 'keine_teilnahme')
  for (const [row, index] of places.entries()) {
    if (index === undefined) continue
    const number = answered?.numbers[row]
    if (answered === undefined) setReason(column, index, 'nicht_gefragt')
    else if (typeof number === 'number') setValue(column, index, number)
    else setReason(column, index, reasons[answered.flagged?.[row] ?? 0] ?? 'leer')
  }
  return column
}
