import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'

// Every file of analysis/stats says what it computes with an example; here the examples are computed.

const folder = new URL('../../../analysis/stats/', import.meta.url)
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
const plumbing = ['given.ts', 'interval.ts', 'not-defined.ts', 'special-functions.ts']
const functions: Record<string, unknown> = {}
for (const file of files) Object.assign(functions, await import(new URL(file, folder).href))

const evaluate = (expression: string): unknown =>
  new Function(...Object.keys(functions), `return (${expression})`)(...Object.values(functions))

const numberPattern = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g

/** The same shape, and every number the same as far as it is written out. */
function agrees(actual: unknown, expected: unknown, written: string, rounded: boolean): boolean {
  const numbersOf = (value: unknown) => (JSON.stringify(value).match(numberPattern) ?? []).map(Number)
  const shapeOf = (value: unknown) => JSON.stringify(value).replace(numberPattern, '#')
  const [found, wanted] = [numbersOf(actual), numbersOf(expected)]
  const tolerances = (written.match(numberPattern) ?? []).map((text) =>
    rounded ? 0.501 * 10 ** -(text.split('.')[1]?.length ?? 0) : 1e-12 * Math.max(1, Math.abs(Number(text))),
  )
  return (
    shapeOf(actual) === shapeOf(expected) &&
    wanted.every((value, place) => Math.abs(value - (found[place] as number)) <= (tolerances[place] as number))
  )
}

const examined: string[] = []
for (const file of files.filter((name) => !plumbing.includes(name))) {
  const source = readFileSync(new URL(file, folder), 'utf8')
  const name = file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  examined.push(name)
  t.test(`the example of ${name}`, async (t) => {
    const exported = [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map((match) => match[1])
    t.ok(exported.includes(name), `${file} exports ${name}`)
    t.equal(source.match(/^export function/gm)?.length, 1, 'and no other function')
    const comment = source
      .slice(0, source.indexOf(`export function ${name}`))
      .match(/\/\*\*(?:(?!\/\*\*)[\s\S])*\*\/\s*$/)
    const example = /@example ([\s\S]+?)\/\/ (.+?)(, rounded)?\s*\*\//.exec(
      (comment?.[0] ?? '').replace(/\n \* /g, '\n'),
    )
    if (!example) return t.fail(`${file} has no example`)
    const [, expression = '', written = '', rounded] = example
    const actual = evaluate(expression)
    const agreed = agrees(actual, evaluate(written), written, rounded !== undefined)
    t.ok(agreed, `${expression} // ${written}, computed ${JSON.stringify(actual)}`)
  })
}

t.test('an example that is wrong would be found', async (t) => {
  t.notOk(agrees([1, 2.346], [1, 2.345], '[1, 2.345]', true))
  t.ok(agrees([1, 2.3453], [1, 2.345], '[1, 2.345]', true))
  t.notOk(agrees({ a: 1 }, { b: 1 }, '{ b: 1 }', false))
})

t.test('the README lists every function, and no other', async (t) => {
  const text = readFileSync(new URL('README.md', folder), 'utf8')
  const listed = [...text.matchAll(/^\| (?!for ).*$/gm)].flatMap(([row]) =>
    [...row.matchAll(/`(\w+)`/g)].map((match) => match[1]),
  )
  t.strictSame(listed.sort(), [...examined].sort())
})
