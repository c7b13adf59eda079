import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

declare const axe: typeof import('axe-core')

/** The structure of a page is the same in every width and color scheme; colors and sizes are not. */
export const visible = ['color-contrast', 'link-in-text-block', 'target-size']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Of these `all` looks at what is new on a page, which takes them longest: each looks at an element and what lies behind it. */
const slow = visible.slice(0, 2)

/** What has been looked at without finding a barrier, in what look. */
const seen = new Set<string>()

/** What several elements of a page have in common, and which of all elements they are. */
interface Kind {
  look: string
  places: number[]
}

/**
 * What axe finds on a page, by all its rules or by those for what can be seen. Where another page of the same process was built of all
 * that this one is built of, it would find the same again, which takes long; of the rest what can be seen is looked at where it is new.
 */
export async function barriersOn(page: Page, rules: 'all' | typeof visible = 'all'): Promise<string[]> {
  const kinds = await kindsOn(page)
  const name = ({ look }: Kind) => `${rules === 'all' ? 'all' : 'visible'} ${look}`
  const fresh = kinds.filter((kind) => !seen.has(name(kind)))
  if (fresh.length === 0) return []
  const places = fresh.flatMap((kind) => kind.places)
  const barriers =
    rules === 'all'
      ? [...(await askAxe(page, { without: slow })), ...(await askAxe(page, { only: slow, places }))]
      : await askAxe(page, { only: rules, places })
  if (barriers.length === 0) for (const kind of fresh) seen.add(name(kind))
  return barriers
}

/**
 * What a page is built of, in what look: each kind of element by its name, classes and attributes, within what kind it stands, and
 * whether it says anything; and which heading follows which.
 */
function kindsOn(page: Page): Promise<Kind[]> {
  return page.evaluate(() => {
    const look = [
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
      innerWidth < 600 ? 'phone' : '',
    ]
    const elements = [...document.body.querySelectorAll('*')].map((one, place) => ({
      parts: [
        [one.parentElement?.localName, ...(one.parentElement?.classList ?? [])].join('.'),
        [one.localName, ...one.classList].join('.'),
        ...one.getAttributeNames().sort(),
        one.getAttribute('type'),
        one.getAttribute('role'),
        one.textContent?.trim() === '' ? 'blank' : '',
      ],
      places: [place],
    }))
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName)
    const follows = headings.map((heading, place) => ({ parts: [headings[place - 1], 'before', heading], places: [] }))
    const kinds = new Map<string, number[]>()
    for (const { parts, places } of [...elements, ...follows]) {
      const kind = [...look, ...parts].join(' ')
      kinds.set(kind, [...(kinds.get(kind) ?? []), ...places])
    }
    return [...kinds].map(([look, places]) => ({ look, places }))
  })
}

/** All rules but some for the whole page, or some alone for some of its elements and what is in them. */
type Question = { without: readonly string[] } | { only: readonly string[]; places: readonly number[] }

async function askAxe(page: Page, question: Question): Promise<string[]> {
  if ('places' in question && question.places.length === 0) return []
  // A bar that stays in sight covers what happens to lie below it; at the end of the page it covers nothing.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  // Once for each page, and within it, since pages have no frames. What passes is not told in detail, which would take long.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async (question) => {
    const elements = [...document.body.querySelectorAll('*')]
    const { violations } =
      'places' in question
        ? await axe.run(
            { include: question.places.flatMap((place) => elements[place] ?? []) },
            { resultTypes: ['violations'], runOnly: [...question.only] },
          )
        : await axe.run(document, {
            resultTypes: ['violations'],
            rules: Object.fromEntries(question.without.map((rule) => [rule, { enabled: false }])),
          })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }, question)
}
