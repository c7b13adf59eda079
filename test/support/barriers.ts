import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

declare const axe: typeof import('axe-core')

/** The structure of a page is the same in every width and color scheme; colors and sizes are not. */
export const visible = ['color-contrast', 'link-in-text-block', 'target-size']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds on a page: by all its rules, by all but that for colours, which takes most of the time, or by those for what can be
 * seen.
 */
export async function barriersOn(
  page: Page,
  rules: 'all' | 'but colours' | readonly string[] = 'all',
): Promise<string[]> {
  // A bar that stays in sight covers what happens to lie below it; at the end of the page it covers nothing.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  // Once for each page, and within it, since pages have no frames. What passes is not told in detail, which would take long.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return page.evaluate(async (rules) => {
    const chosen =
      rules === 'but colours'
        ? { rules: { 'color-contrast': { enabled: false } } }
        : rules === 'all'
          ? {}
          : { runOnly: [...rules] }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...chosen })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  }, rules)
}
