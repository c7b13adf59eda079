/** Whatever an evaluation says, with all digits of all numbers, as text that can be held against another. */
export function inDigits(value: unknown): string {
  return JSON.stringify(value, (_key, one) => {
    if (one instanceof Map) return [...one]
    if (one instanceof Set) return [...one]
    if (ArrayBuffer.isView(one)) return [...(one as Float64Array)].map(digitsOf)
    return typeof one === 'number' ? digitsOf(one) : one
  })
}

/** JSON would make null of what is no number, and 0 of -0. */
const digitsOf = (one: number) =>
  Number.isFinite(one) && !Object.is(one, -0) ? one : Object.is(one, -0) ? '-0' : `${one}`

/** Where two texts part, with what stands around it; undefined where they are the same. */
export function difference(one: string, other: string): string | undefined {
  if (one === other) return undefined
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  return `… ${around(one)} … and … ${around(other)} …`
}
