import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { comparePanel, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { Forms } from '../../../server/forms/form.ts'
import { listLogEntries } from '../../../server/store/log-entries.ts'
import { addAccount } from '../../../server/store/staff-accounts.ts'
import { stichtag } from '../../support/child.ts'
import { defined } from '../../support/defined.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { type Answers, addWave, correct, lastState, withRegistry } from '../../support/panel-world.ts'
import { told } from '../../support/told.ts'

const forms = new Forms()
const waves = ['umfrage-1', 'umfrage-4']

/** Planted: the share of those with a Duldung rises by five points, the Zielpersonen fall by a tenth. */
async function plantedWorld(world: FreshDatabase): Promise<void> {
  const units = (await withRegistry(world)).slice(0, 300)
  const next = random(3)
  const totals = units.map(() => 100 + Math.floor(400 * next()))
  const answersOf = (place: number, total: number, share: number): Answers => {
    const duldung = Math.round(total * (share + 0.04 * (next() - 0.5)))
    const answers: Answers = { zp_gesamt: total, zp_status_unbekannt: 7, zp_status_duldung: duldung }
    const others = ['kontingent', 'gestattung', 'ohne', 'nicht_eu', 'eu', 'andere']
    for (const code of others) answers[`zp_status_${code}`] = 0
    answers.zp_status_erlaubnis = total - 7 - duldung
    if (place % 10 === 0) return { zp_gesamt: total, zp_status_nv: true }
    if (place % 10 === 1) delete answers.zp_status_eu
    if (place % 2 === 0) answers.zg_gruppe_duldung = true
    else answers.zg_gruppe_erlaubnis = true
    return answers
  }
  await addWave(world, 'umfrage-1', units, (_unit, place) =>
    place % 7 === 6 ? undefined : answersOf(place, totals[place] as number, 0.15),
  )
  await addWave(world, 'umfrage-2', units, (_unit, place) => ({
    organisation: place % 3 === 0 ? 'kommune' : place % 3 === 1 ? 'traeger' : 'landratsamt',
  }))
  await addWave(world, 'umfrage-4', units, (_unit, place) =>
    place % 5 === 4 ? undefined : answersOf(place, Math.round((totals[place] as number) * 0.9), 0.2),
  )
}

t.test('a panel in a database', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await plantedWorld(world)
  const compare = (request: Partial<PanelRequest> & Pick<PanelRequest, 'variables'>) =>
    comparePanel(world, forms, { waves, ...request })

  t.test('the planted change is found again, among the right pairs', async (t) => {
    const { compared } = await compare({ variables: ['zp_duldung_anteil', 'zp_gesamt'] })
    const [share, total] = compared.variables.map(({ steps }) => steps[0]?.total)
    if (share?.result?.kind !== 'number' || total?.result?.kind !== 'number') return t.fail('numbers')
    t.strictSame(total.size.pairs, 206)
    const change = defined(share.result.change)
    const [low, high] = defined(change.interval)
    t.ok(low < 5 && 5 < high && high - low < 0.6, `${low} … ${high}`)
    t.ok(Math.abs(defined(total.result.change).change / defined(total.result.change).before + 0.1) < 0.001)
    t.match(share.result.missing.before, { keine_teilnahme: 42, nicht_vorhanden: 26, leer: 26 })
    const { total: pooled } = share.result.pairs.after
    if (!('share' in pooled)) return t.fail('shares are pooled')
    t.equal(pooled.share, (100 * pooled.parts) / pooled.base)
    t.ok(Math.abs(defined(pooled.share) - 20) < 1)
  })

  t.test('boxes to tick and choices group and are compared', async (t) => {
    const { compared, grouping } = await compare({ variables: ['zg_gruppe_duldung'], by: 'organisation' })
    t.match(grouping?.label, /^Wie ist bei Ihnen geregelt/)
    t.equal(grouping?.note, 'Geantwortet in umfrage-2', 'nobody named the wave')
    const [step] = compared.variables[0]?.steps ?? []
    t.strictSame(
      step?.groups.map(({ code, size }) => [code, size.units]),
      [
        ['kommune', 100],
        ['traeger', 100],
        ['landratsamt', 100],
      ],
    )
    if (step?.total.result?.kind !== 'category') return t.fail('a category')
    t.strictSame(step.total.result.missing.before, { keine_teilnahme: 42, leer: 26 }, 'nothing ticked is no answer')
    t.strictSame(step.total.result.transitions.counts[0]?.[1], 0)
    const flagged = await compare({ variables: ['zp_status_nv'] })
    const ticked = flagged.compared.variables[0]?.steps[0]?.total.result
    t.equal(ticked?.kind === 'category' && ticked.before?.categories[1]?.count, 26)
  })

  t.test('a filter leaves others out; groups of the register', async (t) => {
    const { compared, provenance } = await compare({ variables: ['zp_gesamt'], filters: ['kreis=117'], by: 'groesse' })
    const [step] = compared.variables[0]?.steps ?? []
    t.equal(step?.total.size.units, 38)
    t.strictSame(provenance.filters, ['kreis=117'])
    t.ok((step?.groups.length ?? 0) > 1)
    t.equal(
      step?.groups.reduce((sum, { size }) => sum + told(size.units), 0),
      38,
    )
  })

  t.test('administrative figures are compared for all, and divide Kommunen by month or in thirds', async (t) => {
    await loadSeries(world)
    const { compared, grouping } = await compare({ variables: ['einwohner'], by: 'im_start' })
    const [step] = compared.variables[0]?.steps ?? []
    t.equal(step?.total.size.pairs, 300, 'whether they have answered or not')
    t.match(step?.comparability, { label: 'amtliche Angabe', why: /jeweils zum Jahresende/ })
    t.match(grouping?.groups[0], { code: /^2017\d\d$/, label: /^[A-ZÄ][a-zä]+ 2017$/ })
    t.notOk(step?.groups.some(({ size }) => told(size.units) < 3))
    const thirds = await compare({ variables: ['zp_gesamt'], by: 'gefluechtete' })
    t.strictSame(
      thirds.grouping?.groups.map(({ code }) => code),
      ['1', '2', '3'],
    )
    const change = step?.total.result?.kind === 'number' && step.total.result.pairs.after.total
    const register = await world.db
      .selectFrom('observation')
      .innerJoin('series', 'series.id', 'series_id')
      .select(({ fn }) => fn.sum<number>('value').as('sum'))
      .where('indicator', '=', 'einwohner')
      .where('starts', '=', '2019-12-31')
      .where(
        'region',
        'in',
        thirds.loaded.units.map(({ unit }) => unit),
      )
      .executeTakeFirstOrThrow()
    t.strictSame(change, { sum: Number(register.sum) }, 'the figures of the end of 2019 stand beside 31 January 2020')
  })

  t.test('the snapshot of an earlier figure gives that figure again', async (t) => {
    const early = await compare({ variables: ['zp_gesamt'], by: 'kreis' })
    await correct(world, 'umfrage-4', '111000', { zp_gesamt: 99_999 })
    const late = await compare({ variables: ['zp_gesamt'], by: 'kreis' })
    const again = await compare({
      variables: ['zp_gesamt'],
      by: 'kreis',
      state: early.provenance.snapshot.state,
    })
    t.strictSame(again.compared, early.compared)
    t.strictSame(again.provenance, early.provenance)
    t.notSame(late.compared, early.compared)
    t.match(early.provenance.waves, [{ survey: 'umfrage-1', answers: [{ version: '2.0.0', submissions: 258 }] }, {}])
  })

  t.test('what cannot be compared is said, with what was probably meant', async (t) => {
    const refused = async (request: Parameters<typeof compare>[0], sentence: RegExp) =>
      t.rejects(compare(request), { name: 'InputError', message: sentence })
    await refused(
      { variables: ['zp_gesammt'] },
      /„zp_gesammt“ gibt es in umfrage-1 und umfrage-4 nicht\. Meinen Sie „zp_gesamt“\?/,
    )
    await refused({ variables: ['zg_alter'] }, /keine Zahl und keine Auswahl/)
    await refused({ variables: ['kuerzel'] }, /keine Zahl und keine Auswahl/)
    await refused({ variables: ['vzae_zuwachs'] }, /aus nach_vzae, vor_vzae berechnet/)
    await refused({ variables: ['zp_gesamt'], by: 'kries' }, /Meinen Sie „kreis“\?/)
    await refused({ variables: ['zp_gesamt'], by: 'zg_gruppe' }, /mehrere Antworten möglich.*zg_gruppe_duldung/)
    await refused({ variables: ['zp_gesamt'], by: 'im_gesamt' }, /das ist eine Zahl/)
    await refused({ variables: ['zp_gesamt'], waves: ['umfrage-1', 'umfrag-4'] }, /Meinen Sie „umfrage-4“\?/)
    await refused({ variables: ['zp_gesamt'], waves: ['umfrage-1', 'umfrage-1'] }, /zweimal/)
    await refused({ variables: ['zp_gesamt'], filters: ['kreis=999'] }, /Möglich sind: 111 \(Stadtkreis Stuttgart\)/)
    await refused({ variables: ['zp_gesamt'], filters: ['kreis'] }, /MERKMAL=WERT/)
  })

  t.test('the command: a table for people, JSON and CSV for programs, exit codes', async (t) => {
    const run = (...args: string[]) =>
      stichtag(['panel', 'compare', ...waves, ...args], { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) })
    const table = await run('--variable', 'zp_duldung_anteil', '--by', 'regierungsbezirk')
    t.equal(table.code, 0, table.stderr)
    t.match(table.stdout, /^Arbeitsansicht, nicht zur Veröffentlichung/)
    t.match(table.stdout, /gleich gefragt/)
    t.match(table.stdout, /von [\d.]+ \(1\d,\d+ %\) wurden/)
    t.match(table.stdout, /Regierungsbezirk +Paare/)
    t.match(table.stdout, /Datenstand \d+: .*--stand \d+/)
    const json = JSON.parse((await run('--variable', 'zp_gesamt', '--format', 'json')).stdout)
    t.match(json, { waves, provenance: { units: 300 }, variables: [{ variable: { name: 'zp_gesamt' } }] })
    const csv = (await run('--variable', 'zp_gesamt', '--by', 'kreis', '--format', 'csv')).stdout.trim().split('\n')
    t.match(csv[0], /^variable,bezeichnung,.*,p_holm,/)
    t.ok(csv.length > 4)
    const looked = () => listLogEntries(world.db, { actions: ['numbers_screened'], limit: 10 })
    const before = (await looked()).length
    await addAccount(world.db, { name: 'f.drei', role: 'forschung', passwordHash: '' })
    await addAccount(world.db, { name: 'e.eins', role: 'evaluation', passwordHash: '' })
    for (const [name, format] of [
      ['f.drei', 'csv'],
      ['e.eins', 'table'],
    ] as const)
      t.equal((await run('--variable', 'zp_gesamt', '--format', format, '--als', name)).code, 0)
    t.equal((await looked()).length, before, 'who was shown no single answer is not noted')
    t.equal((await run('--variable', 'zp_gesamt', '--als', 'f.drei')).code, 0)
    t.match(
      (await looked()).slice(0, 2),
      ['umfrage-4', 'umfrage-1'].map((wave) => ({ who: 'f.drei', wave, detail: { rows: Number } })),
    )
    t.equal((await run('--variable', 'zp_gesammt')).code, 1)
    t.match((await run('--variable', 'zp_gesammt')).stderr, /Meinen Sie „zp_gesamt“\?/)
    t.equal((await run()).code, 2)
    t.equal((await run('--variable', 'zp_gesamt', '--format', 'xls')).code, 2)
    t.equal((await run('--variable', 'zp_gesamt', '--stand', 'gestern')).code, 2)
  })

  t.test(
    'the panel as a file: a row for every Kommune and wave, computed variables among them, and their codebook',
    async (t) => {
      const folder = t.testdir({})
      const run = (...args: string[]) =>
        stichtag(['panel', ...args], { DATABASE_URL: world.url, STICHTAG_SECRET: 'x'.repeat(40) }, folder)
      t.equal((await run('export', ...waves, '--out', 'daten')).code, 0)
      const read = async (name: string, within = 'daten') =>
        Papa.parse<Record<string, string>>(await readFile(join(folder, within, name), 'utf8'), {
          header: true,
          skipEmptyLines: true,
        })
      const { data, errors, meta } = await read('umfrage-1_umfrage-4.csv')
      t.strictSame(errors, [])
      t.equal(data.length, 600)
      const { compared } = await compare({ variables: ['zp_duldung_anteil'] })
      const level = compared.variables[0]?.steps[0]?.total.result?.before
      const given = data.filter(({ welle, zp_duldung_anteil }) => welle === 'umfrage-1' && zp_duldung_anteil !== '')
      const sum = given.reduce((all, row) => all + Number(row.zp_duldung_anteil), 0)
      t.ok(level !== undefined && 'mean' in level && Math.abs(sum / given.length - defined(level.mean)) < 1e-9)
      t.strictSame(
        new Set(data.map((row) => `${row.zp_duldung_anteil === ''} ${row.zp_duldung_anteil_fehlt}`)),
        new Set(['false ', 'true keine_teilnahme', 'true nicht_vorhanden', 'true leer']),
      )
      t.equal(data.find(({ welle }) => welle === 'umfrage-4')?.im_oepnv_fehlt, 'nicht_gefragt')
      t.strictSame(new Set(data.map(({ synthetisch }) => synthetisch)), new Set(['0']))
      t.strictSame(new Set(data.map(({ datenstand }) => datenstand)), new Set([String(await lastState(world))]))
      await world.db.updateTable('wave').set({ synthetic: true }).where('id', '=', 'umfrage-4').execute()
      t.match((await run('export', ...waves, '--out', 'erfunden')).stderr, /synthetisch, also erfunden/)
      const invented = (await read('umfrage-1_umfrage-4.csv', 'erfunden')).data
      for (const { welle, synthetisch } of invented) t.equal(synthetisch, welle === 'umfrage-4' ? '1' : '0')
      await world.db.updateTable('wave').set({ synthetic: false }).where('id', '=', 'umfrage-4').execute()
      const book = (await read('umfrage-1_umfrage-4-codebuch.csv')).data
      t.strictSame(['welle', 'gkz', 'name', 'kreis', ...book.map(({ spalte }) => spalte)], meta.fields)
      t.match(
        book.find(({ spalte }) => spalte === 'zp_duldung_anteil'),
        { einheit: 'Prozent', formel: /^100 · /, bezugsgroesse: /bekanntem/, vergleichbarkeit: /gleich gefragt/ },
      )
      const listed = JSON.parse((await run('variables', ...waves, '--json')).stdout)
      const columns = book.map(({ spalte = '' }) => spalte)
      const bases = new Set(
        book.flatMap(({ spalte = '', bezeichnung }) => (bezeichnung?.endsWith(': Bezugsgröße') ? [spalte] : [])),
      )
      t.equal(bases.size, columns.filter((name) => name.endsWith('_anteil')).length, 'beside each share what it is of')
      const isBeside = (name: string) =>
        ['synthetisch', 'datenstand', 'werte'].includes(name) || name.endsWith('_fehlt') || bases.has(name)
      t.strictSame(
        listed.map(({ name }: { name: string }) => name),
        columns.filter((name) => !isBeside(name)),
      )
      t.match((await run('variables', ...waves)).stdout, /im_oepnv_anteil .*\n.*\n.*umfrage-1 F31, F12/)
      t.equal((await run('export', ...waves)).code, 2)
      t.equal((await run('export', 'umfrage-9', '--out', 'daten')).code, 1)
    },
  )
})
