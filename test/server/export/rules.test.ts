import { spawnSync } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import Papa from 'papaparse'
import t from 'tap'
import { inventAnswers } from '../../../server/demo/invent.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { Random } from '../../../server/demo/random.ts'
import { aroundRows } from '../../../server/export/around-rows.ts'
import { surroundingsOf } from '../../../server/field/surroundings-of.ts'
import { Forms } from '../../../server/forms/form.ts'
import { readRegister } from '../../../server/store/register.ts'
import { findingsOf } from '../../../surveys/answer/finding.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../surveys/answer/submission.ts'
import { rulesOf } from '../../../surveys/rules/rules.ts'
import { freshDatabase } from '../../support/fresh-database.ts'
import { addWave, populations, withRegistry } from '../../support/panel-world.ts'
import { published } from '../../support/published.ts'
import { runCommand } from '../../support/run-command.ts'

/** A group that is counted and not ticked. */
const careless = { zg_gruppe_eu: '1', zg_gruppe_duldung: '', zg_gruppe_andere: '', zg_gruppe_andere_text: '' }

t.test('the script beside an export finds what the form found, also against register and last wave', async (t) => {
  const world = await freshDatabase(t)
  const units = (await withRegistry(world)).slice(0, 40)
  const people = await populations(world)
  const random = new Random('rules of an export')
  const instrument = await published('umfrage-4')
  const typedBy = new Map(await Promise.all(units.map(async (unit) => [unit, await answersOf(unit)] as const)))

  async function answersOf(unit: string) {
    const text = await import('../../../server/demo/profiles/umfrage-4.json', { with: { type: 'json' } })
    const profile = { ...readProfile(text.default), slip: 1, blank: 0.2 }
    const einwohner = people.get(unit) ?? 0
    const typed = inventAnswers(instrument, profile, { unit, name: '', einwohner, gemeinden: [] }, random)
    return random.chance(0.2) ? { ...typed, ...careless, zp_weggezogen: String(einwohner * 3) } : typed
  }

  const before = { zp_gesamt: 5, zp_status_duldung: 90, im_gesamt: 4 }
  await addWave(world, 'umfrage-1', units.slice(0, 25), (_unit, place) =>
    place === 0 ? { ...before, zg_gruppe_duldung: true } : before,
  )
  const state = await addWave(world, 'umfrage-4', units, (unit) => {
    const typed = typedBy.get(unit) ?? {}
    return contentOf(instrument, readCells(instrument, typed), []).answers
  })

  const expected = new Set<string>()
  const kinds = new Set<string>()
  const known = new Set(rulesOf(instrument).rules.map(({ name }) => name))
  const forms = new Forms()
  const register = await readRegister(world.db)
  const { stichtag = null, frist } = instrument
  const form = await forms.get({ survey: 'umfrage-4', surveyVersion: instrument.version, stichtag, frist })
  for (const [unit, typed] of typedBy) {
    const context = { pool: world.pool, forms, register: async () => register }
    const around = await surroundingsOf(context, form, { stichtag, synthetic: false }, unit)
    for (const { check, kind } of findingsOf(instrument, typed, readCells(instrument, typed), around)) {
      if (!known.has(check)) continue
      expected.add(`${unit} ${check}`)
      kinds.add(kind).add(check)
    }
  }
  for (const needed of ['change', 'sum', 'implies', 'zp_weggezogen_hoechstens_einwohner', 'zp_bilanz'])
    t.ok(kinds.has(needed), `something is found by ${needed}`)

  const then = { of: 'lastChosen' as const, how: 'any' as const, options: ['zg_gruppe_duldung'], wanted: [] }
  const since = { id: 'seither', kind: 'implies' as const, severity: 'signal' as const, questions: [], message: '' }
  const asked = { ...instrument, checks: [{ ...since, if: [], then, fields: [] }] }
  const exported = { wave: 'umfrage-4', instrument: asked, stichtag, synthetic: false }
  const { columns, rows } = aroundRows(world.pool, exported, { state, values: 'amended' })
  const place = columns.findIndex(({ name }) => name === 'vw_zg_gruppe_duldung')
  t.match(columns[place], { label: /^Vorwelle: /, type: 'integer', values: [{ code: 1 }, { code: 0 }] })
  const ticked: unknown[] = []
  for await (const some of rows.typed()) for (const row of some) if (row[place] !== null) ticked.push(row[place])
  t.strictSame(ticked, [1], 'what was ticked before stands beside it, and what was not is missing')

  for (const format of ['csv', 'csv-de']) {
    const folder = t.testdir({})
    await runCommand('export', { positionals: ['umfrage-4'], values: { format, out: folder } }, world.url)
    t.ok((await readdir(folder)).includes('umfrage-4-pruefregeln.yaml'))
    const run = spawnSync('Rscript', ['umfrage-4-pruefregeln.R'], { cwd: folder, encoding: 'utf8' })
    t.strictSame([run.status, run.stderr], [0, ''], 'R has nothing to complain about')
    const { data } = Papa.parse<Record<string, string>>(run.stdout, { header: true, skipEmptyLines: true })
    t.strictSame(data.map(({ einheit, regel }) => `${einheit} ${regel}`).sort(), [...expected].sort(), format)
    t.match(data[0], { schwere: /^(error|signal)$/, frage: /^F/, satz: String })
  }
})
