import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import Papa from 'papaparse'
import t from 'tap'
import { eraseTexts } from '../../../../server/store/erase-texts.ts'
import { findTexts } from '../../../../server/store/person-texts.ts'
import { restrict } from '../../../../server/store/restrictions.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { setWaveState } from '../../../../server/store/waves.ts'
import { testApp } from '../../../support/app.ts'
import { exportWave } from '../../../support/export-wave.ts'
import { addWave, correct, lastState, withRegistry } from '../../../support/panel-world.ts'
import { published } from '../../../support/published.ts'
import { runCommand } from '../../../support/run-command.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const table = (text: string) => Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data

t.test('files for whoever is not of the house, and files of what is new', async (t) => {
  const test = await testApp(t, { id: 'andere' })
  const { db, owner } = test
  const units = (await withRegistry(owner)).filter((gkz) => gkz.startsWith('117'))
  const [first = '', second = '', third = '', fourth = ''] = units
  await addWave(owner, 'umfrage-1', units, (_gkz, place) =>
    place === 3 ? undefined : { zp_gesamt: 100 + place, anmerkungen: `Frau Unwieder ${place}!` },
  )
  const evaluation = await signIn(test, await staffAccount(test, 'evaluation'))
  const research = await signIn(test, await staffAccount(test, 'forschung'))
  const local = await staffAccount(test, 'evaluation', 'e.kreis')
  await setScope(db, { account: local.id, parts: [{ kind: 'unit', key: first }] })
  const scoped = await signIn(test, local)
  const ask = async (who: typeof research, datei: string, more: Record<string, string> = {}) => {
    await who.get('/intern/exporte')
    return who.post('/intern/exporte', { erhebung: 'umfrage-1', datei, format: 'csv', ...more })
  }

  await t.test('an evaluator is offered what tells of nobody, and no comments', async (t) => {
    t.match((await evaluation.get('/intern/exporte')).text, /<option value="suf" selected>/)
    t.notMatch((await evaluation.get('/intern/exporte')).text, /value="anmerkungen"/)
    t.match(
      (await research.get('/intern/exporte')).text,
      /<option value="antworten" selected>[\s\S]*value="anmerkungen"/,
    )
    t.notMatch((await scoped.get('/intern/exporte')).text, /value="suf"/)
    t.strictSame(
      [(await ask(evaluation, 'anmerkungen')).status, (await ask(research, 'anmerkungen')).status],
      [403, 200],
    )
    const early = await ask(evaluation, 'suf')
    t.match([early.status, early.words], [422, /noch nicht geschlossen/])
    t.equal((await evaluation.get('/intern/exporte/umfrage-1/risiko')).status, 409)
    await setWaveState(db, 'umfrage-1', 'closed')
    t.match((await ask(scoped, 'suf')).words, /nur für einige zuständig/)
    const file = await ask(evaluation, 'suf')
    t.equal(table(file.text).length, units.length - 1)
    t.notMatch(file.text.split('\r\n', 1)[0], /gkz|anmerkungen|abgegeben/)
    t.match((await evaluation.get('/intern/exporte')).words, /Scientific-Use-File, umfrage-1 .*Je Klasse mindestens 5/)
    t.match((await ask(evaluation, 'suf-bericht')).text, /^# Scientific-Use-File umfrage-1/)
    t.match((await evaluation.get('/intern/exporte/umfrage-1/risiko')).words, /Das Ergebnis .* Entfernte Spalten/)
  })

  await t.test('commands give each account the same', async (t) => {
    const folder = t.testdir({})
    const run = async (values: Record<string, string | true>) => {
      const given = { format: 'json', out: folder, ...values } as Record<string, string>
      const printed = await runCommand('export', { positionals: ['umfrage-1'], values: given }, test.url)
      return printed.split('\n').map((path) => basename(path).replace(/^umfrage-1-?/, ''))
    }
    const science = ['suf.jsonl', 'suf-codebuch.jsonl', 'suf-beschreibung.json', 'suf-bericht.md']
    t.strictSame(await run({ als: 'evaluation' }), science)
    t.strictSame(await run({ als: 'forschung', scientific: true }), science)
    const whole = await run({ als: 'evaluation', full: true })
    t.strictSame(whole, await run({ als: 'forschung' }))
    t.notOk(whole.includes('anmerkungen.jsonl'), 'comments were not asked for')
    t.ok((await run({ als: 'forschung', anmerkungen: true })).includes('anmerkungen.jsonl'))
    t.ok((await run({ anmerkungen: true })).includes('anmerkungen.jsonl'))
    await t.rejects(run({ als: 'evaluation', full: true, anmerkungen: true }), /bekommt nur, wer einzelne Angaben/)
    await t.rejects(run({ scientific: true, anmerkungen: true }), /keine Anmerkungen/)
    await t.rejects(run({ als: 'e.kreis', scientific: true }), /nur für einige zuständig/)
    const { tables } = JSON.parse(await readFile(join(folder, 'umfrage-1-suf-beschreibung.json'), 'utf8'))
    t.match(tables[0], { holds: 'suf', origin: { anonymous: { k: 5 } } })
  })

  const before = await lastState(owner)
  const seit = String(before)
  const whole = await ask(research, 'antworten')

  await t.test('what is new since a state stands beside what it was', async (t) => {
    t.match((await ask(research, 'seit', { seit })).words, /Seitdem ist nichts geschehen/)
    await correct(owner, 'umfrage-1', second, { zp_gesamt: 7 })
    const noted = /SHA-256 ([0-9a-f]{64})/.exec((await research.get('/intern/exporte')).words)?.[1] ?? ''
    for (const typed of [seit, noted.slice(0, 12)]) {
      const rows = table((await ask(research, 'seit', { seit: typed })).text)
      t.strictSame(
        rows.map((row) => [row.gkz, row.aenderung, row.stand, row.zp_gesamt, row.anmerkungen]),
        [
          [second, 'geaendert', 'vorher', '101', 'Frau Unwieder 1!'],
          [second, 'geaendert', 'jetzt', '7', ''],
        ],
      )
      t.match(rows[0]?.geaendert, /abgabe.* zp_gesamt/)
    }
    t.match((await research.get('/intern/exporte')).words, `Verglichen mit Datenstand ${before}`)
    t.match((await ask(research, 'seit', { seit: 'gestern' })).words, /kein Datenstand/)
    t.match((await ask(research, 'seit', { seit: 'abcdef0123' })).words, /steht nicht im Protokoll/)
    t.strictSame(table((await ask(scoped, 'seit', { seit })).text), [], 'of others nothing is told')
  })

  await t.test('who answered only since is new, and what was erased since does not come back', async (t) => {
    const instrument = await sql<{ id: number; unit: string }>`
      select id, unit from participant where wave_id = 'umfrage-1'`.execute(db)
    const idOf = (unit: string) => instrument.rows.find((row) => row.unit === unit)?.id ?? 0
    await sql`insert into submission (participant_id, revision, receipt, survey_version, survey_hash, answers, comments, justifications, content_hash)
      select ${idOf(fourth)}, 1, 'SPÄTER', survey_version, survey_hash, '{"zp_gesamt": 3}', '{}', '[]', 'x'
      from submission where participant_id = ${idOf(first)}`.execute(owner.db)
    const texts = await findTexts(db, { term: 'Frau Unwieder 2!' })
    await db.transaction().execute((trx) =>
      eraseTexts(trx, {
        ...{ id: randomUUID(), at: new Date(), ground: 'Art. 17 Absatz 1 Buchstabe b DSGVO' },
        ...{ accountId: null, consentId: null, request: null, texts, initials: [], cut: [] },
      }),
    )
    const rows = table((await ask(research, 'seit', { seit })).text)
    t.strictSame(
      rows.map((row) => [row.gkz, row.aenderung, row.stand, row.zp_gesamt]).filter(([gkz]) => gkz !== second),
      [
        [third, 'geloescht', 'jetzt', '102'],
        [fourth, 'neu', 'jetzt', '3'],
      ],
    )
    t.notMatch(JSON.stringify(rows), /Unwieder 2!/)
    await db.transaction().execute((trx) =>
      restrict(trx, [
        {
          ...{ id: randomUUID(), at: new Date(), participantId: idOf(first), extent: 'form', field: null },
          ...{ ground: 'a', request: 1, accountId: null },
        },
      ]),
    )
    const hidden = table((await ask(research, 'seit', { seit })).text).find(({ gkz }) => gkz === first)
    t.match(hidden, { aenderung: 'geloescht', stand: 'jetzt', zp_gesamt: '', abgabe: '' })
  })

  await t.test('a state that is made again after that says so, and its file has another hash', async (t) => {
    const { pool } = test
    const folder = t.testdir({})
    await exportWave(
      { db, pool },
      { wave: 'umfrage-1', instrument: await published('umfrage-1'), format: 'json', state: before },
      folder,
    )
    const description = JSON.parse(await readFile(`${folder}/umfrage-1-beschreibung.json`, 'utf8'))
    t.match(description.tables[0].origin, { state: before, madeAgain: { after: await lastState(owner) } })
    const again = (await readFile(`${folder}/umfrage-1.jsonl`, 'utf8')).trim().split('\n')
    t.equal(again.length, table(whole.text).length - 1)
    t.notMatch(again.join(''), /Unwieder 2!/)
    const officer = await signIn(test, await staffAccount(test, 'datenschutz'))
    t.match((await officer.get('/intern/protokoll?nur=downloads')).words, /Ohne Gelöschtes bis Datenstand \d+/)
  })
})
