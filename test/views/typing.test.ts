import t from 'tap'
import { pastedSentence, readColumn } from '../../views/client/paste.ts'
import { startFormSite } from '../support/form-site.ts'

const site = await startFormSite()
t.teardown(() => site.end())

// What is read as a number, and what sums say, stands in test/cases.

t.test('what is no number is said at the field', async (t) => {
  const { page } = await site.open('counts')
  const field = page.locator('#zp_status_ohne')
  await field.fill('1e3')
  await field.blur()
  t.equal(await field.getAttribute('aria-invalid'), 'true')
  t.equal(await field.getAttribute('aria-describedby'), 'zp_status_ohne-fehler')
  t.match(await page.locator('#zp_status_ohne-fehler').textContent(), /„1e3“ ist keine Zahl/)

  await field.fill('12')
  await field.blur()
  t.equal(await page.locator('#zp_status_ohne-fehler').count(), 0)
  t.equal(await field.getAttribute('aria-invalid'), null)
})

t.test('a sum that runs along is spoken after a pause', async () => {
  const { page } = await site.open('counts')
  await page.locator('#zp_status_ohne').pressSequentially('34')
  await page.getByText('Summe F5: 1.234 von 1.234, stimmt.').waitFor({ state: 'attached' })
})

t.test('Enter goes to the next number and from the last one to the button', async (t) => {
  const { page, posted } = await site.open('counts')
  const focused = () => page.evaluate(() => document.activeElement?.id)
  await page.locator('#zp_status_unbekannt').focus()
  await page.keyboard.press('Enter')
  t.equal(await focused(), 'zp_unterbringung_gemeinschaft', 'past flags, sums and comments')
  await page.keyboard.press('Shift+Enter')
  t.equal(await focused(), 'zp_status_unbekannt')
  await page.locator('#zp_kinder18').focus()
  await page.keyboard.press('Enter')
  t.equal(await page.evaluate(() => document.activeElement?.textContent), 'Speichern und weiter')
  t.strictSame(posted, [], 'nothing was sent')
  await page.locator('#zp_status_kontingent').focus()
  await page.keyboard.type('7')
  t.equal(await page.locator('#zp_status_kontingent').inputValue(), '7', 'typing replaces what stood there')
})

t.test('a pasted column fills the fields below, and can be taken back', async (t) => {
  const { page } = await site.open('counts')
  const paste = (text: string) =>
    page.locator('#zp_herkunft_eritrea').evaluate((field, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)
  const values = () =>
    Promise.all(
      ['eritrea', 'somalia', 'nigeria', 'gambia'].map((code) => page.locator(`#zp_herkunft_${code}`).inputValue()),
    )
  await paste('12\r\n1234\r\nviele\r\n0\r\n')
  t.strictSame(await values(), ['12', '1.234', 'viele', '0'])
  await page.getByText('4 Werte eingefügt, 1 nicht lesbar').waitFor()
  await page.getByRole('button', { name: 'Rückgängig machen' }).click()
  t.strictSame(await values(), ['', '', '', ''])
  t.equal(await page.locator('.note').count(), 0)
})

t.test('what is pasted is read by column', async (t) => {
  t.strictSame(readColumn('1\n2\n3\n'), ['1', '2', '3'])
  t.strictSame(readColumn('1\t2\t3'), ['1', '2', '3'])
  t.strictSame(readColumn('Syrien\t12\r\nIrak\t1.234\r\n'), ['12', '1.234'])
  t.strictSame(readColumn('12'), ['12'])
  t.strictSame(readColumn('1\n\n3'), ['1', '', '3'])
  t.equal(pastedSentence(['1', '', '3'], 3), '2 Werte eingefügt')
  t.equal(pastedSentence(['1', 'x', '3'], 2), '2 Werte eingefügt, 1 nicht lesbar, 1 ohne Feld')
})

t.test('blanks become 0 only when asked, and can be taken back', async (t) => {
  const { page, posted } = await site.open('counts')
  await page.locator('#frage-zp_status [data-zeros]').click()
  await page.getByText('5 Felder mit 0 gefüllt').waitFor()
  t.equal(await page.locator('#zp_status_andere').inputValue(), '0')
  t.equal(await page.locator('#zp_status_duldung').inputValue(), '170')
  await page.getByRole('button', { name: 'Rückgängig machen' }).click()
  t.equal(await page.locator('#zp_status_andere').inputValue(), '')
  t.strictSame(posted, [])
})

t.test('nothing is cleared in silence', async (t) => {
  const { page } = await site.open('counts')
  const flag = page.locator('#zp_status_nv')
  const number = page.locator('#zp_status_duldung')

  await flag.check()
  await page.getByText('Hier stehen schon Zahlen').waitFor()
  t.equal(await number.inputValue(), '170', 'both stay until the choice')
  await page.getByRole('button', { name: 'Zahlen behalten' }).click()
  t.equal(await flag.isChecked(), false)

  await flag.check()
  await page.getByRole('button', { name: 'Zahlen entfernen' }).click()
  t.equal(await number.inputValue(), '')
  t.equal(await flag.isChecked(), true)

  await number.pressSequentially('5')
  t.equal(await flag.isChecked(), false)
  await page.getByText('ist nicht mehr angekreuzt, weil Sie eine Zahl eingeben').waitFor()
})
