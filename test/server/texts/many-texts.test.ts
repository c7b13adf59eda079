import { sql } from 'kysely'
import t from 'tap'
import { countTexts, listTexts, positionIn } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { manyTexts } from '../../support/many-texts.ts'

const count = 10_000
/** Ten times what ten thousand take on two idle cores: what grows with the square of their number takes longer. */
const longest = 1_500

t.test('many texts are listed, searched and counted while somebody waits', async (t) => {
  const { db, owner } = await freshDatabase(t)
  const { wave, fields } = await manyTexts(owner, count)
  await noteTexts(db, wave, fields)
  await sql`analyze`.execute(owner.db)
  const of = { wave, account: 1, asOf: null }
  const timed = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    await work()
    const start = performance.now()
    const result = await work()
    const took = performance.now() - start
    t.ok(took < longest, `${label}: ${Math.round(took)} ms`)
    return result
  }
  const all = await timed('all', () => listTexts(db, of, {}, { offset: 100 }))
  t.strictSame([all.count, all.texts.length], [count, 50])
  const found = await timed('a word', () => listTexts(db, of, { term: 'Unterkunft' }))
  t.ok(found.count > 0 && found.count < count)
  for (const { text } of found.texts) t.match(text, /Flüchtlingsunterkünften/)
  const none = await timed('no word', () => listTexts(db, of, { term: 'Unterkumpf' }))
  t.equal(none.count, 0)
  const group = await timed('a group', () => listTexts(db, of, { group: { variable: 'wahl', value: 'w1' } }))
  t.equal(group.count, count / 5)
  const position = await timed('the next one', () => positionIn(db, of, { term: 'Unterkunft' }, all.texts[0]))
  t.equal(position.count, found.count)
  t.equal((await timed('by question', () => countTexts(db, of))).length, fields.length)
})
