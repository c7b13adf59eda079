import type { TargetFields } from './target-fields.ts'

/** What somebody said once of a figure; a blank field: it is not used. */
export interface RememberedPlace {
  words: string
  field: string
}

/** The same, with how sure it is now. */
export interface CarriedPlace extends RememberedPlace {
  /** It was said of a field that reads differently now: to be looked at again. */
  unsure: boolean
}

/** What is known of the figures of a file, by their words. */
export interface KnownPlaces {
  /** The field, or '' where the figure is not used. */
  sure: ReadonlyMap<string, string>
  unsure: ReadonlyMap<string, string>
  /** They are for fields that whoever is here has nothing to do with. */
  elsewhere: ReadonlySet<string>
}

/** `carried`: what holds before what. `all`: the fields of the whole form, `own` those that can be filled in here. */
export function knownPlaces(
  carried: readonly CarriedPlace[],
  { all, own }: { all: TargetFields; own: TargetFields },
): KnownPlaces {
  const [sure, unsure, elsewhere] = [new Map<string, string>(), new Map<string, string>(), new Set<string>()]
  const seen = new Set<string>()
  for (const { words, field, unsure: isUnsure } of carried) {
    if (seen.has(words) || (field !== '' && !all.has(field))) continue
    seen.add(words)
    if (field !== '' && !own.has(field)) elsewhere.add(words)
    else if (isUnsure) unsure.set(words, field)
    else sure.set(words, field)
  }
  return { sure, unsure, elsewhere }
}
