import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The structure of a page is the same in every width and color scheme; colors and sizes are not. */
export const visible = ['color-contrast', 'link-in-text-block', 'target-size']

/** What axe finds on a page: by all its rules, or by those for what can be seen. */
export async function barriersOn(page: Page, rules: 'all' | readonly string[] = 'all'): Promise<string[]> {
  // A bar that stays in sight covers what happens to lie below it; at the end of the page it covers nothing.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  // Pages have no frames, so the check can stay within the page it is about, which is faster.
  // What passes is not told in detail, which would take most of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  const { violations } = await (rules === 'all' ? axe : axe.withRules([...rules])).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
