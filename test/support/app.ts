import type { FastifyInstance } from 'fastify'
import type { Questionnaire } from '../../schemas/questionnaire.ts'
import { readConfig } from '../../server/boot/config.ts'
import type { AppContext } from '../../server/boot/context.ts'
import { deriveKeys } from '../../server/boot/keys.ts'
import { hashAccessCode, newAccessCode } from '../../server/domain/access-code.ts'
import { Forms, makeForm } from '../../server/forms/form.ts'
import { buildApp } from '../../server/http/app.ts'
import { storeCodes } from '../../server/store/access-codes.ts'
import { createWave, type NewWave, setWaveState } from '../../server/store/waves.ts'
import { compile } from '../../surveys/compile/compile.ts'
import { dataFolderOf } from './data-folder.ts'
import { type FreshDatabase, freshDatabase, type ServedDatabase, type Teardown } from './fresh-database.ts'
import { personDefinition } from './person-definition.ts'
import { newWave, published } from './published.ts'
import { Visitor } from './visitor.ts'

export interface TestApp extends AppContext {
  app: FastifyInstance
  /** Of the database, for the application's role. */
  url: string
  /** The same database for whoever prepares what the application may not do. */
  owner: FreshDatabase
  /** A second instance on the same database. */
  another(): Promise<FastifyInstance>
  /** The access code of a participant of the wave, the same each time. */
  codeFor(unit: string): Promise<string>
  /** A new one, which ends the former and the sessions that it began. */
  replaceCode(unit: string): Promise<string>
  /** Somebody who has logged in for Eislingen, with initials. */
  login(editor: string, unit?: string): Promise<Visitor>
  participants: ReadonlyMap<string, number>
}

const kommunen = [
  ['117019', 'Eislingen/Fils', 22325],
  ['117026', 'Göppingen', 58937],
  ['117042', 'Salach', 8042],
] as const

const persons = ['117000-001', '117000-002', '117019-001']

/** For all tests of a process: to compile a questionnaire takes longer than most of them. */
const formsOfAll = new Forms()

/**
 * The whole application on a database of its own, a new one unless one is given: Umfrage 1 is open for three Kommunen until far in
 * the future. The register also knows three Integrationsmanager/-innen.
 */
export async function testApp(
  t: Teardown,
  wave: Partial<NewWave> = {},
  env: Record<string, string> = {},
  forms = formsOfAll,
  database?: ServedDatabase,
): Promise<TestApp> {
  const { db, pool, url, owner } = database ?? (await freshDatabase(t))
  const read = readConfig({
    STICHTAG_SECRET: 'x'.repeat(40),
    STICHTAG_DATA: dataFolderOf(url),
    LOG_LEVEL: 'error',
    ...env,
  })
  if ('problems' in read) throw new Error(read.problems.join('\n'))
  const { config } = read
  const keys = deriveKeys(config.secret ?? '')
  const context: AppContext = { config, keys, db, pool }

  await db
    .insertInto('kreis')
    .values({
      kreis: '117',
      name: 'Göppingen',
      typ: 'Landkreis',
      regierungsbezirk: 'Stuttgart',
      valid_from: '2000-01-01',
      valid_to: null,
    })
    .execute()
  await db
    .insertInto('gemeinde')
    .values(
      kommunen.map(([gkz, name, population]) => ({
        gkz,
        name,
        kreis: '117',
        population,
        population_date: '2024-12-31',
        valid_from: '2000-01-01',
        valid_to: null,
      })),
    )
    .execute()
  await db
    .insertInto('verbund')
    .values([
      { verbund: '117000', name: 'Landkreis Göppingen' },
      { verbund: '117019', name: 'Eislingen/Fils' },
    ])
    .execute()
  await db
    .insertInto('im_nummer')
    .values(persons.map((im_nummer) => ({ im_nummer, verbund: im_nummer.slice(0, 6), valid_from: '2018-01-01' })))
    .execute()
  const gemeinden = kommunen.map(([gkz]) => gkz)
  const created = await createWave(db, { ...newWave(await published('umfrage-1'), gemeinden), ...wave })
  await setWaveState(db, wave.id ?? 'umfrage-1', 'open')
  const participants = new Map(created.map(({ id, unit }) => [unit, id]))

  async function another(): Promise<FastifyInstance> {
    const app = await buildApp(context, false, forms)
    t.teardown(() => app.close())
    return app
  }
  const app = await another()
  const codes = new Map<string, Promise<string>>()
  async function issue(unit: string): Promise<string> {
    const code = newAccessCode()
    await storeCodes(db, [
      { participantId: participants.get(unit) ?? 0, hash: await hashAccessCode(code, keys.accessCode) },
    ])
    return code
  }
  function replaceCode(unit: string): Promise<string> {
    const code = issue(unit)
    codes.set(unit, code)
    return code
  }
  const codeFor = (unit: string) => codes.get(unit) ?? replaceCode(unit)
  async function login(editor: string, unit = '117019'): Promise<Visitor> {
    const visitor = new Visitor(app)
    visitor.home = `/erhebung/umfrage-1/${unit}`
    await visitor.get('/zugang')
    const answer = await visitor.post('/zugang', { code: await codeFor(unit), kuerzel: editor })
    if (answer.status !== 303) throw new Error(`login failed with ${answer.status}`)
    return visitor
  }
  return { ...context, app, url, owner, another, codeFor, replaceCode, login, participants }
}

/** The same for another survey, whose wave has its name. */
export async function testAppFor(t: Teardown, survey: string, env: Record<string, string> = {}): Promise<TestApp> {
  const instrument = await published(survey)
  const asked = instrument.unit === 'gemeinde' ? kommunen.map(([gkz]) => gkz) : persons
  return testApp(t, newWave(instrument, asked), env)
}

/** The same with another questionnaire, which stands at the address of Umfrage 1. */
export function testAppAsking(t: Teardown, definition: Questionnaire): Promise<TestApp> {
  const form = makeForm(compile(definition))
  const { contactFields } = form.instrument
  return testApp(t, { stichtag: null, contactFields }, {}, new Forms(async () => form))
}

/** The same for a survey that those three answer, each for themselves. */
export function testAppForPersons(t: Teardown): Promise<TestApp> {
  const form = makeForm(compile(personDefinition()))
  const wave: Partial<NewWave> = {
    unit: 'integrationsmanager',
    participants: persons,
    ownField: 'im_nr',
    stichtag: null,
  }
  return testApp(t, wave, {}, new Forms(async () => form))
}
