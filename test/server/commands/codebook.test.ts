import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Codebook, CodebookColumn } from '../../../analysis/codebook/codebook.ts'
import { storeImNummern, storeVerbuende } from '../../../server/store/verbuende.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, withRegistry } from '../../support/panel-world.ts'
import { readPdf } from '../../support/read-pdf.ts'
import { runCommand } from '../../support/run-command.ts'

const schema = 'test/reference/ddi/schemas/codebook.xsd'

/** Looks a file up against the schema without any net, or says what is wrong. */
const faults = (file: string): string => {
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, file], {
    encoding: 'utf8',
  })
  return status === 0 ? '' : stderr
}

t.test('the codebook of a wave and of a panel', async (t) => {
  const world = await freshDatabase(t)
  const units = (await withRegistry(world)).slice(0, 30)
  // Two only say that there is no information, and one alone has a flat; of numbers, all but three are the same.
  await addWave(world, 'umfrage-1', units, (_unit, place) => ({
    zp_gesamt: 100 + place,
    zg_gruppe_duldung: true,
    ...(place < 28 ? { zp_status_duldung: 7 } : { zp_status_nv: true }),
  }))
  await addWave(world, 'umfrage-0', units.slice(0, 5), () => ({}))
  await addWave(world, 'umfrage-4', units.slice(0, 20), (_unit, place) => ({ zp_gesamt: 50 + place, im_gesamt: 3 }))
  const folder = t.testdir({})
  const write = async (waves: string[], format: string, name: string) => {
    const out = join(folder, name)
    await runCommand('codebook', { positionals: waves, values: { format, out } }, world.url)
    return readFile(out)
  }

  t.test('as JSON: how it is asked, what may be told of the answers, and nothing else', async (t) => {
    const { study, tables } = JSON.parse(String(await write(['umfrage-1'], 'json', 'a.json'))) as Codebook
    t.match(study, { id: 'umfrage-1', waves: [{ asked: 30, answered: 30, synthetic: false }], values: 'amended' })
    const column = (name: string) => tables[0]?.columns.find((one) => one.name === name) as CodebookColumn
    t.match(column('zp_gesamt').statistics, { units: 30, n: 30, level: { mean: 114.5, median: 114.5 } })
    t.match(column('zp_gesamt'), { concept: 'umfrage-1.zp_gesamt', number: 'F4' })
    const { statistics } = column('zp_status_duldung')
    t.match(statistics, { units: 30, n: 28, missing: [{}, { code: 'nicht_vorhanden', count: 'verdeckt' }] })
    t.equal(tables[0]?.rows, 30)
    t.notOk(
      tables[0]?.columns.some(({ name }) => name === 'kuerzel'),
      'no contact data',
    )
  })

  t.test('as DDI: valid without the net, the same bytes twice, small counts nowhere', async (t) => {
    const first = await write(['umfrage-1'], 'ddi', 'wave.xml')
    t.equal(faults(join(folder, 'wave.xml')), '')
    t.ok(first.equals(await write(['umfrage-1'], 'ddi', 'again.xml')))
    const text = String(first)
    const duldung = text.slice(text.indexOf('name="zp_status_duldung"'), text.indexOf('name="zp_status_duldung_fehlt"'))
    t.match(duldung, /<qstnLit>.+<\/qstnLit>/)
    t.match(duldung, /<sumStat type="vald">28<\/sumStat>/)
    t.match(duldung, /<catgry missing="Y" missType="nicht_vorhanden">\s*<catValu>-7<\/catValu>/)
    t.notMatch(duldung, /<catStat[^>]*>[12]</)
    t.match(text, /<respRate>30 von 30 haben abgesendet/)
    await write(['umfrage-1', 'umfrage-4'], 'ddi', 'panel.xml')
    t.equal(faults(join(folder, 'panel.xml')), '')
    const panel = await readFile(join(folder, 'panel.xml'), 'utf8')
    await writeFile(join(folder, 'broken.xml'), panel.replace('<sumStat type="mean">', '<sumStat type="Mittel">'))
    t.match(faults(join(folder, 'broken.xml')), /Mittel/, 'the check can fail')
    t.match(
      panel,
      /name="umfrage-1\.zp_gesamt" var="V\.umfrage-1\.zp_gesamt V\.umfrage-4\.zp_gesamt V\.umfrage-1_umfrage-4\.zp_gesamt"/,
    )
    t.match(panel, /umfrage-1 → umfrage-4: gleich gefragt/)
  })

  t.test('as Croissant: the files that an export of the same state writes', async (t) => {
    const described = JSON.parse(String(await write(['umfrage-1'], 'croissant', 'croissant.json')))
    t.match(described, { '@type': 'sc:Dataset', conformsTo: 'http://mlcommons.org/croissant/1.1', name: 'umfrage-1' })
    await runCommand('export', { positionals: ['umfrage-1'], values: { format: 'csv', out: folder } }, world.url)
    for (const { name, sha256, contentSize } of described.distribution) {
      const bytes = await readFile(join(folder, name))
      t.equal(createHash('sha256').update(bytes).digest('hex'), sha256, name)
      t.equal(`${bytes.length} B`, contentSize)
    }
    const [answers] = described.recordSet
    t.match(
      answers.field.find((one: { name: string }) => one.name === 'zp_gesamt'),
      {
        '@id': 'umfrage-1/zp_gesamt',
        dataType: 'sc:Integer',
        source: { fileObject: { '@id': 'umfrage-1.csv' }, extract: { column: 'zp_gesamt' } },
      },
    )
    const beside = JSON.parse(await readFile(join(folder, 'umfrage-1-croissant.json'), 'utf8'))
    t.strictSame(beside, described, 'the one that lies beside an export is the same')
  })

  t.test('of persons: who they are, how they answered, and nobody among them', async (t) => {
    const persons = units.slice(0, 5).flatMap((unit) => ['001', '002'].map((number) => `${unit}-${number}`))
    const validity = { valid_from: '2018-01-01', valid_to: null }
    const since = await world.db
      .selectFrom('gemeinde')
      .select(['gkz', 'valid_from'])
      .where('gkz', 'in', units)
      .execute()
    await storeVerbuende(
      world.db,
      since.map((one) => ({
        ...{ gkz: one.gkz, verbund: one.gkz, name: 'Verbund', gemeinde_valid_from: one.valid_from, ...validity },
      })),
      { synthetic: true },
    )
    await storeImNummern(
      world.db,
      persons.map((number) => ({ im_nummer: number, verbund: number.slice(0, 6), ...validity })),
    )
    await addWave(world, 'umfrage-3', persons, (_person, place) =>
      place === 9 ? undefined : { klienten_anzahl: place < 2 ? 'unter_40' : '40_59', klienten_ohne_auftrag: place },
    )
    const { study, tables } = JSON.parse(String(await write(['umfrage-3'], 'json', 'person.json'))) as Codebook
    t.match(study, { unit: 'integrationsmanager', waves: [{ asked: 10, answered: 9 }] })
    const column = (name: string) => tables[0]?.columns.find((one) => one.name === name) as CodebookColumn
    t.match(column('klienten_ohne_auftrag').statistics, { units: 9, n: 9, level: { mean: 4 } })
    t.match(
      column('klienten_anzahl').statistics?.categories?.map(({ code, count }) => [code, count]),
      [
        ['unter_40', 'verdeckt'],
        ['40_59', 'verdeckt'],
      ],
      'what would tell of two is not told',
    )
    t.equal(column('im_nummer').label.length > 0, true)
    await write(['umfrage-3'], 'ddi', 'person.xml')
    t.equal(faults(join(folder, 'person.xml')), '')
    t.match((await readPdf(await write(['umfrage-3'], 'pdf', 'person.pdf'))).text, /klienten_ohne_auftrag/)
    await t.rejects(
      write(['umfrage-3', 'umfrage-4'], 'json', 'x.json'),
      /eine fragt Integrationsmanager\/-innen, die andere Kommunen/,
    )
  })

  t.test('to read: as PDF, as a page of its own; as CSV', async (t) => {
    const panel = await readPdf(await write(['umfrage-1', 'umfrage-4'], 'pdf', 'panel.pdf'))
    t.ok(panel.pages.length < 70, `${panel.pages.length} pages`)
    t.match(panel.text, /Warum Werte fehlen können .* Was mehrere Wellen fragen/s)
    const pdf = await readPdf(await write(['umfrage-0'], 'pdf', 'book.pdf'))
    t.match(JSON.stringify(pdf), /plan_erfassung/)
    const html = String(await write(['umfrage-1'], 'html', 'book.html'))
    t.match(html, /<h5 id="spalte-zp_gesamt">/)
    t.notMatch(html, /src=|href=/)
    t.match(
      String(await write(['umfrage-1'], 'csv', 'book.csv')),
      /^spalte,bezeichnung,.*,gefragt_bei,hilfe,konzept\r\n/,
    )
    await t.rejects(write(['umfrage-9'], 'json', 'x.json'), /umfrage-9/)
    await t.rejects(write(['umfrage-1'], 'docx', 'x.docx'), /--format/)
  })
})
