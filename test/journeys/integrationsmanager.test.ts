import t from 'tap'
import { testAppForPersons } from '../support/app.ts'
import { handInForm } from '../support/fill-form.ts'
import { enter, startSite, typeInto } from '../support/site.ts'

t.test('a person answers by number, with script', async (t) => {
  const site = await startSite(t, testAppForPersons)
  const page = await (await site.context()).newPage()
  await enter(page, await site.codeFor('117000-002'), '')
  t.match(page.url(), /\/erhebung\/umfrage-1\/117000-002$/)
  t.match(
    await page.locator('.context').textContent(),
    /Integrationsmanager\/-in\s+117000-002 Antragsverbund Landkreis Göppingen/,
  )
  t.notOk(await page.getByRole('link', { name: 'Weitere Kommune hinzufügen' }).isVisible())

  await page.getByRole('link', { name: 'Zur Person' }).click()
  const number = page.locator('[name=im_nr]')
  t.equal(await number.inputValue(), '117000-002', 'filled in beforehand')
  const save = async (field: string, value: string) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'POST')
    await typeInto(page, `[name=${field}]`, value)
    await answer
    await page.getByText(/Gespeichert um/).waitFor()
  }
  await save('im_nr', '117000-2')
  await save('klienten', '42')
  await page.goto(`${new URL(page.url()).pathname.split('/abschnitt')[0]}/pruefen`)
  t.match(await page.locator('main').textContent(), /Meinen Sie 117000-002 \(Landkreis Göppingen\)\?/)
  await page.getByRole('button', { name: /Berichtigen/ }).click()
  await page.getByRole('button', { name: '117000-002 übernehmen' }).click()
  await page.goto('/erhebung/umfrage-1/117000-002/pruefen')
  await handInForm(page)
  t.match(await page.locator('main').textContent(), /117000-002 \(Antragsverbund Landkreis Göppingen\)/)
  const stored = await site.db
    .selectFrom('submission')
    .innerJoin('participant', 'participant.id', 'submission.participant_id')
    .select(['unit', 'answers'])
    .execute()
  t.strictSame(stored, [{ unit: '117000-002', answers: { im_nr: '117000-002', klienten: 42 } }])
  t.strictSame(site.complaints, [])
})
