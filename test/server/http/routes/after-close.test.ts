import t from 'tap'
import { setWaveState } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'

t.test('once a wave is closed its code still opens what was answered, and the receipt', async (t) => {
  const test = await testApp(t)
  const before = await test.login('KM')
  await before.get(`${before.home}/abschnitt/sprache`)
  await before.autosave('sprache', { im_alpha: '12' })
  const receipt = (await before.submit()).location
  await setWaveState(test.db, 'umfrage-1', 'closed')
  t.equal((await before.get(before.home)).status, 200, 'nobody is thrown out by the close')
  await before.post('/abmelden', {})

  const visitor = await test.login('KM')
  t.match(
    (await visitor.get(visitor.home)).words,
    /Die Erhebung ist geschlossen.*Ihre Angaben sind eingegangen|Ihre Angaben sind eingegangen.*Die Erhebung ist geschlossen/,
  )
  const page = await visitor.get(receipt)
  t.match(page, { status: 200, words: /Die Erhebung ist geschlossen, Ihre Angaben gehen so in die Auswertung ein/ })
  t.notMatch(page.words, 'Frist ist abgelaufen', 'which it is not')
  t.match((await visitor.get('/erhebung')).words, 'Erhebung geschlossen')
  t.equal((await visitor.get(`${visitor.home}/abschnitt/sprache`)).status, 200)
  visitor.rev = '1'
  t.match(await visitor.autosave('sprache', { im_alpha: '13' }), { status: 409, json: { kept: true } })
})
