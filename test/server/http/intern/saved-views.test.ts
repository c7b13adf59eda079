import t from 'tap'
import { logKinds } from '../../../../server/audit/log-kinds.ts'
import { keptAddress } from '../../../../server/http/pages/intern/saved-views.ts'
import { listLogEntries } from '../../../../server/store/log-entries.ts'
import { listViews } from '../../../../server/store/saved-views.ts'
import { forgetAccountName } from '../../../../server/store/staff-accounts.ts'
import { testApp } from '../../../support/app.ts'
import { addWave, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const address = '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt'

t.test('a comparison is kept under its address, in one way of writing it', async (t) => {
  t.equal(keptAddress(address), address)
  t.equal(keptAddress('/intern/vergleich?variable=zp_gesamt&bis=umfrage-4&von=umfrage-1&suche=zp'), address)
  const none = ['/intern/vergleich', '/intern/vergleich?von=a&bis=b', '/intern/ausfall?von=a&bis=b', `//x${address}`]
  for (const other of [...none, `${address}&kreis=Frau Weiß`]) t.equal(keptAddress(other), undefined, other)
  t.throws(() => keptAddress(`${address}&sonst=1`), /nicht bekannt/)
})

t.test('colleagues find a named comparison; who named it renames and deletes it', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 30)
  for (const wave of ['umfrage-1', 'umfrage-4']) await addWave(test, wave, units, (_, place) => ({ zp_gesamt: place }))
  const [anna, ben] = [await staffAccount(test, 'forschung'), await staffAccount(test, 'evaluation')]
  const [first, second] = [await signIn(test, anna), await signIn(test, ben)]
  const typed = { adresse: address, titel: 'Für den Bericht', notiz: 'Tabelle 4' }

  t.match((await first.get(address)).words, /Diesen Vergleich merken/)
  t.equal((await first.post('/intern/vergleich/gemerkt', typed)).location, address)
  t.match((await second.get(address)).words, /Gemerkt: Für den Bericht Tabelle 4 Von forschung/)
  await second.post('/intern/vergleich/gemerkt', { ...typed, titel: 'Anders' })
  const [view] = await listViews(test.db)
  t.match(view, { title: 'Für den Bericht', by: 'forschung' }, 'the address is one and the same: the first name stays')
  t.equal((await listViews(test.db)).length, 1)

  const found = await second.get('/intern/vergleich')
  t.match(found.words, /Gemerkte Vergleiche Für den Bericht Tabelle 4/)
  t.match(found.text, `href="${address.replaceAll('&', '&amp;')}"`)
  const act = `/intern/vergleich/gemerkt/${view?.id}`
  t.notMatch(found.text, act)
  t.match((await first.get('/intern/vergleich')).text, act)

  const { adresse: _, ...words } = typed
  for (const body of [{ ...words, aktion: 'aendern' }, { aktion: 'loeschen' }])
    t.equal((await second.post(act, body)).status, 404, 'not of somebody else')
  t.equal((await first.post(act, { ...words, titel: 'Anhang', aktion: 'aendern' })).status, 303)
  t.match(await listViews(test.db), [{ title: 'Anhang', address }])
  for (const bad of [
    { ...typed, titel: 'x'.repeat(501) },
    { ...typed, adresse: '/intern/vergleich?von=a' },
  ])
    t.equal((await first.post('/intern/vergleich/gemerkt', bad)).status, 400)

  t.equal((await first.post('/intern/vergleich/gemerkt', { ...typed, adresse: `${address}&nach=kreis` })).status, 303)
  const [, next] = await listViews(test.db)
  t.equal((await first.post(`/intern/vergleich/gemerkt/${next?.id}`, { aktion: 'loeschen' })).status, 303)
  const noted = await listLogEntries(test.db, { actions: logKinds.vergleiche.actions, limit: 10 })
  t.strictSame(
    noted.map(({ action, who, detail }) => [action, who, detail]).reverse(),
    [
      ['view_saved', view],
      ['view_renamed', view],
      ['view_saved', next],
      ['view_deleted', next],
    ].map(([action, one]) => [action, 'forschung', { view: (one as typeof view)?.id }]),
    'by number, once each, and nothing of what was refused',
  )
  const admin = await signIn(test, await staffAccount(test, 'datenschutz'))
  t.match(
    (await admin.get('/intern/protokoll?art=vergleiche')).words,
    `Gemerkter Vergleich geändert: Nummer ${view?.id}`,
  )

  await forgetAccountName(test.db, { account: anna.id, at: new Date(), by: null })
  t.match(
    await listViews(test.db),
    [{ title: 'Anhang', by: `konto-${anna.id}` }],
    'it outlives the name of its account',
  )
})
