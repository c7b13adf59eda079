import { type Fields, given, isReason } from './field.ts'
import { allOf, anyOf, call, column } from './r-text.ts'
import { known } from './range.ts'

/** What a sum in which something is missing can be at most, and where that is so. */
interface Closer {
  high: string
  where?: string
}

/**
 * Closer bounds of a sum in which something is missing: what a total leaves over, and what is said if persons without
 * information are none because nobody wrote their number beside the others.
 */
export function closerBounds(names: readonly string[], fields: Fields): Closer[] {
  const most = mostOf(names, fields)
  const unknown = names.filter((name) => fields.variable.get(name)?.role === 'unknown')
  return [
    ...(most === undefined ? [] : [{ high: most }]),
    ...(unknown.length === 0 ? [] : [{ high: known(names, fields), where: leftOut(names, fields) }]),
  ]
}

/** What some numbers can be together at most, Inf where nothing limits them; nothing if no total does in any case. */
function mostOf(names: readonly string[], fields: Fields, seen: readonly string[] = []): string | undefined {
  const limits = new Set(names.flatMap((name) => fields.limits.get(name) ?? []))
  const bounds = [...limits].flatMap(({ members, total }) => {
    if (seen.includes(total)) return []
    const free = names.filter((name) => !members.includes(name))
    const high = leftOver(names, { members, total, free }, fields, seen)
    return [free.length === 0 ? high : call('ifelse', allOf(...free.map(given)), high, 'Inf')]
  })
  return bounds.length < 2 ? bounds[0] : call('pmin', ...bounds)
}

interface Limited {
  members: readonly string[]
  total: string
  free: readonly string[]
}

/** The total that limits some numbers, less what stands in the fields beside them. */
function leftOver(
  names: readonly string[],
  { members, total, free }: Limited,
  fields: Fields,
  seen: readonly string[],
): string {
  const most = mostOf([total], fields, [...seen, total]) ?? 'Inf'
  const others = members.filter((name) => !names.includes(name))
  const whole = call('ifelse', given(total), column(total), most)
  // A total is only asked for its own limits where it is missing itself: nothing is known of it then.
  const isTotal = seen.length > 0
  if (isTotal && others.length === 0) return whole
  const parts = [
    ...(free.length === 0 ? [] : [`${known(free, fields)} +`]),
    whole,
    ...(others.length === 0 ? [] : [`- ${known(others, fields)}`]),
  ]
  return call('pmax', isTotal ? '0' : known(names, fields), parts.join(' '))
}

/** All that is missing are persons without information, blank beside items that are given. */
function leftOut(names: readonly string[], fields: Fields): string {
  const conditions = names.map((name) => {
    const variable = fields.variable.get(name)
    if (variable?.role !== 'unknown') return given(name)
    const asked = fields.questions.get(variable.question)?.variables.filter(({ role }) => role === 'item') ?? []
    const beside = asked.filter((item) => names.includes(item.name)).map((item) => given(item.name))
    const isGiven = beside.length > 0 ? allOf(...beside) : anyOf(...asked.map((item) => given(item.name)))
    return anyOf(given(name), allOf(isReason(name, '==', 'leer'), isGiven))
  })
  return allOf(...conditions)
}
