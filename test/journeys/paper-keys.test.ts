import type { Page } from 'playwright-core'
import t from 'tap'
import { colleague } from '../support/colleague.ts'
import { startSite } from '../support/site.ts'

const paper = '/intern/erhebungen/umfrage-1/papierboegen/117019'
const inputs = 'form[data-paper] :is(input:not([type=hidden]), select, textarea)'
/** Of somebody who types a lot. */
const keysInHour = 12_000

const withFocus = () => {
  const { name = '', type = '', inputMode = '', textContent } = document.activeElement as HTMLInputElement
  const isOpen = type === 'radio' && document.querySelector(`[name="${name}"]:checked`) === null
  return { type, inputMode, isOpen, text: textContent?.trim() }
}

/** Presses keys and counts them. */
function keysOf(page: Page) {
  const pressed = { keys: 0 }
  const press = async (key: string) => {
    await page.keyboard.press(key)
    pressed.keys += 1
  }
  return { pressed, press }
}

/** Types the number of its place into every field for one. */
async function typeAll(page: Page) {
  await page.goto(`${paper}/erfassen`)
  await page.locator(inputs).first().and(page.locator(':focus')).waitFor()
  const { pressed, press } = keysOf(page)
  let [fields, digits] = [0, '']
  for (let at = await page.evaluate(withFocus); at.type !== 'submit'; at = await page.evaluate(withFocus)) {
    fields += 1
    const number = at.inputMode === 'numeric' ? String(fields) : ''
    digits += number
    for (const digit of number) await press(digit)
    await press('Enter')
  }
  await page.getByText(/aufbewahrt um/).waitFor()
  await press('Enter')
  await page.waitForURL(/getan=erfasst/)
  return { fields, digits, keys: pressed.keys }
}

/** The same without keys, but for three slips: it would take as long again. */
async function fillAll(page: Page) {
  await page.goto(`${paper}/erfassen`)
  await page.locator(inputs).evaluateAll((all) => {
    const numbers = all.filter((one): one is HTMLInputElement => (one as HTMLInputElement).inputMode === 'numeric')
    for (const one of numbers) one.value = String(all.indexOf(one) + 1)
    const [first, second, third] = numbers.slice(20)
    if (first !== undefined) first.value += '0'
    if (second !== undefined) second.value = ''
    if (third !== undefined) third.value = `1${third.value}`
  })
  await page.getByRole('button', { name: 'Fertig', exact: true }).click()
  await page.waitForURL(/getan=erfasst/)
}

t.test('two type a whole paper by keys alone, a third settles it, all of it in less than ten minutes', async (t) => {
  const site = await startSite(t)
  const [one, two, three] = [
    await colleague(site, 'feldbuero', 'k.meier'),
    await colleague(site, 'feldbuero', 'b.beispiel'),
    await colleague(site, 'feldbuero', 'd.dritte'),
  ]
  await one.goto(`${paper}/erfassen`)
  const fields = await one.locator(inputs).count()
  const first = await typeAll(one)
  t.equal(first.fields, fields, 'none is left out, none comes twice')
  t.equal(first.keys, first.digits.length + fields + 1, 'the digits, and one more for each field')
  const { typed } = await site.db.selectFrom('contact.paper_entry').select('typed').executeTakeFirstOrThrow()
  t.equal(Object.values(typed).join('').length, first.digits.length)
  await fillAll(two)

  await three.goto(`${paper}/abgleich`)
  await three.getByText(/^In 3 Feldern von/).waitFor()
  const { pressed, press } = keysOf(three)
  // What the first has read is taken, wherever something is open.
  for (let tabs = 0; tabs < 200; tabs += 1) {
    await press('Tab')
    const { type, isOpen, text } = await three.evaluate(withFocus)
    if (isOpen) await press('Space')
    if (type === 'submit' && text === 'Absenden') break
  }
  await press('Enter')
  await three.waitForURL(/getan=abgesendet/)
  const minutes = ((2 * first.keys + pressed.keys) / keysInHour) * 60
  t.ok(minutes < 10, `${first.keys} keys twice and ${pressed.keys} to settle: ${minutes.toFixed(1)} minutes`)
  t.strictSame(site.complaints, [])
})
