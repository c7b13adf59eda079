import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'

const views = `${import.meta.dirname}/../../views`
const files = (ending: RegExp) =>
  readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ name, text: readFileSync(`${views}/${name}`, 'utf8') }))

const sheets = files(/\.css$/).map(({ name, text }) => {
  const selectors = text.replace(/\/\*.*?\*\//gs, '').match(/[^{};]+(?=\{)/g) ?? []
  const classes = selectors.flatMap((selector) => [...selector.matchAll(/\.([a-z][\w-]*)/g)].map(([, one = '']) => one))
  return { name, classes: new Set(classes.filter((one) => !one.startsWith('kern-'))) }
})
const sheetsOf = (one: string) => sheets.filter(({ classes }) => classes.has(one)).map(({ name }) => name)
const own = [...new Set(sheets.flatMap(({ classes }) => [...classes]))]

t.test('a class lives in one style sheet', async (t) => {
  t.strictSame(
    own.filter((one) => sheetsOf(one).length > 1).map((one) => [one, ...sheetsOf(one)]),
    [],
  )
})

t.test('every class of a style sheet is on a page', async (t) => {
  const pages = files(/\.(?:eta|ts)$/)
    .map(({ text }) => text)
    .join()
  // Some are put together: `sum--<%= state %>`, `sum--${outcome}`.
  const used = (one: string) => {
    const start = one.replace(/(?<=__|--)[a-z]+$/, '')
    return [one, `${start}<%`, `${start}\${`].some((text) => pages.includes(text))
  }
  t.strictSame(
    own.filter((one) => !used(one)),
    [],
  )
})

t.test('no line of a template is longer than 200 characters', async (t) => {
  const long = files(/\.(?:eta|typ)$/).flatMap(({ name, text }) =>
    text.split('\n').flatMap((line, place) => (line.length > 200 ? [`${name}:${place + 1}`] : [])),
  )
  t.strictSame(long, [])
})
