import { sql } from 'kysely'
import t from 'tap'
import { countTexts, listTexts, positionIn, type TextsListed } from '../../../server/store/texts/list-texts.ts'
import { noteTexts } from '../../../server/store/texts/note-texts.ts'
import { listReleases } from '../../../server/store/texts/releases.ts'
import { sharedWords } from '../../../server/store/texts/written-words.ts'
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
  const all = await timed('all', () => listTexts(db, of, {}))
  t.strictSame([all.count, all.texts.length, all.skipped], [count, 50, 0])
  const ids = ({ texts }: TextsListed) => texts.map(({ id }) => id)
  const next = await timed('the next page', () => listTexts(db, of, {}, { after: all.texts.at(-1) }))
  t.strictSame([next.skipped, next.texts.length, ids(next).some((id) => ids(all).includes(id))], [50, 50, false])
  const back = await timed('the page before', () => listTexts(db, of, {}, { before: next.texts[0] }))
  t.strictSame([back.skipped, ids(back)], [0, ids(all)])
  const last = await timed('the last page', () => listTexts(db, of, {}, { before: { field: '~', id: 0 } }))
  t.strictSame([last.skipped, last.texts.length], [count - 50, 50])
  const found = await timed('a word', () => listTexts(db, of, { term: 'Unterkunft' }))
  t.ok(found.count > 0 && found.count < count)
  for (const { text } of found.texts) t.match(text, /Flüchtlingsunterkünften/)
  const none = await timed('no word', () => listTexts(db, of, { term: 'Unterkumpf' }))
  t.equal(none.count, 0)
  const group = await timed('a group', () => listTexts(db, of, { group: { variable: 'wahl', value: 'w1' } }))
  t.equal(group.count, count / 5)
  const position = await timed('the next one', () => positionIn(db, of, { term: 'Unterkunft' }, all.texts[0]))
  t.equal(position.count, found.count)
  const fifth = all.texts[4]
  t.match(await positionIn(db, of, {}, fifth), { previous: all.texts[3]?.id, next: all.texts[5]?.id, place: 5, count })
  t.equal((await timed('by question', () => countTexts(db, of))).length, fields.length)
  const words = ['Unterkunft', 'Flüchtlingsunterkünften', 'Wege', 'gibtesnicht']
  t.strictSame(await timed('words of others', () => sharedWords(db, wave, words)), words.slice(1, 3))
  t.strictSame(await listReleases(db, of, { offset: 0, limit: 50 }), { releases: [], count: 0 })
})
