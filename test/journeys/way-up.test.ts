import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import t from 'tap'
import type { Role } from '../../server/domain/rights.ts'
import { type ScopePart, setScope } from '../../server/store/scopes.ts'
import { testAppFor } from '../support/app.ts'
import { fillForm, handInForm } from '../support/fill-form.ts'
import { published } from '../support/published.ts'
import { enter, type Site, startSite } from '../support/site.ts'
import { signIn, staffAccount } from '../support/staff.ts'

const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
const main = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()

/** Somebody of the staff on a phone without script, logged in; with a list of what they work for. */
async function atWork(site: Site, role: Role, name: string, parts: ScopePart[]): Promise<Page> {
  const account = await staffAccount(site, role, name)
  await setScope(site.db, { account: account.id, parts })
  const { cookie } = await signIn(site, account)
  const context = await site.context(phone)
  await context.addCookies(
    cookie.split('; ').map((one) => {
      const at = one.indexOf('=')
      return { name: one.slice(0, at), value: one.slice(at + 1), url: site.base }
    }),
  )
  return context.newPage()
}

async function give(page: Page, figures: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(figures)) await page.getByLabel(label).fill(value)
  await page.getByRole('button', { name: 'Eigene Zahlen speichern' }).click()
  await page.getByText('Gespeichert.').waitFor()
}

async function sign(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByText('Freigegeben.', { exact: true }).waitFor()
}

async function handOver(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), follow(page, 'csv')])
  return readFile(await download.path(), 'utf8')
}

t.test(
  'figures go from persons over two recipients and a Kreis to the authority, with a late correction',
  async (t) => {
    const site = await startSite(t, (t) => testAppFor(t, 'kennzahlen'))
    const instrument = await published('kennzahlen')
    const given: Record<string, Record<string, string>> = {
      '117000-001': { monate: '12', erreicht: '100', beratungen: '300', plaene: '40' },
      '117019-001': { monate: '12', erreicht: '30', beratungen: '90', plaene: '5' },
    }
    const persons = await site.context(phone)
    for (const [number, typed] of Object.entries(given)) {
      const page = await persons.newPage()
      await page.context().clearCookies()
      await enter(page, await site.codeFor(number), '')
      await page.goto(`/erhebung/kennzahlen/${number}/abschnitt/person`)
      await fillForm(page, instrument, typed)
      await handInForm(page)
    }

    const kreis = await atWork(site, 'landkreis', 'l.kreis', [{ kind: 'kreis', key: '117' }])
    await kreis.goto('/intern/kreis')
    t.match(await main(kreis), /noch nicht freigegeben 2 von 5 Angaben eingegangen Es fehlen: .*117000-002/)
    await follow(kreis, 'Kennzahlen zum Integrationsmanagement 2024')
    t.match(await main(kreis), /Werden die Kennzahlen nicht erhoben oder nicht übermittelt/)
    await follow(kreis, 'Landkreis Göppingen')
    t.match(await main(kreis), /117000-002 fehlt/)
    await give(kreis, { Vollzeitäquivalente: '1,5', 'zur Zielgruppe': '900', 'Zuwendung haben': '96000' })
    await sign(kreis, 'Zahlen freigeben')

    const eislingen = await atWork(site, 'landkreis', 'l.eislingen', [{ kind: 'unit', key: '117019' }])
    await eislingen.goto('/intern/erhebungen/kennzahlen/zusammenfuehrung')
    t.notMatch(await main(eislingen), /Landkreis Göppingen/, 'of the others it sees nothing')
    await follow(eislingen, 'Eislingen/Fils')
    await give(eislingen, { Vollzeitäquivalente: '0,5', 'zur Zielgruppe': '200', 'Zuwendung haben': '32000' })
    await sign(eislingen, 'Zahlen freigeben')

    const top = '/intern/erhebungen/kennzahlen/zusammenfuehrung/kreis/117'
    await kreis.goto(top)
    await sign(kreis, 'Zahlen freigeben')
    t.match(await main(kreis), /Erreichte Personen mindestens 130 aus 2 von 3/)
    t.match(await handOver(kreis), /,erreicht,[^\r]*,130,2,3,[^\r]*,l\.kreis,1,/)

    const late = await persons.newPage()
    await late.context().clearCookies()
    await enter(late, await site.codeFor('117000-001'), '')
    await late.goto('/erhebung/kennzahlen/117000-001/abschnitt/personen')
    await late.locator('[name=erreicht]').fill('90')
    await late.getByRole('button', { name: 'Speichern und weiter' }).click()
    await late.goto('/erhebung/kennzahlen/117000-001/pruefen')
    await handInForm(late)

    await kreis.goto(top)
    t.match(await main(kreis), /Seit ihrer Freigabe geändert, eine neue steht aus Landkreis Göppingen/)
    t.match(await handOver(kreis), /,erreicht,[^\r]*,130,2,3,/, 'what was signed stays handed over')
    await follow(kreis, 'Landkreis Göppingen')
    t.match(await main(kreis), /Erreichte Personen 100 90/)
    await sign(kreis, 'Neu freigeben')
    await kreis.goto(top)
    t.match(await main(kreis), /geändert seit der Freigabe/)
    await sign(kreis, 'Neu freigeben')

    const authority = await atWork(site, 'feldbuero', 'b.behoerde', [])
    await authority.goto('/intern/erhebungen/kennzahlen/zusammenfuehrung')
    t.match(await main(authority), /Insgesamt freigegeben Erreichte Personen mindestens 120 aus 2 von 3/)
    t.notMatch(await main(authority), /nicht übermittelt/)
    await follow(authority, 'Landkreis Göppingen')
    t.match(await main(authority), /Freigabe 1: l\.kreis.*Freigabe 2: l\.kreis/)
    t.match(await handOver(authority), /,erreicht,[^\r]*,120,2,3,[^\r]*,l\.kreis,2,/)
    t.strictSame(site.complaints, [])
  },
)
