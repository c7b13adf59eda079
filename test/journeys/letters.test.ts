import { readFile } from 'node:fs/promises'
import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { colleague } from '../support/colleague.ts'
import { addAddresses, readLetters } from '../support/letters.ts'
import { startSite } from '../support/site.ts'

t.test('letters, and a lost code, with script', async (t) => {
  const site = await startSite(t)
  await addAddresses(site.db, [
    ['117026', 'Stadt Göppingen', '73033', 'Göppingen'],
    ['117042', 'Gemeinde Salach', '73084', 'Salach'],
  ])
  const viewport = { width: 1280, height: 900 }
  const page = await colleague(site, 'feldbuero', 'f.eins', { viewport })
  const clear = async (name: string) => {
    if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${name}.png`, fullPage: true })
    t.strictSame(await barriersOn(page), [], name)
    const wide = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
    t.notOk(wide, `${name} does not scroll sideways`)
  }
  await page.goto('/intern/erhebungen/umfrage-1')
  await page.getByRole('link', { name: 'Einladungen', exact: true }).click()
  await clear('letters')
  await page.getByRole('button', { name: 'Weiter' }).click()
  await page.getByRole('heading', { name: 'Ausgabe 1' }).waitFor()
  await clear('issue')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Schreiben als PDF herunterladen' }).click(),
  ])
  t.equal(file.suggestedFilename(), 'einladung-umfrage-1-ausgabe-1-1.pdf')
  const [letter] = await readLetters(await readFile(await file.path()))
  await page.getByRole('button', { name: 'Die Datei ist da: Codes gelten lassen' }).click()
  await page.getByText('Die Codes dieser Ausgabe gelten').waitFor()
  await clear('settled')

  const phone = await (await site.context({ viewport: { width: 360, height: 740 } })).newPage()
  const asked: string[] = []
  phone.on('request', (request) => asked.push(request.url()))
  const [, code = ''] = letter?.qr?.split('#') ?? []
  t.match(code, /^\w{4}-\w{4}-\w{4}-\w{4}$/)
  await phone.goto(`/zugang#${code}`)
  t.equal(await phone.getByLabel('Zugangscode').inputValue(), code)
  t.notMatch(phone.url(), code, 'the address does not keep it')

  await phone.getByRole('button', { name: 'Fragebogen öffnen' }).click()
  await phone.waitForURL(/\/erhebung\/umfrage-1\/117026/)
  t.notOk(
    asked.some((url) => new URL(url).pathname.includes(code) || new URL(url).search.includes(code)),
    'no address that was asked for tells it',
  )

  await page.getByRole('link', { name: 'Zurück zu den Einladungen' }).click()
  await page.getByRole('link', { name: 'Jemand hat den Zugangscode verloren' }).click()
  await page.getByLabel('Name, GKZ oder Nummer').fill('goepp')
  await page.getByRole('button', { name: 'Suchen' }).click()
  await clear('found')
  await page.getByRole('link', { name: 'Göppingen' }).click()
  await page.getByText('ist jemand damit angemeldet').waitFor()
  await clear('before')
  await page.getByRole('button', { name: 'Neuen Code ausgeben' }).click()
  await page.getByText('Der neue Zugangscode gilt').waitFor()
  await clear('told')
  t.equal(await page.locator('.told-code code').count(), 4)
  await phone.reload()
  t.match(phone.url(), /\/zugang/, 'whoever was in is asked for the new code')
  t.strictSame(site.complaints, [])
})
