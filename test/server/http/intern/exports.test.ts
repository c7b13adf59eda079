import t from 'tap'
import { formats } from '../../../../server/export/formats/index.ts'
import { testApp } from '../../../support/app.ts'
import { addWave } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

t.test('a file that cannot be written says why, and what was chosen stays', async (t) => {
  const test = await testApp(t, { id: 'andere' })
  await addWave(test.owner, 'umfrage-1', ['117019'], () => ({ zp_gesamt: 2 ** 60 }))
  const research = await signIn(test, await staffAccount(test, 'forschung'))
  const { words } = await research.get('/intern/exporte')
  for (const { name, cannotCarry } of formats)
    for (const sentence of cannotCarry) t.ok(words.includes(sentence), `${name}: ${sentence}`)
  const asked = { erhebung: 'umfrage-1', datei: 'antworten', werte: 'erhoben' }
  const refused = await research.post('/intern/exporte', { ...asked, format: 'dta' })
  t.equal(refused.status, 422)
  t.match(refused.words, /Diese Datei lässt sich so nicht schreiben .*zp_gesamt/)
  for (const value of ['umfrage-1', 'antworten', 'erhoben', 'dta'])
    t.match(refused.text, new RegExp(`<option value="${value}" selected>`))
  t.equal((await research.post('/intern/exporte/paket', { erhebung: 'keine' })).status, 404)
  const zip = await research.post('/intern/exporte/paket', { erhebung: 'umfrage-1' })
  t.match([zip.status, zip.headers['content-type'], zip.text.slice(0, 2)], [200, 'application/zip', 'PK'])
  t.match((await research.get('/intern/exporte')).words, /Archivpaket, umfrage-1/)
  const written = await research.post('/intern/exporte', { ...asked, format: 'csv' })
  t.match([written.status, written.text], [200, /,1152921504606847000,/])
})
