import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import t from 'tap'
import { saveDraft } from '../../server/store/save-draft.ts'
import { completeAnswer } from '../support/answers.ts'
import { testAppFor } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { handInForm } from '../support/fill-form.ts'
import { published } from '../support/published.ts'
import { enter, startSite } from '../support/site.ts'

const survey = 'umfrage-1'
const instrument = await published(survey)
const { unit, typed } = await completeAnswer(instrument)
const form = `/erhebung/${survey}/${unit}`

/** All with a plan, and five more in the total: several signals, one cause. */
const planned = Number(typed.im_plan?.replace('.', '') ?? 0)
const careless = {
  ...typed,
  im_plan: String(planned + 5),
  im_gesamt: String(planned + 50),
  zp_gesamt: typed.zp_gesamt ?? '',
}
const why = 'Der Stand der Pläne ist älter.'

t.test('with script: one reason for one cause, kept whatever happens', async (t) => {
  const site = await startSite(t, (t) => testAppFor(t, survey))
  const size = { width: 360, height: 740 }
  const page = await (await site.context({ viewport: size, colorScheme: 'dark' })).newPage()
  await enter(page, await site.codeFor(unit), 'KM')
  await saveDraft(site.pool, {
    participantId: site.participants.get(unit) ?? 0,
    editorId: null,
    base: 1_000,
    contactFields: instrument.contactFields,
    typed: careless,
  })
  await page.goto(`${form}/pruefen`)
  const card = page.getByRole('group', { name: /^F12 passt nicht zu \d+ anderen Angaben$/ })
  const shared = card.getByRole('group', { name: /^Begründung für alle/ })
  const reason = shared.getByLabel('Warum stimmen die Zahlen so?')
  const stays = async (what: string) => t.equal(await reason.inputValue(), why, what)

  await shared.getByLabel('Grund').selectOption('quelle')
  await reason.fill(why)
  await card.getByRole('button', { name: 'F12 berichtigen' }).click()
  await page.waitForURL(/\/abschnitt\/integrationsmanagement\?von=pruefen/)
  await page.getByRole('button', { name: 'Zurück zum Prüfen' }).last().click()
  await page.waitForURL(/\/pruefen#befund-\w+$/)
  t.ok(await card.evaluate((one) => one.getBoundingClientRect().top < innerHeight), 'the card is in sight')
  await stays('after the way to the field and back')
  t.match(await card.innerText(), /begründet/i)
  t.match(await page.locator('main').innerText(), /0\s+offene Hinweise/)

  await reason.fill(`${why} Und mehr.`)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(site.db)
  await shared.getByLabel('Grund').focus()
  await page.getByRole('link', { name: /anmelden/i }).click()
  await enter(page, await site.codeFor(unit), 'KM')
  t.match(await page.locator('main').innerText(), /Und mehr\./)
  await page.getByRole('button', { name: 'Alle übernehmen' }).click()
  await page.waitForURL(/\/pruefen\?gespeichert=ja$/)
  t.equal(await reason.inputValue(), `${why} Und mehr.`, 'after the end of the session')
  t.match(await card.innerText(), /begründet/i)

  await isSavedAndFits(page)
  await handInForm(page)
  const [stored] = await site.db.selectFrom('submission').select('justifications').execute()
  t.ok((stored?.justifications.length ?? 0) > 1)
  t.strictSame([...new Set(stored?.justifications.map(({ text }) => text))], [`${why} Und mehr.`])
  t.strictSame(site.complaints, [])

  async function isSavedAndFits(page: Page) {
    t.strictSame(await barriersOn(page), [])
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
    const single = card.getByText('F14 einzeln begründen')
    await single.click()
    t.equal(
      await page.locator('[name="text.im_herkunft_summe"]').inputValue(),
      `${why} Und mehr.`,
      'it goes for the others',
    )
    await single.click()
  }
})

t.test(
  'the tree that a screen reader reads: each card is a group with its heading, each field has its name',
  async (t) => {
    const site = await startSite(t, (t) => testAppFor(t, survey))
    const page = await (await site.context()).newPage()
    await enter(page, await site.codeFor(unit), 'KM')
    const participantId = site.participants.get(unit) ?? 0
    await saveDraft(site.pool, {
      participantId,
      editorId: null,
      base: 1_000,
      contactFields: instrument.contactFields,
      typed: careless,
    })
    await page.goto(`${form}/pruefen`)
    const tree = await page.locator('main').ariaSnapshot()
    t.match(tree, /- heading "Hinweise" \[level=2\]\s+- group "F12 passt nicht zu \d+ anderen Angaben"/)
    t.match(
      tree,
      /- heading "F12 passt nicht zu \d+ anderen Angaben" \[level=3\][\s\S]{0,60}- button "F12 berichtigen"/,
    )
    t.match(
      tree,
      /- group "Begründung für alle \d+ Hinweise":[\s\S]*- combobox "Grund"[\s\S]*- textbox "Warum stimmen die Zahlen so\?"/,
    )
    t.match(tree, /- button "Berichtigen \(F13\)"/)
    t.strictSame(site.complaints, [])
  },
)
