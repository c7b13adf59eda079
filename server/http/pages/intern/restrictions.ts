import type { Restrictions } from '../../../../views/page-data/person-pages.ts'
import { dayOfTime } from '../../../domain/german-time.ts'
import type { NamedRestriction } from '../../../persons/name-restrictions.ts'
import { restrictionText } from '../../../persons/restriction.ts'

/** What a request has restricted, with what of it is ticked to be lifted. */
export function shownRestrictions(
  all: readonly NamedRestriction[],
  { ticked, told }: { ticked: ReadonlySet<string>; told: string },
): Restrictions {
  const inForce = all.filter(({ liftedAt }) => liftedAt === null)
  return {
    inForce: inForce.map(({ id, place, at, ground }) => ({
      id,
      label: place,
      note: `seit ${dayOfTime(at)}, ${restrictionText(ground)}`,
      checked: ticked.has(id),
    })),
    lifted: all.flatMap(({ place, at, liftedAt, liftedBy, ground }) =>
      liftedAt === null
        ? []
        : [
            `${place}: vom ${dayOfTime(at)} bis ${dayOfTime(liftedAt)}, ${restrictionText(ground)}, aufgehoben von ${liftedBy ?? ''}`,
          ],
    ),
    told,
  }
}
