import type { Division } from '../../analysis/disclosure/known-units.ts'

/** So often what is left is subtracted from again, and that many sets are kept at most. */
const rounds = 3
const most = 400

/** A reader with pencil and paper: takes from each set that is told each other one that lies in it, and the same with what is left. */
export function leftOver(divisions: readonly Division[]): number[][] {
  const told = new Set(divisions.flat().map((own) => own.reduce((mask, unit) => mask | (1n << BigInt(unit)), 0n)))
  const found: bigint[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const outer of [...told])
      for (const inner of [...told]) {
        const left = outer ^ inner
        if ((outer & inner) !== inner || left === 0n || told.has(left) || told.size >= most) continue
        told.add(left)
        found.push(left)
      }
  return found.map(unitsOf)
}

const unitsOf = (mask: bigint) =>
  [...mask.toString(2)].reverse().flatMap((digit, unit) => (digit === '1' ? [unit] : []))
