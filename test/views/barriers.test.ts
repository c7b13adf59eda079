import t from 'tap'
import { barriersOn, visible } from '../support/barriers.ts'
import { theBrowser } from '../support/browser.ts'
import { wrongNames } from '../support/wrong-names.ts'

const page = await (await theBrowser()).newPage()

const show = (html: string) =>
  page.setContent(
    `<!doctype html><html lang="de"><title>Probe</title><body><main class="probe"><h1>Probe</h1>${html}</main></body></html>`,
  )
const found = async (rules?: typeof visible) => (await barriersOn(page, rules)).map((one) => one.split(':')[0])

t.test('what differs from all that was looked at is looked at, and what was found is found again', async (t) => {
  await show('<label for="a">Name</label><input id="a">')
  t.strictSame(await found(), [])
  await show('<label for="a"></label><input id="a">')
  t.strictSame(await found(), ['label'])
  t.strictSame(await found(), ['label'])
  await show('<h3>Danach</h3>')
  t.strictSame(await found(), ['heading-order'])
})

t.test('beside what was looked at, what is new can be seen as well', async (t) => {
  await show('<style>.pale { color: #ddd } .pale p { color: inherit }</style><p>Worte</p>')
  t.strictSame(await found(), [])
  await show(
    '<style>.pale { color: #ddd } .pale p { color: inherit }</style><p>Worte</p><div class="pale"><p>Worte</p></div>',
  )
  t.strictSame(await found(), ['color-contrast'])
  await show('<style>.pale { color: #ddd }</style><p>Worte</p><p class="pale">Worte</p>')
  t.strictSame(await found(visible), ['color-contrast'])
})

t.test('in another look the same is looked at anew', async (t) => {
  await show('<style>@media (prefers-color-scheme: dark) { p { color: #ddd } }</style><p>Worte</p>')
  await page.emulateMedia({ colorScheme: 'light' })
  t.strictSame(await found(visible), [])
  await page.emulateMedia({ colorScheme: 'dark' })
  t.strictSame(await found(visible), ['color-contrast'])
})

t.test('a name that stands twice, and one that is nowhere', async (t) => {
  await show('<p id="a"></p><p id="a"></p><label for="b">Name</label><input aria-describedby="a c">')
  t.strictSame(await wrongNames(page), ['#a twice', 'for=b', 'aria-describedby=c'])
})
