import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { kreisReport } from '../../../analysis/kreisbericht/kreis-report.ts'
import { parseFacts } from '../../../server/kreisbericht/read-facts.ts'
import { print } from '../../../server/paper/print.ts'
import { factsWith, goeppingen, goeppingenFile } from '../../support/kreis-facts.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'

const write = (file: string, out: string | undefined) =>
  runCommand('kreisbericht', { positionals: [file], values: { out } }, '')

t.test('a file of facts becomes a page and a tagged paper that say the same, always the same bytes', async (t) => {
  const [one, two] = [t.testdir({}), join(t.testdirName, 'neu/tief')]
  const file = fileURLToPath(goeppingenFile)
  t.equal(await write(file, one), ['kreisbericht.html', 'kreisbericht.pdf'].map((name) => join(one, name)).join('\n'))
  await write(file, two)
  const read = (folder: string, name: string) => readFileSync(join(folder, name))
  for (const name of ['kreisbericht.html', 'kreisbericht.pdf'])
    t.ok(read(one, name).equals(read(two, name)), `${name} is the same again`)
  const pdf = await readPdf(read(one, 'kreisbericht.pdf'))
  t.match(pdf, {
    tagged: true,
    accessible: '1',
    language: 'de-DE',
    title: 'Integrationsmanagement im Landkreis Göppingen',
    created: undefined,
    outside: [],
  })
  t.ok(
    ['H1', 'H2', 'Table', 'TH', 'L', 'Link'].every((role) => pdf.roles.includes(role)),
    pdf.roles.join(' '),
  )
  const html = read(one, 'kreisbericht.html')
    .toString()
    .replace(/<sup>.*?<\/sup>/g, '')
  t.notMatch(html, /<script|<link|src=|https?:/, 'the page loads nothing')
  const texts = [html, pdf.text.replace(/- (?=[a-zäöü])/g, '')]
  for (const text of texts)
    for (const words of [
      '10 Personen',
      '8,05',
      '16',
      '13,45',
      '1.024',
      'etwa 1.400',
      '915',
      'ein Drittel',
      '815.185 Euro',
    ])
      t.ok(text.includes(words), words)
})

t.test('what people typed is text, not markup', async (t) => {
  const hostile = '<b>#text(red)[$x$] @label *fett* "zu" \\ </b>'
  const report = kreisReport(
    factsWith({ paragraphs: [{ section: 'staff', heading: hostile, text: hostile, origin: hostile }] }),
  )
  t.ok((await readPdf(await print('kreisbericht', report))).text.includes('#text(red)[$x$] @label *fett*'))
})

const faultsOf = (given: object | string) => {
  const parsed = parseFacts(typeof given === 'string' ? given : JSON.stringify(given, null, 2))
  return 'faults' in parsed ? parsed.faults.map(({ line, sentence }) => `${line}: ${sentence}`) : []
}

const figures = (...facts: object[]) => ({ ...factsWith({}), figures: { targetPersons: facts } })

t.test('each fault is told with its place, its field and the way out', async (t) => {
  const right = { value: 5, at: '2018-01-01', origin: 'Akte' }
  t.strictSame(faultsOf(figures(right)), [])
  t.strictSame(faultsOf(goeppingen()), [])
  const place = '„figures.targetPersons.0'
  const cases: [object, string][] = [
    [{ ...right, value: '5' }, `${place}.value“: Hier muss eine Zahl stehen, ohne Anführungszeichen`],
    [{ ...right, value: -1 }, `${place}.value“: Die Zahl darf nicht kleiner sein als 0.`],
    [{ ...right, value: 5.5 }, `${place}.value“: Hier muss eine ganze Zahl stehen.`],
    [{ ...right, at: '2018-02-30' }, `${place}.at“: Hier muss ein Tag stehen, geschrieben wie 2018-12-31.`],
    [{ value: 5, at: '2018-01-01' }, `${place}“: Die Angabe „origin“ fehlt.`],
    [{ value: 5, origin: 'Akte' }, `${place}“: Die Zeit fehlt:`],
    [{ ...right, until: '2018-02-01' }, `${place}.at“: Entweder ein Tag`],
    [{ ...right, at: undefined, from: '2018-03-01', until: '2018-02-01' }, `${place}.from“: Der Zeitraum endet, bevor`],
    [
      { at: '2018-01-01', origin: 'Akte' },
      `${place}“: Die Angabe „value“ fehlt. Ist sie nicht bekannt, schreiben Sie null.`,
    ],
    [{ ...right, percent: 3 }, `${place}.value“: Hier darf nur eines stehen: „value“ oder „percent“.`],
    [{ at: '2018-01-01', origin: 'Akte', share: '1/3' }, `${place}.share“: Hier muss eine Zahl stehen`],
  ]
  for (const [fact, sentence] of cases)
    t.ok(faultsOf(figures(fact))[0]?.includes(sentence), `${faultsOf(figures(fact))}`)
  t.match(faultsOf(figures(right, right)), [/„figures\.targetPersons\.1“: Für diese Zeit steht hier schon eine Angabe/])
  const housing = (...facts: object[]) => faultsOf({ ...factsWith({}), housing: [{ label: 'in Wohnungen', facts }] })
  t.match(housing({ ...right, at: '2031-01-01' }), [/nach dem Stand des Berichts/])
  t.match(housing({ share: '3/2', at: '2018-01-01', origin: 'Akte' }), [/ein Anteil stehen wie 1\/3/])
  const kommunen = [{ name: 'Salach' }]
  const providers = (...given: object[]) => faultsOf({ ...factsWith({}), providers: given })
  const own = { kind: 'own', origin: 'Akte' }
  t.match(providers({ ...own, kommunen }, { ...own, kommunen }), [/„Salach“ hat schon einen Träger/])
  t.match(providers({ ...own, kommunen: 'others' }, { ...own, kommunen: 'others' }), [/kann nur einer haben/])
  t.match(faultsOf('{ "kreis": "Landkreis A", }'), [/^1: Die Angabe „asOf“ fehlt/])
  t.match(faultsOf('{'), [/^1: Das ist kein gültiges JSON/])
})

t.test('a wrong file writes nothing', async (t) => {
  const folder = t.testdir({})
  const file = join(folder, 'angaben.json')
  writeFileSync(file, '{\n  "kreis": "Landkreis A",\n  "asOf": "gestern"\n}')
  const out = join(folder, 'bericht')
  await t.rejects(write(file, out), {
    message: /^angaben\.json, Zeile 3, Spalte 11: „asOf“: Hier muss ein Tag stehen/,
  })
  await t.rejects(write(join(folder, 'fehlt.json'), out), /fehlt\.json lässt sich nicht lesen/)
  t.notOk(existsSync(out))
  await t.rejects(write(file, undefined), /--out/)
})
