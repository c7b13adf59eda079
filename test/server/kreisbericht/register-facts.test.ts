import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { factsFromRegister } from '../../../analysis/kreisbericht/from-register.ts'
import { factsFromSigned } from '../../../analysis/kreisbericht/from-signed.ts'
import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import { mergeFacts } from '../../../analysis/kreisbericht/merge-facts.ts'
import { registerFacts } from '../../../server/kreisbericht/register-facts.ts'
import { importShippedRegistry } from '../../../server/registry/import-registry.ts'
import { recordImport } from '../../../server/registry/record-import.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { files } from '../../support/goeppingen.ts'
import { factsWith, sentencesOf } from '../../support/kreis-facts.ts'
import { runCommand } from '../../support/run-command.ts'

t.test('the register tells what the Landkreis Göppingen told its Kreistag in 2018', async (t) => {
  const world = await freshDatabase(t)
  await importShippedRegistry(world.db)
  const folder = t.testdir({})
  for (const content of Object.values(files)) {
    const path = join(folder, 'datei.csv')
    writeFileSync(path, content)
    t.strictSame((await recordImport(world.db, { path, file: 'datei.csv', preview: false })).problems, [])
  }
  const staffOn = async (day: string, ...before: string[]) => {
    const { figures } = await registerFacts(world.db, '117', day, before)
    return [figures?.staffPersons, figures?.staffVzae].map((facts) => facts?.map(({ at, value }) => [at, value]))
  }
  t.strictSame(await staffOn('2018-08-01'), [[['2018-08-01', 10]], [['2018-08-01', 8.05]]])
  const then = '2018-12-31'
  t.strictSame(await staffOn('2019-06-30', then), [
    [
      [then, 16],
      ['2019-06-30', 16],
    ],
    [
      [then, 13.45],
      ['2019-06-30', 13.45],
    ],
  ])
  const { providers, open } = await registerFacts(world.db, '117', '2018-08-01', [])
  t.match(providers, [
    { kind: 'kreis', kommunen: 'others', origin: 'Verzeichnis der Durchführung am 01.08.2018' },
    {
      kind: 'own',
      kommunen: ['Donzdorf', 'Ebersbach an der Fils', 'Eislingen/Fils', 'Göppingen', 'Salach'].map((name) => ({
        name,
      })),
    },
  ])
  t.strictSame(open, [])
  t.strictSame(await registerFacts(world.db, '118', '2018-08-01', []), { figures: {} }, 'nothing is known of another')

  const file = join(folder, 'angaben.json')
  const ownFacts = { kreis: 'Landkreis Göppingen', asOf: '2018-08-01' }
  writeFileSync(file, JSON.stringify(ownFacts))
  const out = join(folder, 'bericht')
  await runCommand('kreisbericht', { positionals: [file], values: { kreis: '117', out } }, world.url)
  const html = readFileSync(join(out, 'kreisbericht.html'), 'utf8')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  t.match(
    html,
    /Am 01\.08\.2018 arbeiteten 10 Personen mit zusammen 8,05 VZÄ im Integrationsmanagement des Landkreises/,
  )
  t.match(html, /alle übrigen Kommunen hat der Landkreis/)
  t.match(html, /Verzeichnis der Einsätze am 01\.08\.2018/, 'where it comes from')
  await t.rejects(
    runCommand('kreisbericht', { positionals: [], values: { kreis: '117', out } }, world.url),
    /keine Umfrage und keine freigegebenen Kennzahlen/,
  )
})

t.test('one or two persons are not told, and who carries out nothing known is open', async (t) => {
  const day = '2024-12-31'
  const person = (number: string, kreis: string) => ({
    ...{ number, kreis, hundredths: 50, isTrained: false },
    ...{ qualification: undefined, requalification: 'none' as const },
  })
  const kommunen = ['A', 'B', 'C', 'D'].map((name) => ({ gkz: name, name }))
  const found = factsFromRegister({
    ...{ kreis: '117', day, kommunen },
    staff: [{ day, persons: [person('1', '117'), person('2', '117'), person('3', '118')] }],
    provisions: [
      { gkz: 'A', wer: 'kommune', durchName: 'Süßen' },
      { gkz: 'B', wer: 'frei', durchName: 'Caritas' },
      { gkz: 'C', wer: 'frei', durchName: 'Caritas' },
    ],
  })
  t.match(found.figures, { staffPersons: [{ value: null, why: /verdeckt/ }], staffVzae: [{ value: null }] })
  const facts = { ...factsWith({}), asOf: day }
  const told = sentencesOf(kreisReport(mergeFacts(facts, { kreis: facts.kreis, ...found })))
  for (const sentence of [
    'Für die Kommune A liegt das Integrationsmanagement bei einer anderen Kommune (Süßen).',
    'Für die Kommunen B und C liegt das Integrationsmanagement bei einem freien Träger (Caritas).',
  ])
    t.ok(told.includes(sentence), sentence)
  t.ok(told.some((one) => /steht nicht im Verzeichnis von: D\./.test(one)))
  const own = [{ kind: 'kreis' as const, kommunen: 'others' as const, origin: 'Akte' }]
  const merged = mergeFacts({ ...facts, providers: own }, { kreis: facts.kreis, ...found })
  t.strictSame([merged.providers, merged.open], [own, undefined], 'what is said by hand is right')
})

t.test('Kennzahlen that a Kreis has signed are told with what is missing in them', async (t) => {
  const year = (number: number, from: number, isSigned = true) => ({
    ...{ title: 'Kennzahlen', year: number, signed: isSigned ? '2025-03-01' : undefined },
    sums: new Map([
      ['erreicht', { value: 4210, from, of: 41 }],
      ['ort_fern', { value: 70, from, of: 41 }],
      ['zuwendung', { value: 90_000, from: 1, of: 1 }],
    ]),
    kinds: new Map([['ort_fern', 'am Telefon']]),
    isOwn: number === 2025,
  })
  const { figures, consultationKinds } = factsFromSigned([
    year(2023, 41),
    year(2024, 37),
    year(2025, 2),
    year(2026, 41, false),
  ])
  t.match(figures?.reachedPersons, [
    { value: 4210, precision: undefined, from: '2023-01-01', until: '2023-12-31' },
    { value: 4210, precision: 'least', origin: 'Kennzahlen 2024, freigegeben am 01.03.2025, aus 37 von 41 Angaben' },
    { value: null, why: /verdeckt/, origin: 'Kennzahlen 2025, freigegeben am 01.03.2025' },
    { value: null, why: /noch nicht freigegeben/ },
  ])
  t.match(figures?.grantUsed, [
    { value: null, why: /Zuwendungsempfänger verriete/ },
    { value: null },
    { value: 90_000, precision: undefined, from: '2025-01-01' },
    { value: null, why: /noch nicht freigegeben/ },
  ])
  t.match(consultationKinds, [{ label: 'am Telefon', facts: [{ value: 70 }, { precision: 'least' }, {}, {}] }])
  t.match(figures?.targetPersons?.[0], { at: '2023-12-31', from: undefined })
  t.match(figures?.consultations?.[0], { value: null, why: 'Niemand hat etwas angegeben' })
  const facts = factsWith({
    figures: { reachedPersons: [{ value: 900, from: '2023-01-01', until: '2023-12-31', origin: 'Akte' }] },
  })
  const merged = mergeFacts({ ...facts, asOf: '2024-12-31' }, { kreis: facts.kreis, ...(figures && { figures }) })
  t.strictSame(
    merged.figures?.reachedPersons?.map(({ value }) => value),
    [900, 4210],
  )
})
