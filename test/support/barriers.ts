import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

declare const axe: typeof import('axe-core')

/** The structure of a page is the same in every width and color scheme; colors and sizes are not. */
export const visible = ['color-contrast', 'link-in-text-block', 'target-size']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What has been looked at without finding a barrier, in what look. */
const seen = new Set<string>()

/**
 * What axe finds on a page, by all its rules or by those for what can be seen. Where another page of the same process was built of all
 * that this one is built of, it would find the same again, which takes long.
 */
export async function barriersOn(page: Page, rules: 'all' | typeof visible = 'all'): Promise<string[]> {
  const parts = (await lookOf(page)).map((part) => `${rules === 'all' ? 'all' : 'visible'} ${part}`)
  if (parts.every((part) => seen.has(part))) return []
  const barriers = await askAxe(page, rules)
  if (barriers.length === 0) for (const part of parts) seen.add(part)
  return barriers
}

/**
 * What a page is built of, in what look: each kind of element by its name, classes and attributes, within what kind it stands, and
 * whether it says anything; and which heading follows which.
 */
function lookOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const look = [
      matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
      innerWidth < 600 ? 'phone' : '',
    ]
    const kinds = [...document.body.querySelectorAll('*')].map((one) => [
      [one.parentElement?.localName, ...(one.parentElement?.classList ?? [])].join('.'),
      [one.localName, ...one.classList].join('.'),
      ...one.getAttributeNames().sort(),
      one.getAttribute('type'),
      one.getAttribute('role'),
      one.textContent?.trim() === '' ? 'blank' : '',
    ])
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) => localName)
    const follows = headings.map((heading, place) => [headings[place - 1], 'before', heading])
    return [...new Set([...kinds, ...follows].map((part) => [...look, ...part].join(' ')))]
  })
}

async function askAxe(page: Page, rules: 'all' | typeof visible): Promise<string[]> {
  // A bar that stays in sight covers what happens to lie below it; at the end of the page it covers nothing.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  // Once for each page, and within it, since pages have no frames. What passes is not told in detail, which would take long.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async (rules) => {
    const chosen = rules === 'all' ? {} : { runOnly: rules }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...chosen })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }, rules)
}
