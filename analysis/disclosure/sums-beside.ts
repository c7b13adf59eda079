import { type Behind, countBehind } from './behind.ts'
import { isFew } from './fewest.ts'
import type { Division } from './known-units.ts'
import { noDoubt, singledOut } from './singled-out.ts'
import { fewThatFollow } from './what-follows.ts'

/** By wave: the units whose answers to it are added up, all of them or group by group. */
export type Sums = ReadonlyMap<string, Division>

/**
 * Sums of the same answers, told one after the other: each only if neither the answers of one or two nor what these differ in follows
 * from all that is told with it. Who answered one wave, two of them or all are sets that lie in each other, so that their sums can
 * be held against each other.
 */
export class SumsBeside {
  readonly #told = new Map<string, Division[]>()
  readonly #behind: Behind

  constructor(behind: Behind) {
    this.#behind = behind
  }

  /** Whether these can be told beside those told before; then they are. */
  tell(sums: Sums): boolean {
    if ([...sums].some(([wave, shown]) => this.#follows(shown, this.#told.get(wave) ?? []))) return false
    for (const [wave, shown] of sums) this.#told.set(wave, [...(this.#told.get(wave) ?? []), shown])
    return true
  }

  /** All units whose answers to a wave are added up somewhere. */
  toldOf(wave: string): Division {
    return (this.#told.get(wave) ?? []).flat()
  }

  #follows(shown: Division, divisions: readonly Division[]): boolean {
    const behind = this.#behind
    if (fewThatFollow(shown, { divisions, counted: { kinds: [() => true], behind } }) !== undefined) return true
    return areMixed([...divisions, shown].flat(), behind)
  }
}

/** Whether some mixture of one or two answers follows, such as their difference. */
function areMixed(sets: Division, behind: Behind): boolean {
  const atoms = atomsOf(sets)
  const roots = atoms.map(({ units }) => Math.sqrt(units.length))
  const rows = sets.map((_set, place) => atoms.map(({ lies }, at) => (lies.has(place) ? (roots[at] as number) : 0)))
  return [...singledOut(rows, noDoubt)].some((found) => {
    const own = found.split(' ').map((at) => (atoms[Number(at)] as Atom).units)
    return isFew(countBehind(own.flat(), behind))
  })
}

/** Units that nothing told tells apart, and the sets that they lie in. */
interface Atom {
  units: number[]
  lies: ReadonlySet<number>
}

function atomsOf(sets: Division): Atom[] {
  const liesIn = new Map<number, number[]>()
  for (const [place, own] of sets.entries())
    for (const index of own) {
      const before = liesIn.get(index)
      if (before === undefined) liesIn.set(index, [place])
      else before.push(place)
    }
  const atoms = new Map<string, Atom>()
  for (const [index, places] of liesIn) {
    const atom = atoms.get(places.join())
    if (atom === undefined) atoms.set(places.join(), { units: [index], lies: new Set(places) })
    else atom.units.push(index)
  }
  return [...atoms.values()]
}
