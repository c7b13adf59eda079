import type { Page } from 'playwright-core'
import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { saved, startFormSite } from '../support/form-site.ts'
import { until } from '../support/until.ts'

const site = await startFormSite()
t.teardown(() => site.end())

const answersOf = (body: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !['_csrf', '_rev', '_umfang'].includes(name)))
const settled = (page: Page) => page.getByText('Gespeichert um 14:05 Uhr').waitFor()
const revision = (page: Page, rev: string) =>
  page.waitForFunction((rev) => document.querySelector<HTMLInputElement>('input[name="_rev"]')?.value === rev, rev)

t.test('blanks beside shares become 0 only when asked', async (t) => {
  const { page } = await site.open('kinds')
  await page.locator('#zeit_a').fill('60')
  await page.locator('#frage-zeit [data-zeros]').click()
  t.equal(await page.locator('#zeit_c').inputValue(), '0')
  t.equal(await page.locator('#frage-personen [data-zeros]').count(), 0, 'one number needs no such button')
})

t.test('what is wrong with a share stands behind its sign', async (t) => {
  const { page } = await site.open('kinds')
  await page.locator('#anteil').fill('120')
  await page.locator('#anteil').blur()
  t.equal(await page.locator('#anteil + .row__unit + #anteil-fehler').count(), 1)
})

t.test('one of a list is chosen with the keyboard and taken back', async (t) => {
  const { page, posted } = await site.open('kinds')
  const group = page.getByRole('radiogroup', { name: 'In welcher Form wird beraten?' })
  t.equal(await group.getByRole('radio', { name: 'keine Angabe' }).isChecked(), true)
  await group.getByRole('radio', { name: 'keine Angabe' }).focus()
  await page.keyboard.press('ArrowDown')
  t.equal(await group.getByRole('radio', { name: 'Selbst' }).isChecked(), true, 'round to the first')
  await settled(page)
  await group.getByText('keine Angabe').click()
  await revision(page, '9')
  t.strictSame(posted.map(answersOf), [{ form: 'eigen' }, { form: '' }])
})

t.test('what else is named comes with its option, and never goes while something stands there', async (t) => {
  const { page } = await site.open('kinds')
  const named = page.locator('#form_anders_text')
  t.equal(await named.isVisible(), false)
  await page.getByLabel('Anders').check()
  await page.keyboard.press('Tab')
  await page.keyboard.type('Per Brief')
  t.equal(await named.inputValue(), 'Per Brief')
  await page.getByLabel('Selbst').check()
  t.equal(await named.isVisible(), true)
  await named.fill('')
  t.equal(await named.isVisible(), false)
})

t.test('what is too much in a list with a limit is marked and spoken, and nothing is locked', async (t) => {
  const { page } = await site.open('kinds')
  const output = page.locator('#frage-wege .chosen')
  for (const label of ['Aushang', 'Amtsblatt', 'Andere Beratungsstellen']) await page.getByLabel(label).check()
  t.match(await output.getAttribute('class'), 'chosen--many')
  await page.locator('[role="status"]', { hasText: '3 angekreuzt' }).waitFor({ state: 'attached' })
  await page.getByLabel('Aushang').uncheck()
  t.equal(await output.getAttribute('class'), 'chosen')
})

t.test('a matrix is a table, and arrows stay in their row', async (t) => {
  const { page, posted } = await site.open('kinds')
  const table = page.locator('.matrix')
  t.match(await table.ariaSnapshot(), 'columnheader "Eher gut"')
  t.match(await table.ariaSnapshot(), 'rowheader "Jobcenter (15.12.2018: Gut)"')
  const radio = (name: string) => page.getByRole('radio', { name, exact: true })
  await radio('Jobcenter: keine Angabe').focus()
  await page.keyboard.press('ArrowLeft')
  t.equal(await radio('Jobcenter: Praktisch kein Kontakt').isChecked(), true)
  await page.keyboard.press('Tab')
  t.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Schulen und Kindertageseinrichtungen: keine Angabe',
    'Tab goes to the next row',
  )
  await settled(page)
  t.strictSame(posted.map(answersOf), [{ guete_jobcenter: 'kein' }])
})

t.test('on a phone the rows of a matrix are questions below each other', async (t) => {
  const { page } = await site.open('kinds')
  await page.setViewportSize({ width: 360, height: 800 })
  t.equal(await page.getByRole('columnheader', { name: 'Eher gut' }).isVisible(), false)
  await page.locator('.matrix tbody tr').first().getByText('Eher gut').click()
  t.equal(await page.getByRole('radio', { name: 'Jobcenter: Eher gut' }).isChecked(), true)
})

t.test('what others chose appears, and two choices are a question', async (t) => {
  const { page, posted, answer } = await site.open('kinds')
  const conflict = { name: 'guete_jobcenter', mine: 'gut', theirs: 'schlecht', by: 'AB', at: '14:01 Uhr' }
  answer(() => saved(9, { changes: { form: 'verbund' }, conflicts: [conflict] }))
  await page.getByRole('radio', { name: 'Jobcenter: Gut', exact: true }).check()
  const clash = page.getByRole('group', { name: 'Zwei Eingaben: Jobcenter' })
  await clash.getByRole('button', { name: 'Gespeichert: Schlecht' }).waitFor()
  t.equal(await page.getByLabel('Gemeinsam mit anderen Kommunen').isChecked(), true)
  t.strictSame(await barriersOn(page), [])
  answer(() => saved(10))
  await clash.getByRole('button', { name: 'Gespeichert: Schlecht' }).click()
  t.equal(await page.getByRole('radio', { name: 'Jobcenter: Schlecht', exact: true }).isChecked(), true)
  await page.waitForTimeout(1000)
  t.equal(posted.length, 1, 'what is stored already need not be sent')
})

t.test('a number of the last wave is taken over when asked, and the server learns of each', async (t) => {
  const { page, posted } = await site.open('kinds')
  t.equal(await page.locator('#alter_mittel').inputValue(), '', 'never by itself')
  await page.getByRole('button', { name: 'übernehmen: von 18 bis 64 Jahren, 15.12.2018: 700' }).click()
  t.equal(await page.locator('#alter_mittel').inputValue(), '700')
  t.equal(await page.evaluate(() => document.activeElement?.id), 'alter_mittel')
  await page.getByRole('button', { name: 'übernehmen: Personen in Beratung, 15.12.2018: 1.120' }).click()
  await revision(page, '9')
  t.strictSame(posted.map(answersOf), [
    { alter_mittel: '700', _aktion: 'uebernehmen:alter_mittel:700' },
    { personen: '1.120', _aktion: 'uebernehmen:personen:1.120' },
  ])
  await page.waitForTimeout(1000)
  t.equal(posted.length, 2)
})

t.test(
  'what was chosen in the last wave is taken over with one press, as a whole, and can be taken back',
  async (t) => {
    const { page, posted } = await site.open('kinds')
    await page.locator('#wege_c').check()
    await settled(page)
    const ways = page.locator('#frage-wege')
    t.match(await ways.textContent(), /15\.12\.2018: Aushang, Amtsblatt/)
    await ways.getByRole('button', { name: 'übernehmen (F9)' }).click()
    const ticked = () => Promise.all(['a', 'b', 'c'].map((code) => page.locator(`#wege_${code}`).isChecked()))
    t.strictSame(await ticked(), [true, true, false])
    await revision(page, '9')
    t.strictSame(answersOf(posted.at(-1)), { wege_a: '1', wege_b: '1', wege_c: '', _aktion: 'zuletzt:wege' })
    await page.getByRole('button', { name: 'Rückgängig machen' }).click()
    t.strictSame(await ticked(), [false, false, true])

    await page.locator('#frage-form').getByRole('button', { name: 'übernehmen (F7)' }).click()
    t.equal(await page.getByRole('radio', { name: 'Anders' }).isChecked(), true)
    t.equal(await page.locator('#form_anders_text').inputValue(), 'im Verbund')
    t.strictSame(await barriersOn(page), [])
  },
)

t.test('of several answers those are taken over that are blank', async (t) => {
  const { page, posted } = await site.open('kinds')
  await page.getByRole('radio', { name: 'Jobcenter: Schlecht', exact: true }).check()
  await settled(page)
  await page.getByRole('button', { name: 'Alle leeren Felder übernehmen (15.12.2018) (F10)' }).click()
  await page.getByText('3 Felder übernommen').waitFor()
  t.equal(await page.getByRole('radio', { name: 'Jobcenter: Schlecht', exact: true }).isChecked(), true)
  await revision(page, '9')
  t.strictSame(answersOf(posted.at(-1)), {
    guete_schule: 'eher_gut',
    guete_weitere: 'schlecht',
    guete_weitere_text: 'Wohnungsgesellschaft',
    _aktion: 'zuletzt:guete',
  })
  await page.getByRole('button', { name: 'Alle leeren Felder übernehmen (15.12.2018) (F15)' }).click()
  t.equal(await page.getByRole('radio', { name: 'Verwaltung' }).isChecked(), true)
  t.equal(await page.getByLabel('In welchem Monat?').inputValue(), 'Dezember 2016')
})

t.test('a number that was changed after it was taken over is the person’s own', async (t) => {
  const { page, posted } = await site.open('kinds')
  await page.locator('#frage-personen [data-last]').click()
  await page.locator('#personen').fill('1200')
  await page.locator('#stellen').focus()
  await settled(page)
  t.strictSame(posted.map(answersOf), [{ personen: '1.200' }])
})

t.test('Kommunen are found by name while typing and chosen with the keyboard', async (t) => {
  const { page, posted } = await site.open('kindsFilled')
  const search = page.getByRole('combobox', { name: 'Kommune hinzufügen' })
  const text = page.locator('#orte')
  t.equal(await text.isVisible(), false)
  await search.pressSequentially('neu')
  await page.getByRole('option', { name: 'Neuhausen 415091, Landkreis Reutlingen' }).waitFor()
  t.equal(await search.getAttribute('aria-expanded'), 'true')
  t.strictSame(await barriersOn(page), [])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const active = await search.getAttribute('aria-activedescendant')
  t.match(await page.locator(`#${active}`).textContent(), '326012')
  await page.keyboard.press('Enter')
  t.equal(await text.inputValue(), '117019 Eislingen/Fils\n111000 Stuttgart\n326012 Neuhausen')
  t.equal(await search.inputValue(), '')
  t.equal(await page.getByRole('option').count(), 0)
  await page.getByRole('button', { name: '111000 Stuttgart entfernen' }).click()
  t.equal(await text.inputValue(), '117019 Eislingen/Fils\n326012 Neuhausen')
  t.equal(await search.evaluate((field) => field === document.activeElement), true)
  await settled(page)
  t.strictSame(posted.map(answersOf).at(-1), { orte: '117019 Eislingen/Fils\n326012 Neuhausen' })
})

t.test('Kommunen are found by key and chosen with the mouse; what is searched for is no answer', async (t) => {
  const { page, posted } = await site.open('kindsFilled')
  const search = page.getByRole('combobox')
  await search.fill('415')
  await page.getByRole('option', { name: 'Neuhausen' }).click()
  t.match(await page.locator('#orte').inputValue(), '\n415091 Neuhausen')
  await search.fill('Musterstadt')
  await page.getByText('Dazu gibt es keinen Vorschlag.').first().waitFor()
  await search.press('Enter')
  t.equal(posted.filter(({ _umfang }) => _umfang === 'abschnitt').length, 0, 'Enter does not send the page')
  await search.press('Escape')
  t.equal(await page.locator('.combobox__none').isVisible(), false)
  await page.waitForTimeout(1000)
  t.strictSame(posted.map(answersOf), [{ orte: '117019 Eislingen/Fils\n111000 Stuttgart\n415091 Neuhausen' }])
})

t.test('a list that was typed comes back spelled out, but not under the cursor', async (t) => {
  const { page, posted, answer } = await site.open('kinds')
  const kept = '117019 Eislingen/Fils\nMusterstadt'
  const message = 'Zeile 2: „Musterstadt“ ist keine Kommune'
  answer(({ _rev }) => saved(Number(_rev) + 1, { kept: { orte: kept }, problems: [{ name: 'orte', message }] }))
  await page.getByText('Liste als Text bearbeiten').click()
  const text = page.getByRole('textbox', { name: 'Liste als Text' })
  await text.fill('eislingen\nMusterstadt')
  await settled(page)
  t.equal(await text.inputValue(), 'eislingen\nMusterstadt')
  await page.locator('#personen').focus()
  await page.getByText('117019 Eislingen/Fils').waitFor()
  t.equal(await text.inputValue(), kept)
  await page.getByText('Liste als Text bearbeiten').click()
  t.equal(await page.getByText(message).isVisible(), true, 'the error is not folded away')
  t.match(await page.locator('.entries').textContent(), 'Musterstadt (noch ohne Kennziffer)')
  await page.waitForTimeout(1000)
  t.equal(posted.length, 1, 'what the server keeps need not be sent')
})

t.test('contact data may be filled in by the browser, and is not judged by it', async (t) => {
  const { page, posted } = await site.open('kinds')
  t.equal(await page.getByLabel('E-Mail').getAttribute('autocomplete'), 'email')
  t.equal(await page.getByLabel('Telefon', { exact: true }).getAttribute('type'), 'tel')
  await page.getByLabel('E-Mail').fill('keine')
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.getByRole('heading', { name: 'Gespeichert' }).waitFor()
  t.equal(posted.at(-1)?.kontakt_mail, 'keine')
})

t.test('a day and a month are read back as soon as their field is left', async (t) => {
  const { page, posted } = await site.open('kinds')
  const day = page.getByLabel('An welchem Tag wurde die Beratung beschlossen?')
  t.equal(await day.getAttribute('autocomplete'), 'off')
  t.match(await page.locator('#beschluss-form').textContent(), 'zum Beispiel 15.12.2018')
  await day.fill('15.12.18')
  await day.blur()
  t.match(await page.locator('#beschluss-fehler').textContent(), '15.12.2018 oder 15.12.1918')
  t.equal(await day.getAttribute('aria-describedby'), 'hilfe-beschluss beschluss-form beschluss-fehler')
  t.strictSame(await barriersOn(page), [])
  await day.fill('15122018')
  await day.blur()
  t.equal(await page.locator('#beschluss-fehler').count(), 0)
  t.equal(await day.inputValue(), '15.12.2018')
  const month = page.getByLabel('In welchem Monat?')
  await month.fill('4/2017')
  await month.blur()
  t.equal(await month.inputValue(), 'April 2017')
  await until(() => posted.map(answersOf).at(-1)?.beginn_monat === 'April 2017')
  t.match(posted.map(answersOf).at(-1), { beginn_monat: 'April 2017' })
})
