import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t from 'tap'
import { buildPanel } from '../../../analysis/panel/build-panel.ts'
import { reasonOf } from '../../../analysis/panel/reasons.ts'
import { readAnswers, readSnapshot } from '../../../server/store/panel-answers.ts'
import { insertSubmission } from '../../../server/store/submissions.ts'
import { createWave, setWaveState } from '../../../server/store/waves.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import { contentOf } from '../../../surveys/answer/submission.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import { testApp } from '../../support/app.ts'
import { derivingDefinition } from '../../support/definition.ts'
import { exportWave } from '../../support/export-wave.ts'
import { newWave } from '../../support/published.ts'

const typed: Record<string, Record<string, string>> = {
  '117019': { gesamt: '0', zeit_a: '50', zeit_b: '50' },
  '117026': { gesamt: '3', alter_nv: '1', wege_a: '1', zeit_a: '100', zeit_b: '0', zeit_andere: '0' },
  '117042': { zeit_a: '50' },
}

t.test(
  'files and panel tell what follows from what was typed, and what does not apply from what is blank',
  async (t) => {
    const { db, pool } = await testApp(t)
    const folder = t.testdir({})
    const instrument = compile(derivingDefinition())
    const wave = instrument.id
    const participants = await createWave(db, newWave(instrument, Object.keys(typed)))
    await setWaveState(db, wave, 'open')
    for (const { id, unit } of participants)
      await insertSubmission(pool, {
        participantId: id,
        editorId: null,
        base: 0,
        surveyVersion: instrument.version,
        surveyHash: instrument.hash,
        receipt: `${wave}-${unit}`,
        content: contentOf(instrument, readCells(instrument, typed[unit] ?? {}), []),
        justifications: [],
      })

    await exportWave({ db, pool }, { wave, instrument }, folder)
    const text = await readFile(join(folder, `${wave}.csv`), 'utf8')
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
    const told = (names: string[]) => data.map((row) => names.map((name) => row[name]).join())
    t.strictSame(told(['gkz', 'niemand', 'alter_jung', 'alter_jung_fehlt', 'wege_a', 'wege_a_fehlt']), [
      '117019,1,,trifft_nicht_zu,,trifft_nicht_zu',
      '117026,0,,nicht_vorhanden,1,',
      '117042,0,,leer,,leer',
    ])
    t.strictSame(told(['zeit_a', 'zeit_b', 'zeit_andere', 'zeit_andere_fehlt', 'zeit_rest']), [
      '50,50,0,,zeit_andere',
      '100,0,0,,',
      '50,,,leer,',
    ])

    const names = ['alter_jung', 'wege_a', 'zeit_andere', 'niemand']
    const wanted = names.map((name) => {
      const variable = instrument.variable.get(name)
      if (variable === undefined) throw new Error(`there is no ${name}`)
      return { name, variable, options: name === 'wege_a' ? ['wege_a', 'wege_b'] : [], codes: [] }
    })
    const panel = buildPanel(
      Object.keys(typed),
      [await readAnswers(pool, wave, wanted, await readSnapshot(pool))],
      names,
    )
    const columns = panel.waves[0]?.columns
    const reasons = (name: string) =>
      [...(columns?.get(name)?.reasons ?? [])].map((number) => reasonOf(number) ?? 'Wert')
    t.strictSame(reasons('alter_jung'), ['trifft_nicht_zu', 'nicht_vorhanden', 'leer'])
    t.strictSame(reasons('wege_a'), ['trifft_nicht_zu', 'Wert', 'leer'])
    t.strictSame(reasons('zeit_andere'), ['Wert', 'Wert', 'leer'])
    t.strictSame(reasons('niemand'), ['Wert', 'Wert', 'Wert'])
  },
)
