import { hashAccessCode, newAccessCode } from '../../server/domain/access-code.ts'
import { storeCodes } from '../../server/store/access-codes.ts'
import { createWave, setWaveState } from '../../server/store/waves.ts'
import type { TestApp } from './app.ts'
import { person } from './person-marks.ts'
import { newWave, published } from './published.ts'
import { Visitor } from './visitor.ts'

export const surveys = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4'] as const

/** Who is asked in each survey: the Kommune or number of the person, and somebody else beside. */
export const unitsOf = (survey: string): [own: string, other: string] =>
  survey === 'umfrage-3' ? [person.number, '117019-001'] : ['117019', '117026']

/** Opens the other four surveys beside the first, for two each. */
export async function openAllSurveys({ db }: Pick<TestApp, 'db'>): Promise<void> {
  await db
    .insertInto('im_nummer')
    .values({ im_nummer: person.number, verbund: '117019', valid_from: '2018-01-01' })
    .execute()
  for (const survey of surveys.filter((one) => one !== 'umfrage-1')) {
    await createWave(db, newWave(await published(survey), unitsOf(survey)))
    await setWaveState(db, survey, 'open')
  }
}

/** Somebody who logs in with a code of the form; all get the same, so that a login ends no other's session. */
export class Reception {
  readonly #test: TestApp
  readonly #codes = new Map<string, string>()

  constructor(test: TestApp) {
    this.#test = test
  }

  async letIn(wave: string, unit: string, editor: string): Promise<Visitor> {
    const visitor = new Visitor(this.#test.app)
    visitor.home = `/erhebung/${wave}/${unit}`
    await visitor.get('/zugang')
    const answer = await visitor.post('/zugang', { code: await this.#codeOf(wave, unit), kuerzel: editor })
    if (answer.status !== 303) throw new Error(`no login for ${unit} in ${wave}: ${answer.words}`)
    return visitor
  }

  async #codeOf(wave: string, unit: string): Promise<string> {
    const name = `${wave} ${unit}`
    const known = this.#codes.get(name)
    if (known !== undefined) return known
    const { db, keys } = this.#test
    const { id } = await db
      .selectFrom('participant')
      .select('id')
      .where('wave_id', '=', wave)
      .where('unit', '=', unit)
      .executeTakeFirstOrThrow()
    const code = newAccessCode()
    await storeCodes(db, [{ participantId: id, hash: await hashAccessCode(code, keys.accessCode) }])
    this.#codes.set(name, code)
    return code
  }
}
