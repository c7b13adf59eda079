import { sql } from 'kysely'
import t from 'tap'
import { testApp } from '../../support/app.ts'
import { signIn, staffAccount } from '../../support/staff.ts'
import { write } from '../../support/written-texts.ts'

const href = '/intern/erhebungen/umfrage-1/texte'

t.test('a text is released by two, once nothing in it is open, and goes with its original', async (t) => {
  const test = await testApp(t)
  await write(test, '117019', {
    zp_gesamt_kom: 'Im Göppinger Landratsamt geht niemand unter 07161 202-123 ans Telefon.',
  })
  const first = await signIn(test, await staffAccount(test, 'feldbuero', 'f.eins'))
  const second = await signIn(test, await staffAccount(test, 'feldbuero', 'f.zwei'))
  const third = await signIn(test, await staffAccount(test, 'forschung', 'f.drei'))
  const list = await first.get(`${href}/liste`)
  const text = /id="text-(\d+)"/.exec(list.text)?.[1] ?? ''
  const page = await first.get(`${href}/schwaerzen/${text}`)
  const parts = [...page.text.matchAll(/name="stelle" value="(\d+)"/g)].map(([, id]) => id ?? '')
  t.equal(parts.length, 2)
  t.match((await first.get(href)).words, /zp|F4/)
  const early = await first.post(`${href}/schwaerzen/${text}`, { aktion: 'vorlegen' })
  t.equal(early.status, 400)
  t.match(early.words, /noch nicht alles entschieden/)
  await t.rejects(
    sql`insert into text_release (text_id, wording, prepared_by) values (${text}::bigint, 'x', 1)`.execute(test.db),
    /open proposal/,
    'nor does the database let it',
  )
  for (const stelle of parts) await first.post(`${href}/schwaerzen/${text}`, { aktion: 'ersetzen', stelle })
  const missing = await first.post(`${href}/schwaerzen/${text}`, {
    aktion: 'markieren',
    wort: 'gibt es nicht',
    art: 'name',
  })
  t.match(missing.words, /stehen so nicht im Text/)
  t.match(missing.text, /value="gibt es nicht"/)
  await first.post(`${href}/schwaerzen/${text}`, { aktion: 'markieren', wort: 'niemand', art: 'name' })
  t.equal((await first.post(`${href}/schwaerzen/${text}`, { aktion: 'vorlegen' })).status, 303)

  const own = await first.post(`${href}/freigabe/${text}`, { aktion: 'freigeben' })
  t.equal(own.status, 400)
  t.match(own.words, /Freigeben muss ein zweites Konto/)
  await third.get(`${href}/freigabe`)
  t.equal((await third.post(`${href}/freigabe/${text}`, { aktion: 'freigeben' })).status, 403)
  const waiting = await second.get(`${href}/freigabe`)
  t.match(waiting.words, /wartet auf ein zweites Konto/)
  await second.get(`${href}/schwaerzen/${text}`)
  await second.post(`${href}/schwaerzen/${text}`, { aktion: 'offen', stelle: parts[0] ?? '' })
  t.match(
    (await second.post(`${href}/freigabe/${text}`, { aktion: 'freigeben' })).words,
    /noch nicht alles entschieden/,
  )
  await second.post(`${href}/schwaerzen/${text}`, { aktion: 'ersetzen', stelle: parts[0] ?? '' })
  t.equal((await second.post(`${href}/freigabe/${text}`, { aktion: 'freigeben' })).status, 303)
  const { rows } = await sql<{ wording: string; state: number }>`select wording, state from text_release`.execute(
    test.db,
  )
  t.equal(rows.length, 1)
  t.match(rows[0]?.wording, /\[Name/)
  t.notMatch(rows[0]?.wording, /Göppinger|07161|niemand/)
  t.match((await second.get(`${href}/freigabe`)).words, /Vorgelegt von f\.eins, freigegeben von f\.zwei/)
  await t.rejects(sql`update text_release set released_by = prepared_by`.execute(test.db), /text_release_two/)

  const [submission] = (await sql<{ id: number }>`select id from submission`.execute(test.db)).rows
  await sql`with marked as (
      insert into erasure (batch, holds, ground, participant_id, submission_id, texts, content_hash)
      select gen_random_uuid(), 'text', 'x', participant_id, id, 1, 'y' from submission returning id
    ) select set_config('stichtag.erasure', id::text, false) from marked`.execute(test.owner.db)
  t.ok(submission)
  const { rows: left } = await test.owner.db.transaction().execute(async (trx) => {
    await sql`with marked as (
        insert into erasure (batch, holds, ground, participant_id, submission_id, texts, content_hash)
        select gen_random_uuid(), 'text', 'x', participant_id, id, 1, 'y' from submission returning id
      ) select set_config('stichtag.erasure', id::text, true) from marked`.execute(trx)
    await sql`update submission set comments = '{}', content_hash = 'y'`.execute(trx)
    return sql`select from text_release union all select from redaction union all select from written_text`.execute(trx)
  })
  t.equal(left.length, 0, 'nothing of it is left without its text')
})

t.test(
  'the same words are replaced in many texts at once, once they were looked at, and this is taken back at once',
  async (t) => {
    const test = await testApp(t)
    for (const [unit, text] of [
      ['117019', 'Herr Yilmaz hilft.'],
      ['117026', 'Mit Yilmaz geht alles. Wir danken Herrn Yilmaz.'],
      ['117042', 'Im Yilmazstift ist Platz; auch Yilmaz half, wie Yilmaz-Wiesental.'],
    ] as const)
      await write(test, unit, { zp_gesamt_kom: text })
    const visitor = await signIn(test, await staffAccount(test, 'forschung'))
    const ids = [...(await visitor.get(`${href}/liste`)).text.matchAll(/id="text-(\d+)"/g)].map(([, id]) => id ?? '')
    const first = await visitor.get(`${href}/schwaerzen/${ids[0]}`)
    t.equal((first.text.match(/name="stelle" value/g) ?? []).length, 1, 'how he is addressed is no name')
    const [everywhere = ''] = /\/intern[^"]*\/stelle\/\d+/.exec(first.text) ?? []
    const offered = async () =>
      [...(await visitor.get(everywhere)).text.matchAll(/name="stelle" value="([^"]+)"/g)].map(
        ([, value]) => value ?? '',
      )
    const all = await offered()
    t.equal(all.length, 4, 'neither within another word nor in a longer name')
    t.match((await visitor.post(everywhere, { aktion: 'ersetzen' })).words, /mindestens eine Stelle/)
    const chosen = all.slice(0, 3)
    const { location } = await visitor.post(everywhere, { aktion: 'ersetzen', stelle: chosen })
    const stapel = /stapel=(\d+)/.exec(location)?.[1] ?? ''
    const after = await visitor.get(location)
    t.match(after.words, /3 Stellen zusammen ersetzt/)
    t.strictSame(await offered(), all.slice(3), 'what was not ticked is left')
    t.match(
      (await visitor.get(`${href}/schwaerzen/${ids[1]}`)).words,
      /Mit \[Name\] geht alles\. Wir danken Herrn \[Name\]/,
    )
    const own = /name="stelle" value="(\d+)"/.exec((await visitor.get(`${href}/schwaerzen/${ids[0]}`)).text)?.[1] ?? ''
    await visitor.post(`${href}/schwaerzen/${ids[0]}`, { aktion: 'offen', stelle: own })
    await visitor.post(`${href}/schwaerzen/${ids[0]}`, { aktion: 'lassen', stelle: own })
    const undo = { aktion: 'zuruecknehmen', stapel }
    t.equal((await visitor.post(everywhere, undo)).status, 303)
    t.equal((await visitor.post(everywhere, undo)).status, 404, 'only once')
    t.strictSame(await offered(), all.slice(1), 'what was decided by itself since stays')
    const noted = await test.db
      .selectFrom('audit')
      .select('detail')
      .where('action', 'like', 'redactions_%')
      .orderBy('id')
      .execute()
    t.match(noted, [{ detail: { rows: 3 } }, { detail: { rows: 2 } }])
  },
)
