import { sql } from 'kysely'
import t from 'tap'
import { testAppFor } from '../../support/app.ts'
import { whereStands } from '../../support/where-stands.ts'

const person = 'Żofia Größing'
const home = '/erhebung/umfrage-0/117019'
const section = `${home}/abschnitt/kontakt`

t.test('contact data lie in the schema for them from the first letter on, in whatever state they are', async (t) => {
  const test = await testAppFor(t, 'umfrage-0')
  const [visitor, colleague] = [await test.login('KM'), await test.login('AB')]
  for (const one of [visitor, colleague]) {
    one.home = home
    await one.get(section)
  }
  const name = `${person} erst`
  await visitor.autosave('kontakt', { kontakt_name: name, kontakt_mail: 'zofia.groessing@eislingen.example' })
  t.strictSame(await whereStands(test.db, name), ['contact.draft_change', 'contact.draft_value'])

  const conflict = await colleague.autosave('kontakt', { kontakt_name: `${person} anders`, kommune: 'Eislingen, Fils' })
  t.match(conflict.json, { conflicts: [{ name: 'kontakt_name', theirs: name, by: 'KM' }] }, 'with the same rules')
  t.strictSame(await whereStands(test.db, `${person} anders`), [])
  t.strictSame(await whereStands(test.db, 'Eislingen, Fils'), ['public.answer_change', 'public.answer_value'])

  await visitor.get(section)
  await visitor.save('kontakt', {
    kontakt_name: `${person} dann`,
    kontakt_mail: 'zofia.groessing@eislingen.example',
    kommune: 'Eislingen, Fils',
  })
  t.match((await visitor.get(section)).text, `${person} dann`)

  await visitor.get(section)
  await sql`update session set seen_at = now() - interval '2 hours'`.execute(test.db)
  await visitor.autosave('kontakt', { vertretung_name: `${person} spät` })
  t.strictSame(await whereStands(test.db, `${person} spät`), ['contact.parked_page'])

  const back = await test.login('KM')
  back.home = home
  await back.get(`${home}/aufbewahrt`)
  await back.post(`${home}/aufbewahrt`, { _rev: back.rev, _gesehen: back.seen, _aktion: 'alle' })
  t.match((await back.get(section)).text, `${person} spät`)
  t.equal((await back.submit()).status, 303)
  t.match(await whereStands(test.db, `${person} dann`), [
    'contact.draft_change',
    'contact.draft_value',
    'contact.respondent',
  ])
  t.strictSame(await whereStands(test.db, 'zofia.groessing'), [
    'contact.draft_change',
    'contact.draft_value',
    'contact.respondent',
  ])

  await sql`truncate contact.draft_value, contact.draft_change, contact.parked_page, contact.respondent`.execute(
    test.owner.db,
  )
  t.strictSame(await whereStands(test.db, 'Größing'), [], 'whoever empties the schema has forgotten the person')
  await back.get(section)
  t.match((await back.get(`${home}/pruefen`)).status, 200)
})
