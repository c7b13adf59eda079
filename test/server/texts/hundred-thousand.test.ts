import { sql } from 'kysely'
import t from 'tap'
import { countTexts, listTexts } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { manyTexts } from '../../support/many-texts.ts'

t.test('a hundred thousand texts are listed and searched while somebody waits', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { wave, fields } = await manyTexts(owner, 100_000)
  let start = performance.now()
  await noteTexts(db, wave, fields)
  console.log('note', performance.now() - start)
  await sql`vacuum analyze`.execute(owner.db)
  const of = { wave, account: 1, asOf: null }
  for (const [name, filter] of Object.entries({
    all: {}, field: { field: fields[0] }, term: { term: 'Unterkunft' }, none: { term: 'gibtesnicht' }, group: { group: { variable: 'wahl', value: 'w1' } },
    kreis: { kreis: '117', state: 'offen' as const },
  })) for (let i = 0; i < 2; i += 1) {
    start = performance.now()
    const { count, texts } = await listTexts(db, of, filter, { offset: 100 })
    console.log(name, count, texts.length, Math.round(performance.now() - start))
  }
  start = performance.now()
  await noteTexts(db, wave, fields)
  console.log('note again', performance.now() - start)
  start = performance.now()
  await countTexts(db, of)
  console.log('count', performance.now() - start)
  const explain = await sql`explain analyze select root from text_in(${wave}, null) t`.execute(db)
  console.log(explain.rows.map((r: any) => r['QUERY PLAN']).join('\n'))
})
