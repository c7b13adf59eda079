/** A save: in which section, and when, in seconds. */
export interface Save {
  section: string
  at: number
}

/** A longer pause between two saves is none of the work. */
export const longestPause = 600

/**
 * How long somebody worked at each section, in seconds: the time between two saves that follow each other within ten minutes belongs
 * to the section of the later one. What comes after a longer pause is a new sitting, which begins with its first save. So it is a
 * little too short, by what goes before the first save of a sitting. Sections saved in only once are there with 0.
 * @example saves in a at 0, in a at 100, in b at 400, in b at 2000 // a: 100, b: 300
 */
export function workingTimes(saves: readonly Save[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  let before: number | undefined
  for (const { section, at } of saves.toSorted((a, b) => a.at - b.at)) {
    const pause = before === undefined ? undefined : at - before
    const worked = pause !== undefined && pause <= longestPause ? pause : 0
    times.set(section, (times.get(section) ?? 0) + worked)
    before = at
  }
  return times
}
