import t from 'tap'
import { barriersOn } from '../support/barriers.ts'
import { saved, startFormSite } from '../support/form-site.ts'
import { until } from '../support/until.ts'

const site = await startFormSite()
t.teardown(() => site.end())

t.test('saves only what was changed, and says so when the server has it', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  answer(async (body) => {
    await held
    return saved(Number(body._rev) + 1)
  })
  await page.locator('#zp_status_ohne').fill('1234')
  await page.locator('#zp_unterbringung_nv').uncheck()
  await page.getByText('Wird gespeichert …').waitFor()
  t.equal(await page.getByText('Gespeichert um 14:05').count(), 0, 'not before the answer')
  release()
  await page.getByText('Gespeichert um 14:05 Uhr').waitFor()
  t.strictSame(posted, [
    { _csrf: 'marke-123', _rev: '7', _umfang: 'felder', zp_status_ohne: '1.234', zp_unterbringung_nv: '' },
  ])
  t.equal(await page.locator('input[name="_rev"]').inputValue(), '8')
})

t.test('one request at a time', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  let running = 0
  let most = 0
  answer(async (body) => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    running -= 1
    return saved(Number(body._rev) + 1)
  })
  await page.locator('#zp_status_ohne').fill('1')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Wird gespeichert …').waitFor()
  await page.locator('#zp_status_eu').fill('2')
  await page.locator('#zp_status_andere').focus()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="_rev"]')?.value === '9')
  t.equal(most, 1)
  t.strictSame(
    posted.map(({ _rev, zp_status_ohne, zp_status_eu }) => ({ _rev, zp_status_ohne, zp_status_eu })),
    [
      { _rev: '7', zp_status_ohne: '1', zp_status_eu: undefined },
      { _rev: '8', zp_status_ohne: undefined, zp_status_eu: '2' },
    ],
  )
})

t.test('a failure is said, tried again, and nothing typed is lost', async (t) => {
  const { page, context, posted, answer } = await site.open('counts')
  answer(() => ({ status: 500, body: {} }))
  await page.locator('#zp_status_ohne').fill('3')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Nicht gespeichert – wird erneut versucht').waitFor()
  answer(() => saved(8))
  await page.getByText('Gespeichert um 14:05 Uhr').waitFor()
  t.equal(posted.at(-1)?.zp_status_ohne, '3')

  await context.setOffline(true)
  await page.locator('#zp_status_eu').fill('4')
  await page.locator('#zp_status_andere').focus()
  await page.getByText('Nicht gespeichert – wird erneut versucht').waitFor()
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  t.equal(await page.locator('#zp_status_eu').inputValue(), '4', 'no page is sent into the void')
  await context.setOffline(false)
  await page.getByText('Gespeichert um 14:05 Uhr').waitFor()
  t.equal(posted.at(-1)?.zp_status_eu, '4')
})

t.test('leaving with something unsaved warns, leaving otherwise does not', async (t) => {
  const { page, answer } = await site.open('counts')
  const warnings: string[] = []
  page.on('dialog', (dialog) => {
    warnings.push(dialog.type())
    void dialog.accept()
  })
  answer(() => ({ status: 500, body: {} }))
  await page.locator('#zp_status_ohne').fill('3')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Nicht gespeichert').waitFor()
  await page.reload()
  t.strictSame(warnings, ['beforeunload'])
  answer(() => saved(8))
  await page.locator('#zp_status_ohne').fill('3')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Gespeichert um 14:05').waitFor()
  await page.reload()
  t.strictSame(warnings, ['beforeunload'])
})

t.test('what was just typed is sent when the page goes away', async (t) => {
  const { page, posted } = await site.open('counts')
  await page.locator('#zp_status_ohne').fill('5')
  await page.goto('about:blank')
  await until(() => posted.length > 0)
  t.equal(posted.at(-1)?.zp_status_ohne, '5')
})

t.test('a whole page can be sent at any time, after what is under way', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  answer(async (body) => {
    await new Promise((resolve) => setTimeout(resolve, 800))
    return saved(Number(body._rev) + 1)
  })
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Wird gespeichert …').waitFor()
  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  await page.getByRole('heading', { name: 'Gespeichert' }).waitFor()
  t.equal(posted.length, 2)
  t.match(posted[1], { _umfang: 'abschnitt', _aktion: 'weiter', _rev: '8', zp_status_ohne: '6' })
})

t.test('what others saved appears where this person has typed nothing', async (t) => {
  const { page, answer } = await site.open('counts')
  answer(() => saved(9, { changes: { zp_status_andere: '77', zp_herkunft_kom: 'neu' } }))
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Gespeichert um 14:05').waitFor()
  t.equal(await page.locator('#zp_status_andere').inputValue(), '77')
  t.equal(await page.locator('#zp_herkunft_kom').inputValue(), 'neu')
})

t.test('two values for one field: both are shown and the person decides', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  const conflict = { name: 'zp_status_ohne', mine: '6', theirs: '1500', by: 'AB', at: '14:01 Uhr' }
  answer(() => saved(9, { conflicts: [conflict] }))
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  await page.getByRole('button', { name: 'Gespeichert: 1.500' }).waitFor()
  t.equal(await page.locator('#zp_status_ohne').inputValue(), '6', 'nothing is replaced')
  t.strictSame(await barriersOn(page), [])

  await page.getByRole('button', { name: 'Speichern und weiter' }).click()
  t.equal(await page.locator('.clash').count(), 1, 'the page is not sent over an open choice')
  answer(() => saved(10))
  await page.getByRole('button', { name: 'Ihre Eingabe: 6' }).click()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="_rev"]')?.value === '10')
  t.match(posted.at(-1), { _rev: '9', zp_status_ohne: '6' })
  t.equal(await page.locator('.clash').count(), 0)
})

t.test('a field that was typed into while the answer was under way is not replaced either', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  answer(async () => {
    await new Promise((resolve) => setTimeout(resolve, 600))
    return saved(9, { changes: { zp_status_eu: '80' } })
  })
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Wird gespeichert …').waitFor()
  await page.locator('#zp_status_eu').pressSequentially('12')
  await page.getByRole('button', { name: 'Gespeichert: 80' }).waitFor()
  answer(() => saved(10))
  await page.getByRole('button', { name: 'Gespeichert: 80' }).click()
  t.equal(await page.locator('#zp_status_eu').inputValue(), '80')
  await page.waitForTimeout(1200)
  t.strictSame(posted.length, 1, 'what is stored already need not be sent')
})

t.test('the server finds what does not fit', async (t) => {
  const { page, answer } = await site.open('counts')
  const message = 'Die Angaben ergeben 1.206, die Gesamtzahl ist 1.234: es fehlen 28.'
  answer(() =>
    saved(9, {
      problems: [{ name: 'zp_status_kom', message: 'Bitte kürzen Sie die Bemerkung.' }],
      findings: { zp_status: [signal('zp_status_summe', message)], zp_geschlecht: [] },
    }),
  )
  await page.locator('#frage-zp_status').getByText('Kommentar zu F5').first().click()
  await page.locator('#zp_status_kom').fill('x'.repeat(50))
  await page.getByText('Gespeichert um 14:05').waitFor()
  t.match(await page.locator('#zp_status_kom-fehler').textContent(), 'Bitte kürzen')
  t.match(await page.locator('[data-findings="zp_status"]').textContent(), message)
  t.equal(await page.locator('[data-findings="zp_geschlecht"]').textContent(), '', 'what was settled goes away')
})

/** A signal as the server tells it. */
const signal = (check: string, message: string, changes: object = {}) => ({
  check,
  severity: 'signal',
  message,
  reason: {
    state: 'none',
    sentence: 'Bitte berichtigen oder begründen.',
    code: '',
    text: '',
    options: [
      { code: 'quelle', label: 'Zahlen aus verschiedenen Quellen' },
      { code: 'sonstiges', label: 'Anderer Grund' },
    ],
    ask: 'Warum stimmen die Zahlen so?',
    ...changes,
  },
})

t.test('a reason is given where the signal is shown, and stays while the sentence changes', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  answer(() => saved(9, { findings: { zp_status: [signal('zp_status_summe', 'Es fehlen 28.')] } }))
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  const box = page.locator('[data-finding="zp_status_summe"]')
  await box.getByText('Begründen', { exact: true }).click()
  await box.getByLabel('Grund').selectOption('quelle')
  await box.getByLabel('Warum stimmen die Zahlen so?').fill('Zwei Quellen')
  answer(() =>
    saved(10, {
      findings: {
        zp_status: [signal('zp_status_eu_hoechstens_europa', 'Zu viel.'), signal('zp_status_summe', 'Es fehlen 27.')],
      },
    }),
  )
  await box.getByText('Es fehlen 27.').waitFor()
  t.equal(await box.getByLabel('Warum stimmen die Zahlen so?').inputValue(), 'Zwei Quellen')
  t.strictSame(await page.locator('[data-findings="zp_status"] [data-message]').allTextContents(), [
    'Zu viel.',
    'Es fehlen 27.',
  ])
  const holds = { state: 'holds', sentence: 'Begründet: Zwei Quellen', code: 'quelle', text: 'Zwei Quellen' }
  answer(() => saved(11, { findings: { zp_status: [signal('zp_status_summe', 'Es fehlen 27.', holds)] } }))
  await box.getByLabel('Warum stimmen die Zahlen so?').fill('Zwei Quellen, geprüft')
  await box.getByLabel('Grund').focus()
  await box.getByText('Begründung ändern').waitFor()
  t.match(await box.getAttribute('class'), /kern-alert--success/)
  const sent = posted.map((body) => [body['grund.zp_status_summe'], body['text.zp_status_summe']])
  t.ok(sent.some(([reason]) => reason === 'quelle'))
  t.equal(sent.at(-1)?.[1], 'Zwei Quellen, geprüft')
  t.strictSame(await barriersOn(page, 'all'), [])
})

t.test('what the server does not take is said, and not sent again before it changes', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  const message = 'Es wurde noch nichts gespeichert, weil ein Text zu lang ist.'
  answer(({ zp_status_kom }) =>
    zp_status_kom === undefined || zp_status_kom === 'kurz'
      ? saved(9)
      : { status: 422, body: { message, problems: [{ name: 'zp_status_kom', message: 'Bitte kürzen Sie ihn.' }] } },
  )
  await page.locator('#frage-zp_status').getByText('Kommentar zu F5').first().click()
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_kom').fill('lang')
  await page.getByText(message).waitFor()
  t.equal(await page.locator('#zp_status_kom-fehler').textContent(), 'Bitte kürzen Sie ihn.')
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[name="_rev"]')?.value === '9')
  const rest = { _csrf: 'marke-123', _rev: '7', _umfang: 'felder', zp_status_ohne: '6' }
  t.strictSame(posted.at(-1), rest, 'the rest is sent alone')
  t.match(await page.locator('#stand').textContent(), message)
  await page.locator('#zp_status_kom').fill('kurz')
  await page.getByText('Gespeichert um 14:05').waitFor()
  t.equal(await page.locator('#zp_status_kom-fehler').count(), 0)
})

t.test('after a new login in another tab saving goes on with the new token', async (t) => {
  const { page, posted, answer } = await site.open('counts')
  answer(({ _csrf }) => (_csrf === 'neu' ? saved(8) : { status: 403, body: { csrf: 'neu' } }))
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  await page.getByText('Gespeichert um 14:05').waitFor()
  t.strictSame(
    posted.map(({ _csrf }) => _csrf),
    ['marke-123', 'neu'],
  )
})

t.test('after the end of the session the way back is offered', async (t) => {
  const { page, answer } = await site.open('counts')
  answer(() => ({
    status: 401,
    body: { login: '/zugang?weiter=%2Ferhebung%2Fumfrage-1%2F117019%2Fzielpersonen', parked: true },
  }))
  await page.locator('#zp_status_ohne').fill('6')
  await page.locator('#zp_status_eu').focus()
  const link = page.getByRole('link', { name: 'Neu anmelden und hier weitermachen' })
  await link.waitFor()
  t.equal(
    await link.getAttribute('href'),
    '/zugang?weiter=%2Ferhebung%2Fumfrage-1%2F117019%2Fzielpersonen%23zp_status_eu',
  )
  t.strictSame(await barriersOn(page), [])
})

t.test('the end of a session is told in the time of the office, wherever the browser thinks it is', async (t) => {
  const { page } = await site.open('counts')
  const place = await page.context().newCDPSession(page)
  await place.send('Emulation.setTimezoneOverride', { timezoneId: 'Pacific/Auckland' })
  const address = page.url()
  await page.clock.install({ time: '2027-01-15T12:00:00Z' })
  await page.goto(address)
  await page.clock.fastForward('40:30')
  t.match(await page.getByRole('alert').textContent(), 'Ihre Sitzung endet um 13:45 Uhr')
})

t.test('five minutes before its end a session can be prolonged', async (t) => {
  const { page } = await site.open('counts')
  const address = page.url()
  await page.clock.install()
  await page.goto(address)
  await page.clock.fastForward('39:00')
  t.equal(await page.locator('.session').count(), 0)
  await page.clock.fastForward('01:30')
  await page.getByRole('alert').getByText('Ihre Sitzung endet um').waitFor()
  await page.locator('#zp_status_eu').focus()
  await page.getByRole('button', { name: 'Sitzung verlängern' }).click()
  await page.locator('.session').waitFor({ state: 'detached' })
  await page.clock.fastForward('39:00')
  t.equal(await page.locator('.session').count(), 0)
  await page.clock.fastForward('06:30')
  await page.getByRole('link', { name: 'Neu anmelden und hier weitermachen' }).waitFor()
})
