import t from 'tap'
import { readCells } from '../../surveys/cell.ts'
import { findingsOf } from '../../surveys/finding.ts'
import { loadInstrument } from '../../surveys/load.ts'
import { contentOf } from '../../surveys/submission.ts'
import { completeAnswer } from '../support/answers.ts'
import { fillForm } from '../support/fill-form.ts'
import { startSite } from '../support/site.ts'
import { eislingen } from '../support/surroundings.ts'

const instrument = await loadInstrument('umfrage-1')
if (instrument === undefined) throw new Error('umfrage-1 is missing')
const typed = await completeAnswer(instrument)
const cells = readCells(instrument, typed)

t.test('the invented answer is complete and fits together', async (t) => {
  t.strictSame(
    findingsOf(instrument, typed, cells, eislingen).map(({ check }) => check),
    [],
  )
  t.ok(Object.keys(typed).length > 110)
})

for (const javaScriptEnabled of [false, true]) {
  t.test(
    `a complete answer ${javaScriptEnabled ? 'with' : 'without'} script, from the code to the receipt`,
    async (t) => {
      t.setTimeout(180_000)
      const site = await startSite(t)
      const page = await site.person('KM', { javaScriptEnabled })
      await page.getByRole('link', { name: instrument.sections[0]?.title ?? '' }).click()
      await fillForm(page, instrument, typed)
      t.match(page.url(), /\/pruefen$/)
      t.match(await page.locator('main').textContent(), /Keine Fehler/)
      await page.getByRole('button', { name: 'Angaben verbindlich absenden' }).click()
      await page.waitForURL(/\/quittung\/Q-/)
      t.match(await page.locator('main').textContent(), /Eislingen\/Fils/)

      const stored = await site.db.selectFrom('submission').select(['answers', 'comments', 'receipt']).execute()
      const expected = contentOf(instrument, cells, [])
      t.equal(stored.length, 1)
      t.strictSame(stored[0]?.answers, expected.answers)
      t.strictSame(stored[0]?.comments, expected.comments)
      t.match(page.url(), stored[0]?.receipt)

      const pdf = await page.pdf({ format: 'A4' })
      t.equal(pdf.subarray(0, 4).toString(), '%PDF', 'it can be printed')
      t.strictSame(site.complaints, [])
    },
  )
}
