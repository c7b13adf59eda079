/** The longest line of a file. */
const widest = 120

/** JSON as the files of this project are laid out: what fits into a line stands in one, and a list of objects in one each. */
export function formatJson(value: unknown): string {
  return `${laidOut(value, '', 0, true)}\n`
}

/** `before` is how much stands in front of it in its line, `after` counts with the comma behind it. */
function laidOut(value: unknown, indent: string, before: number, isWhole = false): string {
  const line = inLine(value)
  if (line === undefined || (!isWhole && !isLong(value) && before + line.length < widest)) return line ?? 'null'
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const lines = value.map((one) => `${inner}${laidOut(one, inner, inner.length)}`)
    return `[\n${lines.join(',\n')}\n${indent}]`
  }
  if (value === null || typeof value !== 'object') return line
  const lines = members(value).map(([key, one]) => {
    const name = `${inner}${JSON.stringify(key)}: `
    return `${name}${laidOut(one, inner, name.length)}`
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}

const members = (value: object) => Object.entries(value).filter(([, one]) => one !== undefined)

function inLine(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(inLine).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const some = members(value).map(([key, one]) => `${JSON.stringify(key)}: ${inLine(one)}`)
  return some.length === 0 ? '{}' : `{ ${some.join(', ')} }`
}

/** Several of several members each are never put into one line, nor is what holds them. */
function isLong(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  const several = (one: unknown) => one !== null && typeof one === 'object' && Object.keys(one).length > 1
  const own = Array.isArray(value) && value.length > 1 && value.every(several)
  return own || Object.values(value).some(isLong)
}
