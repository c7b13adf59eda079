import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import t from 'tap'
import { addresses, firstOfEachPage } from './example-site.ts'
import { startTour } from './example-tour.ts'

t.setTimeout(300_000)
const tour = await startTour()
t.teardown(() => tour.end())

// The structure of a page is the same in every width and color scheme; colors and sizes are not.
const visible = ['color-contrast', 'link-in-text-block', 'target-size']
const looks = [
  { colorScheme: 'light', width: 1280, rules: 'all', examples: 'all' },
  { colorScheme: 'dark', width: 360, rules: visible, examples: 'all' },
  { colorScheme: 'dark', width: 1280, rules: visible, examples: 'first' },
  { colorScheme: 'light', width: 360, rules: visible, examples: 'first' },
] as const

for (const { colorScheme, width, rules, examples } of looks) {
  t.test(`no barriers: ${colorScheme}, ${width} px`, async (t) => {
    const options = { colorScheme, viewport: { width, height: 900 } }
    const complaints = await tour.visit(
      options,
      async (page, address) => {
        t.strictSame(await violations(page, rules), [], address)
      },
      examples === 'all' ? addresses : firstOfEachPage,
    )
    t.strictSame(complaints, [], 'the browser refused nothing')
  })
}

async function violations(page: Page, rules: 'all' | readonly string[]): Promise<string[]> {
  // Pages have no frames, so the check can stay within the page it is about, which is faster.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules === 'all' ? axe : axe.withRules([...rules])).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
