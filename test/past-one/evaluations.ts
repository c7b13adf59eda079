import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { type Database, openDatabase } from '../../server/database/database.ts'
import { patient } from '../../server/database/pool.ts'
import { comparePanel } from '../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../server/evaluation/describe-question.ts'
import { panelTables } from '../../server/evaluation/panel-tables.ts'
import { qualityOfWave } from '../../server/evaluation/quality-of-wave.ts'
import { readFigures } from '../../server/evaluation/read-figures.ts'
import { loadRules, loadSurveys } from '../../server/evaluation/surveys.ts'
import { whoIsMissing } from '../../server/evaluation/who-is-missing.ts'
import { formatNamed } from '../../server/export/formats/index.ts'
import type { Table } from '../../server/export/table.ts'
import { waveTables } from '../../server/export/wave-tables.ts'
import { Forms } from '../../server/forms/form.ts'
import { indicatorsWithFigures, timesOf } from '../../server/store/indicator-values.ts'
import { readSnapshot } from '../../server/store/panel-answers.ts'
import { registerReader } from '../../server/store/register.ts'
import { registerFigures } from '../../server/store/register-figures.ts'
import { sentTimes } from '../../server/store/response-times.ts'
import { listResponses, responsesByDay, responsesByKreis } from '../../server/store/responses.ts'

/** What one database says, wherever its rows lie. */
export type Evaluation = (database: Database) => Promise<unknown>

const forms = new Forms()
const waves = ['umfrage-1', 'umfrage-4'] as const
const wave = waves[0]
/** Enough that its draws would differ too. */
const replicates = 100

export const evaluations: Readonly<Record<string, Evaluation>> = {
  'wave describe, weighted, by size': async (database) => {
    const survey = await surveyOf(database)
    const question = survey.instrument.questions.get('zp_gesamt')
    if (question === undefined) throw new Error('umfrage-1 asks zp_gesamt')
    const { described, provenance } = await describeQuestion(database, {
      ...{ survey, question, by: 'groesse', filters: [], weights: 'rake' },
    })
    return { described, provenance }
  },
  'panel compare, by Kreis': async (database) => {
    const variables = ['zp_gesamt', 'zp_duldung_anteil']
    const { compared, provenance } = await comparePanel(database, forms, {
      ...{ waves, variables, by: 'kreis', weights: 'rake', options: { replicates, level: 0.95, seed: 1 } },
    })
    return { compared, provenance }
  },
  'panel attrition and weights': async (database) => {
    const { attrition, provenance, weights } = await whoIsMissing(database, forms, { waves })
    return { attrition, provenance, weights }
  },
  response: async ({ db }) => {
    // What time it is now differs between two who ask.
    const { now: _now, sent = [], ...times } = (await sentTimes(db, { wave, account: undefined })) ?? {}
    const inOrder = sent.toSorted((a, b) => a - b)
    return [await listResponses(db), await responsesByKreis(db, wave), await responsesByDay(db, wave), times, inOrder]
  },
  'wave quality': async (database) => {
    const register = registerReader(database.db)
    const asked = { seesAnswers: true }
    return (await qualityOfWave({ ...database, register }, await surveyOf(database), asked)).checks
  },
  'official figures': async ({ db, pool }) => {
    const { catalogue } = await loadRules()
    const { state } = await readSnapshot(pool)
    const units = [...(await registerReader(db)()).gemeinden.keys()]
    const chosen = catalogue.indicators.get('hhl_svb')
    if (chosen === undefined) throw new Error('the catalogue has hhl_svb')
    return [
      await readFigures(db, chosen, units, { stichtag: '2018-12-15', state }),
      await registerFigures(pool, units, ['hhl_svb', 'hhl_geringfuegig'], { stichtag: '2018-12-15', state }),
      [...(await indicatorsWithFigures(db, catalogue, state))],
      await timesOf(db, { code: 'hhl_svb', breakdown: '', isMade: false }, state),
    ]
  },
  'file of a wave': async (database) => {
    const tables = await waveTables(database.pool, await surveyOf(database))
    return [await sumOf(tables.antworten), await sumOf(tables.anmerkungen), await sumOf(tables.korrekturen)]
  },
  'file of the panel': async (database) => {
    const { tables } = await panelTables(database, forms, { waves: [...waves], wide: true })
    return Promise.all(tables.map(sumOf))
  },
}

async function surveyOf({ db }: Database) {
  const survey = (await loadSurveys(db, forms)).find((one) => one.wave === wave)
  if (survey === undefined) throw new Error(`there is no ${wave}`)
  return survey
}

/** The bytes of a file, as their hash. */
async function sumOf(table: Table): Promise<string> {
  const hash = createHash('sha256')
  const out = new Writable({
    write(bytes, _encoding, done) {
      hash.update(bytes)
      done()
    },
  })
  const rows = await formatNamed('csv')?.write(table, out)
  return `${table.file}: ${rows} rows, ${hash.digest('hex')}`
}

/** Without limits of time: a country takes as long as it takes. */
export const openReader = (url: string, max = 4) => openDatabase(url, { ...patient, connectionTimeout: 0, max })
