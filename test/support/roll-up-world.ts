import type { FiguresCame, RollUpEvent } from '../../analysis/rollup/events.ts'
import { type RollUp, rollUp, signOff, type UnitState } from '../../analysis/rollup/roll-up.ts'
import { type Place, placeOf, type Structure } from '../../analysis/rollup/structure.ts'
import type { Figure } from '../../analysis/rollup/sums.ts'

export const figures: readonly Figure[] = [
  { name: 'erreicht', level: 'person', up: 'once' },
  { name: 'monate', level: 'person', up: 'stays' },
  { name: 'vzae', level: 'empfaenger', up: 'sum' },
]

/** Which person works for which recipients, and in which Kreis each recipient lies. */
export function structureOf(
  persons: Readonly<Record<string, readonly string[]>>,
  recipients: Readonly<Record<string, string>>,
): Structure {
  const kreise = [...new Set(Object.values(recipients))]
  return [
    {
      id: 'person',
      units: Object.entries(persons).map(([key, above]) => ({ key, name: key, above })),
      ownFigures: true,
    },
    {
      id: 'empfaenger',
      units: Object.entries(recipients).map(([key, kreis]) => ({ key, name: key, above: [kreis] })),
      ownFigures: true,
    },
    { id: 'kreis', units: kreise.map((key) => ({ key, name: key, above: [] })), ownFigures: false },
  ]
}

/** A year at work: figures come in, and somebody signs what lies there at that time. */
export class Year {
  readonly events: RollUpEvent[] = []
  readonly #structure: Structure
  readonly #figures: readonly Figure[]
  #hour = 0

  constructor(structure: Structure, added = figures) {
    this.#structure = structure
    this.#figures = added
  }

  now(): string {
    this.#hour += 1
    return new Date(Date.UTC(2025, 0, 2, this.#hour)).toISOString()
  }

  gives(place: Place, values: Readonly<Record<string, number>>, by = 'Muster'): void {
    const earlier = this.events.filter((one): one is FiguresCame => one.kind === 'figures' && one.place === place)
    this.events.push({ kind: 'figures', place, revision: earlier.length + 1, values, at: this.now(), by })
  }

  signs(level: string, key: string, by = 'Beispiel'): void {
    this.events.push(signOff(this.state(level, key), by, this.now()))
  }

  asks(from: Place, to: Place, figure: string, text: string): string {
    const id = `frage-${this.events.length}`
    this.events.push({ kind: 'asked', id, from, to, figure, text, at: this.now(), by: 'Beispiel' })
    return id
  }

  rolledUp(): RollUp {
    return rollUp(this.#structure, this.#figures, this.events)
  }

  state(level: string, key: string): UnitState {
    const found = this.rolledUp().states.get(placeOf(level, key))
    if (found === undefined) throw new Error(`nobody is ${level}/${key}`)
    return found
  }
}
