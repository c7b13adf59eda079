import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import t from 'tap'
import { keepDoingJobs } from '../../server/boot/do-jobs.ts'
import { thankSoon } from '../../server/boot/thank-soon.ts'
import { participantFormHref } from '../../server/http/pages/intern/addresses.ts'
import { importShippedRegistry } from '../../server/registry/import-registry.ts'
import { listJobs } from '../../server/store/jobs.ts'
import { dayFromToday } from '../../server/store/waves.ts'
import { completeAnswer } from '../support/answers.ts'
import { testApp } from '../support/app.ts'
import { aCode, arrived } from '../support/arrived.ts'
import { barriersOn } from '../support/barriers.ts'
import { colleague } from '../support/colleague.ts'
import { fillForm, justifyAll } from '../support/fill-form.ts'
import { readLetters } from '../support/letters.ts'
import { mailServer } from '../support/mail-server.ts'
import { kiel, operatorFile } from '../support/operators.ts'
import { published } from '../support/published.ts'
import { startSite, typeInto } from '../support/site.ts'
import { until } from '../support/until.ts'

const id = 'rahmen-1'
const wave = `/intern/erhebungen/${id}`
const addresses = [
  'GKZ;Empfänger;Ansprechperson;Straße;PLZ;Ort;E-Mail;Telefon',
  '117019;Stadt Eislingen/Fils;Özlem Weiß;Schloßplatz 1;73054;Eislingen;umfrage@eislingen.example;07161 804-0',
  '117026;Stadt Göppingen;Jörg Müßig;Hauptstraße 1;73033;Göppingen;umfrage@goeppingen.example;07161 650-0',
  '117042;Gemeinde Salach;;Rathausplatz 1;73084;Salach;umfrage@salach.example;07162 4008-0',
].join('\r\n')
const [eislingen, goeppingen, salach] = ['Eislingen/Fils', 'Göppingen', 'Salach'] as const

const main = (page: Page) => page.locator('main').innerText()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

t.test('a whole wave: three roles, three Kommunen, letters and mails, from the register to the end', async (t) => {
  const smtp = await mailServer(t)
  const env = {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'umfrage@institut.example',
    STICHTAG_OPERATOR: operatorFile(kiel),
  }
  const site = await startSite(t, async (t) => {
    const test = await testApp(t, {}, env)
    await importShippedRegistry(test.db)
    keepDoingJobs(test.app, test, { pause: 100 })
    thankSoon(test.app, test)
    return test
  })
  site.config.publicUrl = site.base
  const instrument = await published('umfrage-2')
  const { typed } = await completeAnswer(instrument)
  const [first, skipped] = instrument.sections
  const count = skipped?.questions.find(({ kind }) => kind === 'count')
  const german = async (days: number) => (await dayFromToday(site.db, days)).split('-').reverse().join('.')
  const [office, second, research] = [
    await colleague(site, 'feldbuero', 'f.eins'),
    await colleague(site, 'administration', 'a.zwei'),
    await colleague(site, 'forschung', 'w.drei'),
  ]

  /** What follows needs what came before: a station that breaks off ends the test. */
  async function station<Found>(name: string, walk: () => Promise<Found>): Promise<Found> {
    const found = await walk()
    t.pass(name)
    return found
  }
  async function goTo(name: string): Promise<void> {
    await office.goto(wave)
    await office.getByRole('navigation', { name: 'Diese Erhebung' }).getByRole('link', { name, exact: true }).click()
  }
  async function hasNoBarriers(page: Page, what: string): Promise<void> {
    t.strictSame(await barriersOn(page), [], `${what} has no barriers`)
    t.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280, `${what} does not scroll sideways`)
  }
  const allDone = () => until(async () => (await listJobs(site.db)).every(({ endedAt }) => endedAt !== null))
  /** A mail, once it has arrived and the server has noted so. */
  async function mailTo(to: string, subject: RegExp) {
    const mail = await arrived(smtp, to, subject)
    await allDone()
    return mail
  }
  /** The form of whoever has such a code, in a browser of its own. */
  async function enters(link: string, code = ''): Promise<Page> {
    const page = await (await site.context()).newPage()
    await page.goto(link)
    if (code !== '') await page.getByLabel('Zugangscode').fill(code)
    await press(page, 'Fragebogen öffnen')
    return page
  }
  /** Where all stand: in the list, in numbers, and in whom to call, whoever weighs most first. */
  async function stands(list: Record<string, string>, numbers: RegExp, calls: readonly string[]): Promise<void> {
    await goTo('Rücklauf')
    const rows = office.getByRole('table', { name: 'Teilnehmende' }).locator('tbody tr')
    const shown = await rows.evaluateAll((rows) =>
      rows.map((row): [string, string] => [
        row.querySelector('a')?.textContent ?? '',
        row.querySelectorAll('td')[1]?.textContent?.trim() ?? '',
      ]),
    )
    t.strictSame(Object.fromEntries(shown), list)
    await goTo('Stand')
    t.match((await main(office)).replace(/\s+/g, ' '), numbers)
    await goTo('Anrufe')
    t.strictSame(await office.locator('.calls h3 a').allTextContents(), calls)
  }

  await station('addresses come from a file', async () => {
    const file = join(t.testdir({}), 'anschriften.csv')
    await writeFile(file, Buffer.from(addresses, 'latin1'))
    await office.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Verzeichnis' }).click()
    await office.getByRole('link', { name: 'Erneuern und Anschriften einlesen' }).click()
    await office.getByLabel('Liste mit Anschriften').setInputFiles(file)
    await press(office, 'Liste ansehen')
    t.match(await main(office), /3 neu, 0 geändert, 0 unverändert[\s\S]*Özlem Weiß[\s\S]*Jörg Müßig/)
    await hasNoBarriers(office, 'the preview of addresses')
    await press(office, 'Einlesen')
    t.match(await main(office), /Das ist eingelesen/)
  })

  await station('the wave is made for three of all Kommunen', async () => {
    await office
      .getByRole('navigation', { name: 'Bereiche' })
      .getByRole('link', { name: 'Erhebungen', exact: true })
      .click()
    await office.getByLabel('Fragebogen').selectOption(`umfrage-2 ${instrument.version}`)
    await office.getByLabel('Kennung').fill(id)
    await office.getByLabel('Stichtag').fill(await german(-3))
    await office.getByLabel('Frist').fill(await german(20))
    await office.getByLabel('Wer teilnimmt').selectOption('liste')
    await office.getByLabel('Liste, wenn es bestimmte sein sollen').fill('117019\n117026\n117042')
    await press(office, 'Anlegen')
    t.match(await main(office), /Die Erhebung ist angelegt/)
    await hasNoBarriers(office, 'a new wave')
    const all = 'nicht angeschrieben'
    const none = { [eislingen]: all, [goeppingen]: all, [salach]: all }
    await stands(none, /0 von 3 abgesendet \(0,0 %\) 3 noch nicht 0 davon begonnen/, [goeppingen, eislingen, salach])
  })

  await station('the list of checks, and two who open', async () => {
    await office.getByRole('link', { name: 'Post', exact: true }).first().click()
    await office.getByLabel('Ihre E-Mail-Adresse').fill('ich@institut.example')
    await press(office, 'Test-E-Mail senden')
    await mailTo('ich@institut.example', /Umlaute äöü ÄÖÜ ß/)
    await goTo('Ablauf')
    await press(office, 'Ich habe die Texte angesehen')
    await press(office, 'Ich habe die Papierfassung angesehen')
    t.match(await main(office), /1 Punkt ist offen[\s\S]*Anschriften\s+3 von 3 [\s\S]*0 von 3 /)
    await press(office, 'Öffnen')
    t.match(await main(office), /Es sind noch Punkte offen/)
    await office.getByLabel('Grund').first().fill('Die Codes folgen heute')
    await press(office, 'Öffnen')
    t.match(await main(office), /sobald ein zweites Konto zustimmt/)
    await second.getByRole('navigation', { name: 'Bereiche' }).getByRole('link', { name: 'Freigaben' }).click()
    t.match(await main(second), /Erhebung öffnen: rahmen-1[\s\S]*Die Codes folgen heute/)
    await press(second, 'Zustimmen')
    await goTo('Ablauf')
    t.match(await main(office), /geöffnet: Die Codes folgen heute/)
  })

  const letter = await station('a letter for one, whose QR code opens the form', async () => {
    await goTo('Einladungen')
    await office.getByLabel('Nur diese').fill('117042')
    await press(office, 'Weiter')
    const saved = office.waitForEvent('download')
    await press(office, 'Schreiben als PDF herunterladen')
    const pages = await readLetters(await readFile(await (await saved).path()))
    t.match(pages[0]?.text, /Gemeinde Salach/)
    const link = pages[0]?.qr ?? ''
    t.match(link, new RegExp(`^${site.base}/zugang#${aCode.source}`))
    await press(office, 'Die Datei ist da: Codes gelten lassen')
    await office.getByText('Die Codes dieser Ausgabe gelten').waitFor()
    await hasNoBarriers(office, 'letters')
    return link
  })

  await station('mails for those who have no code yet, and for no other', async () => {
    await goTo('Post')
    await office.locator('#vorlage').selectOption('einladung')
    await press(office, 'Empfänger ansehen')
    t.equal(await office.locator('[name=an]').count(), 2)
    await hasNoBarriers(office, 'whom a mail goes to')
    await press(office, 'Jetzt senden')
    const mail = await mailTo('umfrage@goeppingen.example', /Ihr Zugang/)
    for (const text of [mail.text, mail.html]) t.match(text, /Guten Tag Jörg Müßig,[\s\S]*wir bitten Stadt Göppingen/)
    t.match(mail.from, /umfrage@institut\.example/)
    await mailTo('umfrage@eislingen.example', /Ihr Zugang/)
    const all = 'angeschrieben'
    await stands({ [eislingen]: all, [goeppingen]: all, [salach]: all }, /0 von 3/, [goeppingen, eislingen, salach])
  })

  const receipt = await station('one answers and submits', async () => {
    const mail = await mailTo('umfrage@eislingen.example', /Ihr Zugang/)
    const page = await enters(mail.link, mail.code)
    await page.getByRole('link', { name: first?.title ?? '', exact: true }).click()
    await fillForm(page, instrument, typed)
    await justifyAll(page)
    await press(page, 'Angaben verbindlich absenden')
    await page.waitForURL(/\/quittung\/Q-/)
    return new URL(page.url()).pathname.split('/').at(-1) ?? ''
  })

  const begun = await station(
    'one begins and stops: a reminder by state says what is open, and holds no code',
    async () => {
      const invitation = await mailTo('umfrage@goeppingen.example', /Ihr Zugang/)
      const page = await enters(invitation.link, invitation.code)
      const home = page.url()
      for (const section of instrument.sections.filter((one) => one !== skipped)) {
        await page.goto(`${home}/abschnitt/${section.id}`)
        await fillForm(page, { sections: [section] }, { ...typed, gkz: '117026' })
      }
      await page.goto(home)
      const opened = await enters(letter)
      t.match(opened.url(), /\/erhebung\/rahmen-1\/117042/)
      const states = { [eislingen]: 'abgesendet', [goeppingen]: 'begonnen', [salach]: 'geöffnet' }
      await stands(states, /1 von 3 abgesendet \(33,3 %\) 2 noch nicht 1 davon begonnen/, [goeppingen, salach])
      await goTo('Post')
      await office.locator('#vorlage').selectOption('erinnerung-fast-fertig')
      await press(office, 'Empfänger ansehen')
      t.equal(await office.locator('[name=an]').count(), 1)
      await press(office, 'Jetzt senden')
      const reminder = await mailTo('umfrage@goeppingen.example', /Es fehlt nur noch wenig/)
      t.match(reminder.text, `Offen ist noch:\n\n- ${skipped?.title}\n\n`)
      t.equal(reminder.code, '')
      t.notMatch(reminder.html, aCode)
      t.notMatch(reminder.html, new RegExp(invitation.code))
      return page
    },
  )

  await station('one has lost its code: the new one comes by mail, the old one is refused', async () => {
    const lost = await enters(letter)
    await goTo('Einladungen')
    await office.getByRole('link', { name: 'Jemand hat den Zugangscode verloren' }).click()
    await office.getByLabel('Name, GKZ oder Nummer').fill('sala')
    await press(office, 'Suchen')
    await office.getByRole('link', { name: salach }).click()
    await hasNoBarriers(office, 'a new code')
    await press(office, 'Neuen Code per E-Mail senden')
    t.match(await main(office), /Die E-Mail mit dem neuen Code geht hinaus/)
    const mail = await mailTo('umfrage@salach.example', /Ihr neuer Zugangscode/)
    await lost.reload()
    t.match(lost.url(), /\/zugang/, 'the session of the old one has ended')
    const refused = await enters(letter)
    t.match(await refused.locator('#fehler').textContent(), /keine Anmeldung möglich/)
    const page = await enters(mail.link, mail.code)
    t.match(page.url(), /\/erhebung\/rahmen-1\/117042/)
  })

  await station('more time for one alone', async () => {
    await goTo('Rücklauf')
    await office.getByRole('link', { name: salach }).click()
    await office.getByLabel('Frist bis').fill(await german(40))
    await office.getByLabel('Grund', { exact: true }).last().fill('Umbau')
    await press(office, 'Frist verlängern')
    t.match(await main(office), /Die Frist ist verlängert\. Eine E-Mail darüber geht jetzt hinaus/)
    await hasNoBarriers(office, 'a participant')
    const mail = await mailTo('umfrage@salach.example', /Ihre Frist ist verlängert/)
    t.match(mail.text, `bis zum ${await german(40)}`)
    t.equal(mail.code, '')
    const { code } = await mailTo('umfrage@salach.example', /Ihr neuer Zugangscode/)
    const page = await enters(`${site.base}/zugang`, code)
    t.match(await main(page), `Ihre Frist ist verlängert: bis ${await german(40)} statt bis ${await german(20)}.`)
    await begun.reload()
    t.notMatch(await main(begun), /verlängert/)
  })

  await station('the office looks into a form, and the form says so', async () => {
    await goTo('Rücklauf')
    await office.getByRole('link', { name: goeppingen }).click()
    await office.getByRole('link', { name: 'Formular ansehen' }).click()
    t.match(await main(office), /wie ihn Göppingen sieht/)
    await office.getByRole('link', { name: instrument.sections[2]?.title ?? '', exact: true }).click()
    t.equal(await office.locator('main :is(input, textarea, select, button)').count(), 0, 'it can only be read')
    await hasNoBarriers(office, 'a form as the office sees it')
    await begun.reload()
    t.match(await begun.locator('main').innerText(), /hat die erhebende Stelle Ihren Fragebogen angesehen/)
  })

  await station('thanks come by themselves, with the receipt', async () => {
    const mail = await mailTo('umfrage@eislingen.example', /Vielen Dank für Ihre Antwort/)
    t.match(mail.text, `Eingangsnummer: ${receipt}`)
    t.match(mail.text, /Guten Tag Özlem Weiß,/)
    t.equal(mail.code, '')
  })

  await station('the other roles see what is theirs', async () => {
    for (const page of [second, research]) {
      await page.goto(wave)
      t.notMatch(await main(page), /Sie sehen jede Zahl/)
      t.match(await main(page), /verdeckt/)
      for (const step of ['einladungen', 'ruecklauf', 'stand', 'anrufe', 'fristen', 'teilnehmende/117042']) {
        const answer = await page.goto(`${wave}/${step}`)
        t.equal(answer?.status(), 403, step)
        t.notMatch(await main(page), /Salach|salach/)
      }
      t.equal((await page.goto('/intern/post'))?.status(), 403)
    }
    t.equal((await second.goto(participantFormHref(id, '117026')))?.status(), 403)
    await hasNoBarriers(second, 'a page of another role')
  })

  await station('the end: what comes later is kept, and nobody gets a further mail', async () => {
    await goTo('Post')
    await office.locator('#vorlage').selectOption('erinnerung')
    await office.getByLabel('Tag').fill(await german(5))
    await press(office, 'Empfänger ansehen')
    t.equal(await office.locator('[name=an]').count(), 2)
    await press(office, 'Sendung planen')
    await begun.goto(`${begun.url()}/abschnitt/${skipped?.id}`)
    await goTo('Ablauf')
    await press(office, 'Schließen')
    t.match(
      await main(office),
      /Die Erhebung ist geschlossen[\s\S]*2 Zugangscodes für[\s\S]*1 Zugangscode für rahmen-1/,
    )
    await hasNoBarriers(office, 'a closed wave')

    await typeInto(begun, `[name="${count?.variables[0]?.name}"]`, '4711')
    await begun
      .getByText(/Die Erhebung ist geschlossen.*aufbewahrt/)
      .first()
      .waitFor()
    await research.goto(wave)
    await research.getByRole('link', { name: 'Eingaben, die zu spät kamen' }).click()
    t.match(await main(research), /Göppingen[\s\S]*4\.711/)
    await hasNoBarriers(research, 'what came too late')

    await sql`update job set due_at = now() where state = 'waiting'`.execute(site.db)
    await allDone()
    await goTo('Post')
    await office.locator('#vorlage').selectOption('erinnerung')
    await press(office, 'Empfänger ansehen')
    t.match(await main(office), /ist geschlossen/)
    const states = { [eislingen]: 'abgesendet', [goeppingen]: 'begonnen', [salach]: 'geöffnet' }
    await stands(states, /1 von 3 abgesendet \(33,3 %\) 2 noch nicht 1 davon begonnen/, [goeppingen, salach])
    t.strictSame(smtp.received.map(({ to, mail }) => `${to} ${mail.subject?.split(': ')[1]}`).toSorted(), [
      'ich@institut.example Umlaute äöü ÄÖÜ ß',
      'umfrage@eislingen.example Ihr Zugang',
      'umfrage@eislingen.example Vielen Dank für Ihre Antwort',
      'umfrage@goeppingen.example Es fehlt nur noch wenig',
      'umfrage@goeppingen.example Ihr Zugang',
      'umfrage@salach.example Ihr neuer Zugangscode',
      'umfrage@salach.example Ihre Frist ist verlängert',
    ])
    t.equal(smtp.seen.length, smtp.received.length)
    t.strictSame(site.complaints, [])
  })
})
