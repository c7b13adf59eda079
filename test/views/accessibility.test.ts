import t from 'tap'
import { barriersOn, visible } from '../support/barriers.ts'
import { addresses, firstOfEachPage } from '../support/example-site.ts'
import { startTour } from '../support/example-tour.ts'

t.setTimeout(300_000)
const tour = await startTour()
t.teardown(() => tour.end())

const some = [...firstOfEachPage, '/section/kindsFilled', '/section/kindsFaulty']
const looks = [
  { colorScheme: 'light', width: 1280, rules: 'all', examples: 'all' },
  { colorScheme: 'dark', width: 360, rules: visible, examples: 'all' },
  { colorScheme: 'dark', width: 1280, rules: visible, examples: 'some' },
  { colorScheme: 'light', width: 360, rules: visible, examples: 'some' },
] as const

for (const { colorScheme, width, rules, examples } of looks) {
  t.test(`no barriers: ${colorScheme}, ${width} px`, async (t) => {
    const options = { colorScheme, viewport: { width, height: 900 } }
    const complaints = await tour.visit(
      options,
      async (page, address) => {
        t.strictSame(await barriersOn(page, rules), [], address)
      },
      examples === 'all' ? addresses : some,
    )
    t.strictSame(complaints, [], 'the browser refused nothing')
  })
}
