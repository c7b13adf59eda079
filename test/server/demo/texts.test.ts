import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { deriveKeys } from '../../../server/boot/keys.ts'
import { openDatabase } from '../../../server/database/database.ts'
import { patient } from '../../../server/database/pool.ts'
import { beginDemo } from '../../../server/demo/load.ts'
import { loadTexts } from '../../../server/demo/load-texts.ts'
import { completeWave } from '../../../server/demo/load-wave.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'

t.test('comments of the demo world are coded by two, redacted, released, and make an annex', async (t) => {
  const { url } = await freshDatabase(t)
  const { db, pool, close } = openDatabase(url, patient)
  t.after(close)
  const read = readConfig({ STICHTAG_SECRET: 'x'.repeat(40), STICHTAG_DATA: t.testdir({}) })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const context = { config: read.config, keys: deriveKeys('x'.repeat(40)), db, pool }
  await beginDemo(context)
  const file = new URL('../../../server/demo/profiles/umfrage-4.json', import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  const early = new Set(profile.shown.map(({ unit }) => unit))
  await completeWave(context, profile, undefined, early)
  await loadTexts(context, [profile], early)
  const counted = async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(distinct text_id) from coding)::integer as coded,
        (select count(*) from coding)::integer as codings,
        (select count(*) from coding_settlement)::integer as settled,
        (select count(distinct text_id) from redaction where accepted is null)::integer as open,
        (select count(*) from text_release where released_at is null)::integer as waiting,
        (select count(*) from text_release where released_at is not null)::integer as released`.execute(db)
    return rows[0] ?? {}
  }
  const counts = await counted()
  t.ok((counts.coded ?? 0) > 100 && (counts.codings ?? 0) > 1.5 * (counts.coded ?? 0))
  for (const some of ['settled', 'open', 'waiting']) t.ok((counts[some] ?? 0) > 2, some)
  t.ok((counts.released ?? 0) >= 24, 'dozens are released')
  await loadTexts(context, [profile], early)
  t.strictSame(await counted(), counts, 'and once')

  const folder = t.testdir({})
  const plan = new URL('../../../server/demo/texts/annex-umfrage-4.json', import.meta.url).pathname
  const write = async (out: string) => {
    await runCommand('texts annex', { positionals: ['umfrage-4'], values: { plan, out: join(folder, out) } }, url)
    return readFile(join(folder, out, 'anhang.html'), 'utf8')
  }
  const html = await write('one')
  t.equal(await write('again'), html, 'the same state gives the same bytes')
  const paper = await readPdf(await readFile(join(folder, 'one', 'anhang.pdf')))
  t.match(paper, { tagged: true, text: /Unterbringung/ })
  t.match(html, /Kodiert haben 2 Personen, unabhängig voneinander/)
  t.match(html, /Krippendorffs Alpha: 0,[5-9]/)
  t.match(html, /Wer kommentiert hat, nach Größe der Kommune/)

  const give = (out: string, values = {}) =>
    runCommand(
      'texts export',
      { positionals: ['umfrage-4'], values: { format: 'csv', out: join(folder, out), ...values } },
      url,
    )
  t.match(await give('codings'), /umfrage-4-kodierungen\.csv.*umfrage-4-kodierungen-breit\.csv/s)
  const rowsOf = async (name: string) =>
    Papa.parse<Record<string, string>>(await readFile(join(folder, 'codings', name), 'utf8'), {
      ...{ header: true, skipEmptyLines: true },
    }).data
  const long = await rowsOf('umfrage-4-kodierungen.csv')
  const { rows: marked } = await sql<{ name: string; count: string }>`
    select m ->> 'category' as name, count(*) as count from coding_in(null) c
    cross join lateral jsonb_array_elements(c.marks) m group by 1 order by 1`.execute(db)
  for (const { name, count } of marked)
    t.equal(long.filter(({ kategorie }) => kategorie === name).length, Number(count), name)
  t.strictSame([...new Set(long.map((row) => row.kodiert_von))].sort().slice(-2), ['A', 'B'], 'nobody is named')
  const wide = await rowsOf('umfrage-4-kodierungen-breit.csv')
  t.equal(
    wide.reduce((sum, row) => sum + Number(row.kat_texte), 0),
    counts.coded,
  )
  await sql`insert into staff.account (name, role, password_hash, password_initial)
    values ('wer.auswertet', 'evaluation', '', false), ('wer.fragt', 'feldbuero', '', false)`.execute(db)
  for (const als of ['wer.auswertet', 'wer.fragt']) await t.rejects(give(als, { als }), /Kodierungen bekommt nur/)
})
