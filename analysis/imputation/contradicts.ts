import type { Cells } from '../../surveys/answer/cells.ts'
import type { Surroundings } from '../../surveys/answer/surroundings.ts'
import type { Check } from '../../surveys/checks/check.ts'
import { checkKindOf } from '../../surveys/checks/index.ts'
import type { Instrument } from '../../surveys/compile/instrument.ts'

const judged: ReadonlySet<Check['kind']> = new Set(['sum', 'compare', 'within', 'implies'])

/** The checks that a number which was put in could break, and what they look at. */
export const checksOf = ({ checks }: Pick<Instrument, 'checks'>, names: ReadonlySet<string>): Check[] =>
  checks.filter(
    (check) =>
      judged.has(check.kind) &&
      checkKindOf(check.kind)
        .fields(check)
        .some((name) => names.has(name)),
  )

/** Whether a number breaks a check that held, or could not be decided, without it. */
export function contradicts(
  instrument: Instrument,
  around: Surroundings,
): (cells: Cells, name: string, value: number) => boolean {
  return (cells, name, value) => {
    const looking = checksOf(instrument, new Set([name]))
    const before = violated(looking, { instrument, cells, around })
    const after = violated(looking, { instrument, cells: new Map(cells).set(name, { state: 'given', value }), around })
    return [...after].some((id) => !before.has(id))
  }
}

function violated(
  checks: readonly Check[],
  asked: { instrument: Instrument; cells: Cells; around: Surroundings },
): Set<string> {
  const broken = checks.filter(
    (check) => typeof checkKindOf(check.kind).judge(check, { ...asked, raw: {} }) === 'object',
  )
  return new Set(broken.map(({ id }) => id))
}
