import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import t from 'tap'
import { testApp } from '../support/app.ts'
import { barriersOn } from '../support/barriers.ts'
import { colleague } from '../support/colleague.ts'
import { enter, startSite, typeInto } from '../support/site.ts'

const form = '/erhebung/umfrage-1/117019'

t.test('a Rückfrage goes back and forth, before and after the Frist', async (t) => {
  const site = await startSite(t, (t) => testApp(t))
  const wide = { viewport: { width: 1280, height: 900 } }
  const narrow = { viewport: { width: 360, height: 740 } }
  const main = (page: Page) => page.locator('main').innerText()
  const look = async (page: Page) => t.strictSame(await barriersOn(page), [], `${page.url()} has no barriers`)
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  const kommune = await site.person('KM', narrow)
  await kommune.goto(`${form}/abschnitt/zielgruppe`)
  await typeInto(kommune, '#zp_gesamt', '1200')
  await kommune.goto(`${form}/abschnitt/zielpersonen`)
  await typeInto(kommune, '#zp_geschlecht_frauen', '500')
  await typeInto(kommune, '#zp_geschlecht_maenner', '700')
  await kommune
    .getByText(/^Gespeichert/)
    .first()
    .waitFor()
  await kommune.goto(`${form}/pruefen`)
  await kommune.locator('#leer-bestaetigen').check()
  await press(kommune, 'Angaben verbindlich absenden')
  await kommune.waitForURL(/quittung/)

  const office = await colleague(site, 'feldbuero', 'f.eins', wide)
  await office.goto('/intern/erhebungen/umfrage-1/teilnehmende/117019/fragebogen/abschnitt/zielpersonen')
  await office.getByRole('link', { name: /^Zu F9 zurückfragen/ }).click()
  await office.getByLabel('Worum geht es?').selectOption('feld:zp_geschlecht_frauen')
  await office.locator('#fragen').getByLabel('Was Sie wissen möchten').fill('Sind es wirklich 500 Frauen?')
  await press(office, 'Rückfrage stellen')
  t.match(await main(office), /Die Rückfrage ist gestellt/)
  await look(office)

  await kommune.goto(form)
  await look(kommune)
  await kommune.getByRole('link', { name: /F9, .*Frauen/ }).click()
  t.match(await main(kommune), /Sind es wirklich 500 Frauen\?/)
  await kommune.getByLabel(/Ihre Antwort/).fill('Wir sehen noch einmal nach.')
  await press(kommune, 'Antwort absenden')
  t.match(await main(kommune), /Danke, Ihre Antwort ist eingegangen/)
  await look(kommune)

  await sql`update wave set frist = '2019-02-08'`.execute(site.db)
  await office.reload()
  t.match(await main(office), /beantwortet[\s\S]*Wir sehen noch einmal nach\./)
  await office.getByText('Noch etwas fragen').click()
  await office.locator('#text-1').fill('Was ist dabei herausgekommen?')
  await press(office, 'Nachfragen')

  await kommune.goto(`${form}/abschnitt/zielpersonen`)
  t.match(
    await main(kommune),
    /Frist ist abgelaufen[\s\S]*wonach wir zurückfragen[\s\S]*Was ist dabei herausgekommen\?/,
  )
  await look(kommune)
  t.equal(await kommune.locator('#zp_geschlecht_maenner').getAttribute('readonly'), '')
  t.equal(await kommune.locator('#zp_kinder18').count(), 0)
  await typeInto(kommune, '#zp_geschlecht_frauen', '480')
  await kommune
    .getByText(/^Gespeichert/)
    .first()
    .waitFor()
  t.match(await kommune.locator('[data-question=zp_geschlecht] .sum').innerText(), /1\.180/)
  await press(kommune, 'Speichern und zum Absenden')
  await kommune.waitForURL(/pruefen/)
  await look(kommune)
  await press(kommune, 'Angaben verbindlich absenden')
  await kommune.waitForURL(/quittung/)
  t.match(await main(kommune), /Änderungen gegenüber der vorigen Fassung[\s\S]*500[\s\S]*480/)

  await office.reload()
  t.match(await main(office), /Erneut abgesendet/)
  await office.getByRole('button', { name: /^Abschließen: / }).click()
  t.match(await main(office), /Die Rückfrage ist abgeschlossen/)
  await office.getByRole('link', { name: 'Rückfragen', exact: true }).first().click()
  t.match(await main(office), /1 Rückfrage[\s\S]*Eislingen[\s\S]*abgeschlossen/)
  await look(office)

  await sql`update wave set state = 'closed', closed_at = now()`.execute(site.db)
  await kommune.getByRole('button', { name: 'Abmelden' }).click()
  await enter(kommune, await site.codeFor('117019'), 'KM')
  t.match(await main(kommune), /Rückfragen[\s\S]*abgeschlossen/, 'the code still opens it')
  await kommune.goto(`${form}/abschnitt/zielpersonen`)
  t.equal(await kommune.locator('input[name^=zp_]').count(), 0, 'and nothing can be changed')
  t.strictSame(site.complaints, [])
})
