import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { placed } from '../../../server/admindata/placed.ts'
import { amend } from '../../../server/amendments/amend.ts'
import { amendLines, lookAtFile } from '../../../server/amendments/amend-file.ts'
import { askedWave } from '../../../server/field/asked-wave.ts'
import { insertAmendments, listAmendments, usedAnswers } from '../../../server/store/amendments.ts'
import { openApprovals } from '../../../server/store/approvals.ts'
import { addAccount } from '../../../server/store/staff-accounts.ts'
import { findWave } from '../../../server/store/waves.ts'
import { decide } from '../../../server/waves/approve.ts'
import { amendContext, because, participantsOf } from '../../support/amend-world.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, lastState, withRegistry } from '../../support/panel-world.ts'
import { runCommand } from '../../support/run-command.ts'

const head = 'gkz;variable;alt;neu;grund;quelle;bemerkung'

t.test('a file of corrections: all faults at once, all of it or nothing, and back in one', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db, url } = world
  const units = (await withRegistry(world)).slice(0, 6)
  const [a = '', b = '', c = '', silent = ''] = units
  await addWave(world, 'umfrage-1', units, (unit) => (unit === silent ? undefined : { zp_gesamt: 100, im_alpha: 3 }))
  const context = amendContext(world)
  const asked = await askedWave(context, 'umfrage-1')
  if (asked === undefined) throw new Error('the wave is there')
  const folder = t.testdir({})
  const written = async (...lines: string[]) => {
    const path = join(folder, 'korrekturen.csv')
    await writeFile(path, [head, ...lines].join('\r\n'))
    return path
  }

  const faulty: [line: string, fault: RegExp][] = [
    ['999999;zp_gesamt;100;90;Tippfehler;Telefon;', /Spalte einheit: „999999“ nimmt an dieser Erhebung nicht teil/],
    [`${silent};zp_gesamt;;90;Tippfehler;Telefon;`, /Hier ist nichts abgesendet/],
    [`${a};zp_gesmat;100;90;Tippfehler;Telefon;`, /Spalte variable: „zp_gesmat“ ist kein Feld/],
    [`${a};anmerkungen;;Text;Tippfehler;Telefon;`, /Spalte variable: .*Texte bleiben/],
    [`${a};zp_gesamt;100;neunzig;Tippfehler;Telefon;`, /Spalte neu: /],
    [`${a};zp_gesamt;hundert;90;Tippfehler;Telefon;`, /Spalte alt: /],
    [`${a};zp_gesamt;100;-1;Tippfehler;Telefon;`, /Spalte neu: /],
    [`${a};zp_gesamt;100;1,5;Tippfehler;Telefon;`, /Spalte neu: /],
    [`${a};zp_gesamt;99;90;Tippfehler;Telefon;`, /Verwendet wird jetzt 100, nicht 99/],
    [`${b};zp_gesamt;100;100;Tippfehler;Telefon;`, /schon verwendet/],
    [`${b};zp_gesamt;100;90;Laune;Telefon;`, /Spalte grund: „Laune“ ist kein Grund. Möglich sind: Tippfehler/],
    [`${b};zp_gesamt;100;90;;Telefon;`, /Spalte grund/],
    [`${b};zp_gesamt;100;90;Tippfehler;Kaffeesatz;`, /Spalte quelle: „Kaffeesatz“/],
    [`${b};zp_gesamt;100;90;Tippfehler;;`, /Spalte quelle/],
    [`${b};zp_gesamt;100;90;Sonstiges;Telefon;`, /Spalte bemerkung: .*welcher andere Grund/],
    [`${b};zp_gesamt;100;90;Tippfehler;Telefon;${'x'.repeat(1001)}`, /Spalte bemerkung: .*1000 Zeichen/],
    [`${b};zp_gesamt;100;90;Tippfehler;Telefon;a\0b`, /Spalte bemerkung: .*Zeichen, das sich nicht speichern lässt/],
    [`${c};ohne_plan;;1;Tippfehler;Telefon;`, /Spalte variable: .*Folgerungen/],
    [`${c};zg_gruppe_ohne;0;vielleicht;Tippfehler;Telefon;`, /Spalte neu: Ein Ankreuzfeld/],
    [`${c};zp_gesamt;100;2;Tippfehler;Telefon;`, /Spalte bemerkung: .*warum es so stimmt/],
    [`;zp_gesamt;100;90;Tippfehler;Telefon;`, /Spalte einheit/],
  ]
  const path = await written(...faulty.map(([line]) => line))
  const { problems } = await lookAtFile(context, asked, { path, by: undefined })
  for (const [place, [, fault]] of faulty.entries()) {
    const own = problems.filter(({ line }) => line === place + 2).map((one) => placed('korrekturen.csv', one))
    t.match(own.join('\n'), fault, `line ${place + 2}`)
  }
  await t.rejects(
    runCommand('amend file', { positionals: ['umfrage-1', path], values: {} }, url),
    /Nichts ist geändert/,
  )
  t.strictSame(await listAmendments(db, { wave: 'umfrage-1', account: undefined }), [])

  const sound = await written(
    `08${a};zp_gesamt;100;90;Tippfehler;Telefon;`,
    `${b};zp_gesamt;100;;falsche Einheit;mail;laut Schreiben`,
    `${c};im_alpha;3;4;Zählung;Plausibilität;`,
  )
  const looked = await lookAtFile(context, asked, { path: sound, by: undefined })
  t.strictSame([looked.problems, looked.isLarge], [[], true], 'what is taken away whole is a large one')
  t.match(
    await amendLines(context, asked, looked.lines, undefined),
    { faults: [/--als/] },
    'somebody has to propose it',
  )

  const small = await written(`${a};zp_gesamt;100;90;Tippfehler;Telefon;`, `${c};im_alpha;3;4;Zählung;Plausibilität;`)
  const run = (name: string, positionals: string[], values = {}) => runCommand(name, { positionals, values }, url)
  t.match(await run('amend file', ['umfrage-1', small], { 'dry-run': 'ja' }), /2 Korrekturen, nichts spricht dagegen/)
  t.match(await run('amend file', ['umfrage-1', small]), /2 Korrekturen gelten/)
  const state = await lastState(world)
  t.match(
    await run('amend list', ['umfrage-1']),
    new RegExp(`${a} zp_gesamt: 100 → 90; gilt; Tippfehler; .*Datenstand ${state}`),
  )
  const one = { alt: '90', neu: '80', grund: 'Nachmeldung', quelle: 'Schreiben' }
  t.match(await run('amend one', ['umfrage-1', a, 'zp_gesamt'], one), /Die Korrektur gilt/)
  await t.rejects(run('amend one', ['umfrage-1', a, 'zp_gesamt'], one), /schon verwendet/, 'a second click is none')
  t.match(await run('amend undo', ['umfrage-1'], { stand: String(state) }), /2 Korrekturen sind zurückgenommen/)
  const all = JSON.parse(await run('amend list', ['umfrage-1'], { json: 'ja' }))
  t.strictSame(
    all.map(({ field, standing }: Record<string, string>) => [field, standing]),
    [
      ['zp_gesamt', 'ruht'],
      ['zp_gesamt', 'zurueckgenommen'],
      ['im_alpha', 'zurueckgenommen'],
    ],
    'what was built on it rests',
  )
  await t.rejects(run('amend undo', ['umfrage-1'], { stand: String(state) }), /schon zurückgenommen/)
})

t.test('several small steps to a large change wait for a second account as the change itself would', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const { db } = world
  const [unit = ''] = await withRegistry(world)
  await addWave(world, 'umfrage-1', [unit], () => ({ zp_gesamt: 120 }))
  const [proposer, second] = await Promise.all(
    ['f.eins', 'f.zwei'].map((name) => addAccount(db, { name, role: 'feldbuero', passwordHash: 'x', demo: undefined })),
  )
  const context = amendContext(world)
  const [participantId = 0] = (await participantsOf(world, 'umfrage-1')).values()
  const wave = await findWave(db, 'umfrage-1')
  if (wave === undefined || proposer === undefined || second === undefined) throw new Error('all of it is there')
  const amending = (was: number, ...others: number[]) => {
    const steps = [was, ...others]
    const amendments = others.map((became, place) => ({
      ...{ participantId, field: 'zp_gesamt', was: steps[place] ?? null, became },
      ...because,
    }))
    return amend(context, { wave, amendments, by: proposer })
  }
  t.match(await amending(120, 75), { waits: false })
  t.match(await amending(75, 40), { waits: true }, 'from what was given it is a large one')
  t.match(await amending(75, 71, 30), { waits: true }, 'also within one list')
  for (const { id } of await openApprovals(db, wave.id)) await decide(context, id, 'agreed', second)
  t.match(await amending(40, 42), { waits: false }, 'what two have agreed to is where it begins anew')
  t.match(await amending(42, 88), { waits: false })
  t.match(await amending(88, 91), { waits: true })
})

t.test('a list can have as many corrections as there are', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  const [unit = ''] = await withRegistry(world)
  await addWave(world, 'umfrage-1', [unit], () => ({ zp_gesamt: 0 }))
  const [participantId = 0] = (await participantsOf(world, 'umfrage-1')).values()
  const many = Array.from({ length: 7_000 }, (_, was) => ({
    ...{ participantId, field: 'zp_gesamt', was, became: was + 1, beside: {}, follows: {} },
    ...because,
  }))
  await world.db.transaction().execute((trx) => insertAmendments(trx, many, { by: undefined, agreedBy: undefined }))
  t.match((await usedAnswers(world.db, [participantId])).get(participantId), { answers: { zp_gesamt: 7_000 } })
})
