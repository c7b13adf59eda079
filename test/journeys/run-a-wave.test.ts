import type { Page } from 'playwright-core'
import t from 'tap'
import { dayFromToday } from '../../server/store/waves.ts'
import { testApp } from '../support/app.ts'
import { colleague } from '../support/colleague.ts'
import { kiel, operatorFile } from '../support/operators.ts'
import { startSite } from '../support/site.ts'

t.test('two of the office run a wave, without script', async (t) => {
  const site = await startSite(t, (t) => testApp(t, {}, { STICHTAG_OPERATOR: operatorFile(kiel) }))
  const german = async (days: number) => (await dayFromToday(site.db, days)).split('-').reverse().join('.')
  const options = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  const first = await colleague(site, 'feldbuero', 'f.eins', options)
  const second = await colleague(site, 'feldbuero', 'f.zwei', options)
  const main = (page: Page) => page.locator('main').innerText()

  await first
    .getByRole('navigation', { name: 'Bereiche' })
    .getByRole('link', { name: 'Erhebungen', exact: true })
    .click()
  await first.getByLabel('Kennung').fill('lauf-2')
  await first.getByLabel('Stichtag').fill(await german(-3))
  await first.getByLabel('Frist').fill(await german(-1))
  await first.getByRole('button', { name: 'Anlegen' }).click()
  t.match(await main(first), /Diese Frist ist schon vorbei/)
  t.equal(await first.getByLabel('Kennung').inputValue(), 'lauf-2', 'what was typed is still there')
  await first.getByLabel('Frist').fill(await german(20))
  await first.getByRole('button', { name: 'Anlegen' }).click()
  t.match(await main(first), /Die Erhebung ist angelegt/)

  await first.getByRole('button', { name: 'Ich habe die Papierfassung angesehen' }).click()
  t.match(await main(first), /angesehen am/)
  await first.getByRole('button', { name: 'Öffnen', exact: true }).click()
  t.match(await main(first), /Es sind noch Punkte offen/)
  await first.getByLabel('Grund').first().fill('Briefe folgen morgen')
  await first.getByRole('button', { name: 'Öffnen', exact: true }).click()
  t.match(await main(first), /sobald ein zweites Konto zustimmt/)

  await second.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Freigaben' }).click()
  t.match(await main(second), /Erhebung öffnen: lauf-2[\s\S]*Briefe folgen morgen/)
  await second.getByRole('button', { name: 'Zustimmen' }).click()
  t.match(await main(second), /Zurzeit wartet nichts/)

  await first.goto('/intern/erhebungen/lauf-2/ablauf')
  t.match(await main(first), /geöffnet: Briefe folgen morgen/)
  await first.getByRole('link', { name: 'Fristen', exact: true }).click()
  await first.getByLabel('Welche').fill('117019')
  await first.getByLabel('Frist bis').fill(await german(40))
  await first.getByLabel('Grund').fill('Umbau')
  await first.getByRole('button', { name: 'Frist ändern' }).click()
  t.match(await main(first), /Die Frist ist geändert[\s\S]*Für einzelne bis/)

  await first.getByRole('link', { name: 'Ablauf' }).click()
  await first.getByRole('button', { name: 'Schließen' }).click()
  t.match(await main(first), /Die Erhebung ist geschlossen/)
  await first.getByRole('button', { name: 'Wieder öffnen' }).click()
  t.match(await main(first), /war schon geschlossen/)
  await first.getByLabel('Grund').fill('Nachzügler')
  await first.getByRole('button', { name: 'Wieder öffnen' }).click()
  await second.goto('/intern/freigaben')
  await second.getByRole('button', { name: 'Zustimmen' }).click()
  await first.goto('/intern/erhebungen/lauf-2/ablauf')
  t.match(await main(first), /geöffnet: Nachzügler/)
  t.strictSame(site.complaints, [])
})
