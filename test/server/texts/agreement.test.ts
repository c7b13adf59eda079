import t from 'tap'
import { finalCategories } from '../../../analysis/texts/settling/final-categories.ts'
import { codedByNewest } from '../../../server/texts/coded-texts.ts'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { write } from '../../support/written-texts.ts'

const href = '/intern/erhebungen/umfrage-1/texte'

t.test('two code, are compared, and settle what they differ on', async (t) => {
  const test = await testApp(t)
  for (const unit of ['117019', '117026', '117042']) await write(test, unit, { zp_gesamt_kom: `Text aus ${unit}.` })
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'forschung', 'f.zwei'))
  await first.get(`${href}/kategorien`)
  const { location } = await first.post(`${href}/kategorien`, { titel: 'Themen', kategorien: 'Geld\nZeit' })
  const codebook = location.replace(/\?.*/, '')
  await first.post(codebook, { aktion: 'fragen', frage: 'zp_gesamt_kom' })
  const list = await first.get(`${href}/liste?frage=zp_gesamt_kom`)
  const ids = [...list.text.matchAll(/id="text-(\d+)"/g)].map(([, id]) => id ?? '')
  const code = async (who: typeof first, text: string, kategorie: string) => {
    await who.get('/intern/konto')
    const { status } = await who.post(`${href}/kodieren`, { text, fassung: '1', kategorie })
    t.equal(status, 303)
  }
  for (const [place, id] of ids.entries()) await code(first, id, place === 0 ? 'geld' : 'zeit')
  await code(second, ids[0] ?? '', 'zeit')
  const place = `${codebook}/uebereinstimmung`
  const seen = await second.get(place)
  t.match(seen.words, /1 Texte haben zwei oder mehr Zuordnungen, von f\.eins, f\.zwei/)
  t.match(seen.words, /Geld ?: zugeordnet von f\.eins, nicht von f\.zwei/)
  await code(second, ids[1] ?? '', 'zeit')
  t.match((await second.get(place)).words, /insgesamt 50 %/, 'of two texts they agree on one, by hand')
  const decision = { text: ids[0] ?? '', kategorie: 'geld', entscheidung: 'dazu' }
  const wordless = await second.post(place, decision)
  t.equal(wordless.status, 400)
  t.match(wordless.words, /Bitte schreiben Sie, warum/)
  t.equal((await second.post(place, { ...decision, warum: 'Miete ist Geld.' })).status, 303)
  t.match(
    (await second.get(place)).words,
    /Entschieden Geld ?, „Text aus \d+\.“ ?: Gehört dazu: Miete ist Geld\. \(f\.zwei/,
  )
  t.equal(
    (await second.post(place, { ...decision, text: ids[2] ?? '', warum: 'x' })).status,
    404,
    'nobody differs there',
  )

  const wanted = { erhebung: 'umfrage-1', datei: 'kodierungen', format: 'csv' }
  const file = await second.post('/intern/exporte', wanted)
  t.match(file.text, /umfrage-1,117019,F4,zp_gesamt_kom,geld,,A,/)
  t.match(String(file.headers['content-disposition']), /umfrage-1-kodierungen/)
  await first.get(`${href}/kategorien`)
  await first.post(`${href}/kategorien`, { titel: 'Anderes', kategorien: 'Sonst' })
  const other = (await first.get(`${href}/kategorien`)).text.match(/kategorien\/(\d+)"[^>]*>Anderes/)?.[1] ?? ''
  await first.post(`${href}/kategorien/${other}`, { aktion: 'fragen', frage: 'zp_status_kom' })
  t.match(
    (await second.post('/intern/exporte', wanted)).words,
    /Nummer der Kategorien“ an, .*\(Themen\), \d+ \(Anderes\)/,
  )
  t.equal((await second.post('/intern/exporte', { ...wanted, kategorien: other })).status, 200)
})

t.test('what all gave holds, what they differ on is open until it is settled', async (t) => {
  const codings = [new Set(['geld', 'zeit']), new Set(['zeit', 'amt'])]
  t.strictSame(finalCategories(codings), { given: new Set(['zeit']), open: new Set(['geld', 'amt']) })
  const settled = new Map([
    ['geld', true],
    ['amt', false],
    ['zeit', false],
  ])
  t.strictSame(finalCategories(codings, settled), { given: new Set(['geld', 'zeit']), open: new Set() })
  t.strictSame(finalCategories([]), { given: new Set(), open: new Set() })
})

t.test('codings follow what became of their categories', async (t) => {
  const at = new Date()
  const version = { categories: [], by: null, at }
  const into = ['miete', 'lohn'].map((key) => ({
    key,
    name: key,
    parent: null,
    definition: '',
    example: '',
    counterExample: '',
  }))
  const versions = [
    { ...version, id: 7, number: 1, changes: [] },
    { ...version, id: 8, number: 2, changes: [{ kind: 'merge' as const, keys: ['zeit'], into: 'amt' }] },
    { ...version, id: 9, number: 3, changes: [{ kind: 'split' as const, key: 'geld', into }] },
  ]
  const coding = { field: 'x', coder: 'a', coderId: 1, version: 7, at }
  const { texts, undecided } = codedByNewest(
    [
      { ...coding, text: 1, marks: [{ category: 'zeit' }] },
      { ...coding, text: 2, marks: [{ category: 'geld' }, { category: 'amt' }] },
      { ...coding, text: 3, version: 1, marks: [{ category: 'zeit' }] },
    ],
    versions,
  )
  t.strictSame(
    texts.map(({ text, codings }) => [text, [...(codings.get('a') ?? [])]]),
    [
      ['1', ['amt']],
      ['2', ['amt']],
    ],
    'of another codebook nothing counts',
  )
  t.strictSame(undecided, new Set([2]))
})
