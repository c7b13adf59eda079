const width = 100

/** A call in R, over several lines where it would be long. */
export function call(name: string, ...args: readonly string[]): string {
  const line = `${name}(${args.join(', ')})`
  return line.length <= width && !line.includes('\n') ? line : `${name}(\n${indented(args.join(',\n'))}\n)`
}

/** True where one of some conditions is. */
export const anyOf = (...conditions: readonly string[]): string => joined('|', conditions)

/** True where all of some conditions are. */
export const allOf = (...conditions: readonly string[]): string => joined('&', conditions)

export const not = (condition: string): string =>
  isSimple(condition) && condition.startsWith('!') ? condition.slice(1) : `!${inBrackets(condition)}`

/** A text as R writes it. */
export const quoted = (text: string): string => JSON.stringify(text)

/** The name of a column; what R has a meaning of its own for stands in backticks. */
export const column = (name: string): string => (reserved.has(name) ? `\`${name}\`` : name)

const reserved = new Set(['if', 'else', 'for', 'in', 'next', 'break', 'while', 'repeat', 'function'])

/** An operator stands at the end of its line: at the beginning of one, R has already ended the expression before. */
function joined(operator: '|' | '&', conditions: readonly string[]): string {
  if (conditions.length < 2) return conditions[0] ?? (operator === '&' ? 'TRUE' : 'FALSE')
  const parts = conditions.map(inBrackets)
  const line = parts.join(` ${operator} `)
  return line.length <= width && !line.includes('\n') ? line : parts.join(` ${operator}\n`)
}

function inBrackets(condition: string): string {
  if (isSimple(condition)) return condition
  return condition.includes('\n') ? `(\n${indented(condition)}\n)` : `(${condition})`
}

const isSimple = (condition: string): boolean => /^!?[\w.]+(\([^()]*\))?$/.test(condition)

const indented = (text: string): string => text.replaceAll(/^/gm, '  ')
