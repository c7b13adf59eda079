import t from 'tap'
import { addCodebook, assignCodebook, listCodebooks } from '../../../server/store/texts/codebooks.ts'
import { addCoding } from '../../../server/store/texts/codings.ts'
import { listTexts } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { createWave, setWaveState } from '../../../server/store/waves.ts'
import { blank } from '../../../server/texts/read-categories.ts'
import { testApp } from '../../support/app.ts'
import { newWave, published } from '../../support/published.ts'
import { runCommand } from '../../support/run-command.ts'
import { staffAccount } from '../../support/staff.ts'
import { write } from '../../support/written-texts.ts'

const gemeinde = { kreis: '117', population: 8_000, population_date: '2024-12-31', valid_from: '2000-01-01' }

t.test('who wrote of what, beside what they answered', async (t) => {
  const test = await testApp(t)
  const { db } = test
  const units = Array.from({ length: 12 }, (_none, place) => String(117_101 + place))
  await db
    .insertInto('gemeinde')
    .values(units.map((gkz) => ({ ...gemeinde, valid_to: null, gkz, name: `Ort ${gkz}` })))
    .execute()
  const instrument = await published('umfrage-2')
  const [field = ''] = [...instrument.variable.values()]
    .filter(({ role }) => role === 'comment')
    .map(({ name }) => name)
  const created = await createWave(db, { ...newWave(instrument, units), id: 'welle' })
  await setWaveState(db, 'welle', 'open')
  const participants = new Map(created.map(({ id, unit }) => [unit, id]))
  // Of seven 'kommune' three write of time and four of money; of five 'traeger' all of money.
  for (const [place, unit] of units.entries())
    await write(
      { db, participants },
      unit,
      { [field]: `Bemerkung ${place}.` },
      { organisation: place < 7 ? 'kommune' : 'traeger' },
    )
  await noteTexts(db, 'welle', [field])
  const { id: by } = await staffAccount(test, 'forschung', 'f.eins')
  await staffAccount(test, 'evaluation', 'e.eins')
  const { texts } = await listTexts(db, { wave: 'welle', account: undefined, asOf: null }, {}, {})
  const run = (variable: string, als?: string) =>
    runCommand('texts cross', { positionals: ['welle', variable], values: { als } }, test.url)
  await t.rejects(run('organisation'), /noch keine Kategorien/)
  await db.transaction().execute(async (trx) => {
    const categories = [blank('zeit', 'Zeit', null), blank('geld', 'Geld', null)]
    const codebook = await addCodebook(trx, { wave: 'welle', title: 'Woran es fehlt', categories, by })
    await assignCodebook(trx, { wave: 'welle', field, codebook, by })
    const version = (await listCodebooks(trx, 'welle'))[0]?.versionId ?? 0
    for (const { id, text } of texts) {
      const category = Number(/\d+/.exec(text)?.[0]) < 3 ? 'zeit' : 'geld'
      await addCoding(trx, { text: id, version, marks: [{ category }], by })
    }
  })
  const told = await run('organisation', 'f.eins')
  t.match(told, /Woran es fehlt, nach organisation, Datenstand \d+\n/)
  t.match(told, /\nKommunen mit Kommentar +7 +5 +0/)
  t.match(told, /\nZeit +3 +3 +0/)
  t.match(told, /\nGeld +9 +4 +5/)
  await t.rejects(run('organisation', 'e.eins'), /Das zeigt nur/)
  await t.rejects(run(field), /keine Frage mit Antworten zur Auswahl/)
})
