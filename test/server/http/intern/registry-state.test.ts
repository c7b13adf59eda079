import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { addWave, lastState, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

t.test('an address with its state of the data shows the registry of that state', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).filter((_unit, place) => place % 4 === 0)
  await addWave(test, 'umfrage-1', units, (_unit, place) =>
    place % 5 === 4 ? undefined : { zp_gesamt: 20 + (place % 31) },
  )
  await addWave(test, 'umfrage-4', units, (_unit, place) =>
    place % 6 === 5 ? undefined : { zp_gesamt: 25 + (place % 23) },
  )
  const state = await lastState(test)
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const paths = [
    '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt&nach=groesse&gewicht=rake',
    '/intern/ausfall?von=umfrage-1&bis=umfrage-4',
    '/intern/auswertung/umfrage-1/zp_gesamt?nach=groesse',
  ]
  const shown = (stand: number) =>
    Promise.all(paths.map(async (path) => (await researcher.get(`${path}&stand=${stand}`)).words))
  const before = await shown(state)
  for (const words of before) t.match(words, `Datenstand ${state}:`)

  await sql`update gemeinde set population = 1 + population % 60000`.execute(test.db)
  t.equal(await lastState(test), state + 1)
  t.strictSame(await shown(state), before)
  const figures = (words: string) => words.slice(0, words.lastIndexOf('So entstand'))
  for (const [place, words] of (await shown(state + 1)).entries()) t.not(figures(words), figures(before[place] ?? ''))
})
