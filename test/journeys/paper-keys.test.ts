import t from 'tap'
import { colleague } from '../support/colleague.ts'
import { startSite } from '../support/site.ts'

const fieldWithFocus = () => {
  const { name = '', type = '', inputMode = '' } = document.activeElement as HTMLInputElement
  return { name, type, inputMode }
}

t.test('a whole paper is typed by keys alone: the digits, and one more for each field', async (t) => {
  const site = await startSite(t)
  const page = await colleague(site, 'feldbuero', 'k.meier')
  await page.goto('/intern/erhebungen/umfrage-1/papierboegen/117019/erfassen')
  const first = page.locator('form[data-paper] :is(input:not([type=hidden]), select, textarea)').first()
  await t.resolves(first.and(page.locator(':focus')).waitFor(), 'one begins at once')
  const fields = await page.locator('form[data-paper] :is(input:not([type=hidden]), select, textarea)').count()
  let [keys, digits, typed] = [0, 0, 0]
  const press = async (key: string) => {
    await page.keyboard.press(key)
    keys += 1
  }
  for (let at = await page.evaluate(fieldWithFocus); at.type !== 'submit'; at = await page.evaluate(fieldWithFocus)) {
    typed += 1
    if (at.inputMode === 'numeric') {
      for (const digit of String(typed)) await press(digit)
      digits += String(typed).length
    }
    await press('Enter')
  }
  t.equal(typed, fields, 'none is left out, none comes twice')
  t.equal(keys, digits + fields)
  // At two keys in a second, all of it.
  t.ok(keys / 2 < 10 * 60, `${keys} keys`)
  await page.getByText(/aufbewahrt um/).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(/getan=erfasst/)
  const { typed: kept } = await site.db.selectFrom('contact.paper_entry').select('typed').executeTakeFirstOrThrow()
  t.equal(Object.values(kept).join('').length, digits)
  t.strictSame(site.complaints, [])
})
