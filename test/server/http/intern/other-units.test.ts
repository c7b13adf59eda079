import { readFile } from 'node:fs/promises'
import t from 'tap'
import type { Questionnaire } from '../../../../schemas/questionnaire.ts'
import { hashAccessCode, newAccessCode } from '../../../../server/domain/access-code.ts'
import { Forms, makeForm } from '../../../../server/forms/form.ts'
import { addressCsv } from '../../../../server/letters/address-csv.ts'
import { askedWave } from '../../../../server/letters/find-asked.ts'
import { previewLetter } from '../../../../server/letters/preview.ts'
import { storeCodes } from '../../../../server/store/access-codes.ts'
import { storeEmpfaenger } from '../../../../server/store/funding.ts'
import { listReceivers } from '../../../../server/store/letter-receivers.ts'
import { setScope } from '../../../../server/store/scopes.ts'
import { createWave, setWaveState } from '../../../../server/store/waves.ts'
import { compile } from '../../../../surveys/compile/compile.ts'
import { type TestApp, testApp } from '../../../support/app.ts'
import { exportWave } from '../../../support/export-wave.ts'
import { readLetters } from '../../../support/letters.ts'
import { newWave, published } from '../../../support/published.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { Visitor } from '../../../support/visitor.ts'

async function logIn(test: TestApp, wave: string, unit: string): Promise<Visitor> {
  const { id } = await test.db
    .selectFrom('participant')
    .select('id')
    .where('wave_id', '=', wave)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  const code = newAccessCode()
  await storeCodes(test.db, [{ participantId: id, hash: hashAccessCode(code, test.keys.accessCode) }])
  const visitor = new Visitor(test.app)
  visitor.home = `/erhebung/${wave}/${unit}`
  await visitor.get('/zugang')
  const answer = await visitor.post('/zugang', { code, kuerzel: 'km' })
  if (answer.status !== 303) throw new Error(`login failed with ${answer.status}: ${answer.words}`)
  return visitor
}

t.test(
  'recipients of the grant are asked as of the Stichtag, answer under their names, and leave as files',
  async (t) => {
    const test = await testApp(t, { id: 'probe', participants: [] })
    const since = { valid_from: '2018-01-01', valid_to: '2024-12-31' }
    await storeEmpfaenger(test.db, [
      { empfaenger: '117000', art: 'kreis', name: 'Landkreis Göppingen', valid_from: '2018-01-01', valid_to: null },
      { empfaenger: '117042', art: 'gemeinde', name: 'Gemeinde Salach', ...since },
      { empfaenger: '117026', art: 'stadt', name: 'Stadt Göppingen', ...since, valid_to: '2023-12-31' },
    ])
    const office = await signIn(test, await staffAccount(test, 'feldbuero'))
    await office.get('/intern/erhebungen')
    const form = { fragebogen: 'kennzahlen-traeger 1.0.0', kennung: 'traeger', frist: '31.12.2031' }
    const create = (more: object) => office.post('/intern/erhebungen', { ...form, stichtag: '31.12.2024', ...more })
    t.match((await create({ wer: 'liste', liste: '117042\n117026' })).words, /117026 war am Stichtag kein Zuwendungs/)
    t.equal((await create({ wer: 'alle' })).status, 303)
    const root = '/intern/erhebungen/traeger'
    const added = await office.post(`${root}/beteiligte`, { dazu: '117026', weg: '' })
    t.match(added.words, /117026 war am Stichtag kein Zuwendungsempfänger/)
    const moved = await office.post(`${root}/termine`, {
      stichtag: '31.12.2025',
      frist: '31.12.2031',
      warum: 'Jahr',
    })
    t.match(moved.words, /An diesem Stichtag war kein Zuwendungsempfänger: 117042/)

    const at = { street: 'Rathausplatz 1', postcode: '73084', place: 'Salach', phone: '', person: '', mail: '' }
    await test.db
      .insertInto('contact.address')
      .values({ unit: '117042', recipient: 'Gemeinde Salach', source: 'office', ...at })
      .execute()
    t.match((await office.get(`${root}/ablauf`)).words, /1 von 2 Zuwendungsempfängern/)
    const asked = await askedWave(test.db, 'traeger')
    const receivers = await listReceivers(test.db, { wave: 'traeger' })
    const [letter] = await readLetters(await previewLetter(test, { asked, letter: 'einladung', receivers }))
    t.match(letter?.text, /Kennung: 117042 .*Auskunft für Gemeinde Salach/)
    const merge = addressCsv({ config: test.config, unit: asked.unit, frist: asked.frist, codes: undefined }, receivers)
    t.match(merge, /^kennung,empfaengername,link,.*\r\n.*117042,Gemeinde Salach,.*,Gemeinde Salach,,Rathausplatz 1,/s)

    await setWaveState(test.db, 'traeger', 'open')
    const salach = await logIn(test, 'traeger', '117042')
    t.match((await salach.get(salach.home)).words, /Gemeinde Salach Kennung 117042/)
    await salach.get(`${salach.home}/abschnitt/stellen`)
    await salach.save('stellen', { beschaeftigte: '2', vzae: '1,5' }, 'weiter')
    const sent = await salach.submit()
    t.match(sent.location, /quittung/)
    t.match((await salach.get(sent.location)).words, /Gemeinde Salach/)
    t.equal((await salach.get(`${salach.home.replace('117042', '117000')}`)).status, 303, 'no other form')

    const list = (await office.get(`${root}/ruecklauf`)).words
    t.match(list, /Gemeinde Salach 117042 .*abgesendet/)
    t.match(list, /von 2 Zuwendungsempfängern/)
    t.match((await office.get(`${root}/stand`)).words, /Landkreis Göppingen 2 1/)
    t.match((await office.get(`${root}/teilnehmende/117042`)).words, /Gemeinde Salach/)
    const folder = t.testdir()
    const instrument = await published('kennzahlen-traeger')
    const [file = ''] = await exportWave(test, { wave: 'traeger', instrument }, folder)
    t.match(await readFile(file, 'utf8'), /traeger,117042,Gemeinde Salach,1,/)

    const own = await staffAccount(test, 'feldbuero', 'f.salach')
    await setScope(test.db, { account: own.id, parts: [{ kind: 'unit', key: '117042' }] })
    const limited = (await (await signIn(test, own)).get(`${root}/ruecklauf`)).words
    t.match(limited, /Gemeinde Salach/)
    t.notMatch(limited, /117000/)
  },
)

for (const [unit, key, name] of [
  ['verbund', '117019', 'Eislingen/Fils'],
  ['kreis', '117', 'Landkreis Göppingen'],
] as const)
  t.test(`a ${unit} is asked under its name`, async (t) => {
    const definition: Questionnaire = {
      ...{ id: 'stellen', version: '1.0.0', title: 'Stellen', stichtag: '2024-12-31', frist: '2999-12-31', unit },
      ...{ introduction: ['Bitte antworten Sie.'], reasons: [{ code: 'so', label: 'Es ist so' }] },
      sections: [
        {
          id: 'eins',
          title: 'Eins',
          questions: [{ number: 'F1', id: 'vzae', kind: 'decimal', title: 'Wie viele VZÄ?', label: 'VZÄ' }],
        },
      ],
      checks: [],
    }
    const made = makeForm(compile(definition))
    const wave = { ...newWave(made.instrument, [key]), id: 'stellen' }
    const test = await testApp(t, { id: 'probe', participants: [] }, {}, new Forms(async () => made))
    const member = { gkz: '117019', gemeinde_valid_from: '2000-01-01', verbund: '117019', valid_from: '2018-01-01' }
    await test.db
      .insertInto('verbund_mitglied')
      .values({ ...member, valid_to: null })
      .execute()
    t.strictSame(
      (await createWave(test.db, wave)).map((one) => one.unit),
      [key],
    )
    await setWaveState(test.db, 'stellen', 'open')
    const visitor = await logIn(test, 'stellen', key)
    t.match((await visitor.get(visitor.home)).words, new RegExp(`${name} \\S+ ${key}`))
    await visitor.get(`${visitor.home}/abschnitt/eins`)
    await visitor.save('eins', { vzae: '3' }, 'weiter')
    t.match((await visitor.submit()).location, /quittung/)
    const office = await signIn(test, await staffAccount(test, 'feldbuero'))
    t.match((await office.get('/intern/erhebungen/stellen/ruecklauf')).words, new RegExp(`${name} ${key} .*abgesendet`))
    const folder = t.testdir()
    const [file = ''] = await exportWave(test, { wave: 'stellen', instrument: made.instrument }, folder)
    t.match(await readFile(file, 'utf8'), new RegExp(`stellen,${key},${name},1,`))
  })
