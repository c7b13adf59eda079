import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { type Continued, continuedVariables } from '../../../surveys/concordance/concordance.ts'
import { loadConcordances } from '../../../surveys/concordance/load-concordances.ts'
import { type CarriedPlace, type KnownPlaces, knownPlaces } from '../../../surveys/foreign-table/known-places.ts'
import { type TargetFields, targetFields } from '../../../surveys/foreign-table/target-fields.ts'
import type { RouteContext } from '../../boot/context.ts'
import type { AtWork } from '../../forms/at-work.ts'
import { type KeptPlace, placesOf } from '../../store/figure-places.ts'

/** The fields of a form that numbers can be placed in, and what is known of the figures of its unit. */
export interface KnownHere {
  own: TargetFields
  known: KnownPlaces
  /** Somebody fills in a part of the form. What such a person leaves out may be for another part. */
  isPart: boolean
}

export async function knownHere(
  { db, forms }: Pick<RouteContext, 'db' | 'forms'>,
  { form, whole, asked, visit }: Omit<AtWork, 'around'>,
): Promise<KnownHere> {
  const now = whole?.form.instrument ?? form.instrument
  const own = targetFields(form.instrument, asked?.fields)
  const kept = await placesOf(db, visit)
  const before = new Map<string, ReadonlyMap<string, Continued>>()
  for (const place of kept)
    if (place.survey !== now.id && !before.has(surveyOf(place)))
      before.set(surveyOf(place), await continued((await forms.get(place)).instrument, now))
  const carried = kept.flatMap((place) => carry(place, before.get(surveyOf(place))))
  const sameFirst = [...carried.filter(({ unsure }) => !unsure), ...carried.filter(({ unsure }) => unsure)]
  return {
    own,
    known: knownPlaces(sameFirst, { all: targetFields(now), own }),
    isPart: whole !== undefined || asked !== undefined,
  }
}

const surveyOf = ({ survey, surveyVersion }: KeptPlace) => `${survey} ${surveyVersion}`

/** What became of each variable of an earlier survey, by its name there. */
async function continued(before: Instrument, now: Instrument): Promise<ReadonlyMap<string, Continued>> {
  const all = continuedVariables(await loadConcordances(), before, now)
  return new Map(all.flatMap((one) => (one.before === undefined ? [] : [[one.before, one]])))
}

/** Said in another survey it holds of a field that is the same, and is asked about where that reads differently; what was not used there may be here. */
function carry({ words, field }: KeptPlace, became: ReadonlyMap<string, Continued> | undefined): CarriedPlace[] {
  if (became === undefined) return [{ words, field, unsure: false }]
  const { after, status } = became.get(field) ?? {}
  if (after === undefined || (status !== 'same' && status !== 'reworded')) return []
  return [{ words, field: after, unsure: status === 'reworded' }]
}
