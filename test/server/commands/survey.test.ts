import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { stichtag } from '../../support/child.ts'
import { smallDefinition } from '../../support/definition.ts'
import { readPdf } from '../../support/read-pdf.ts'

t.test('survey show prints the compiled definition, from any folder', async (t) => {
  const shown = await stichtag(['survey', 'show', 'umfrage-1', '--json'], {}, t.testdir({}))
  t.equal(shown.code, 0)
  const definition = JSON.parse(shown.stdout)
  t.match(definition, {
    id: 'umfrage-1',
    version: '2.0.0',
    hash: /^[0-9a-f]{64}$/,
    unit: 'gemeinde',
    stichtag: '2018-12-15',
    frist: '2019-02-08',
  })
  t.equal(definition.sections.flatMap(({ questions }: { questions: object[] }) => questions).length, 32)
  t.match((await stichtag(['survey', 'show', 'umfrage-1'])).stdout, /F31.*im_oepnv_unbekannt/s)
  const matrix = (await stichtag(['survey', 'show', 'umfrage-2'])).stdout
  t.match(matrix, /vor_wer_niemand +Niemand \(schließt die übrigen aus\)\n/)
  t.match(matrix, /vor_wer_andere +Andere Personen\n +vor_wer_andere_text +Welche anderen Personen\?\n/)
  t.match(matrix, /F47.*kriterium_sonstiges3_text +Welches sonstige Kriterium\? \(3\)\n +gar_nicht · eher_unwichtig/s)
  t.match(matrix, /F43.*= landratsamt_traeger +Das Landratsamt/s)
  t.equal((await stichtag(['survey', 'show', 'umfrage-77'])).code, 1)
  t.equal((await stichtag(['survey', 'show'])).code, 2)
})

t.test('survey columns prints what an export would have, also of a draft', async (t) => {
  const draft = join(t.testdir({ 'entwurf.json': JSON.stringify(smallDefinition()) }), 'entwurf.json')
  const { code, stdout, stderr } = await stichtag(['survey', 'columns', draft])
  t.equal(code, 0, stderr)
  t.match(stdout, /^welle +code +Kennung der Welle\n/)
  t.match(stdout, /\n(\w+) +integer +F\d+ +\S.*\n\1_fehlt +code +Warum \1 fehlt\n/)
  const columns = JSON.parse((await stichtag(['survey', 'columns', 'umfrage-4', '--json'])).stdout)
  t.match(
    columns.find(({ name }: { name: string }) => name === 'zp_gesamt'),
    { concept: 'umfrage-1.zp_gesamt' },
  )
  t.equal((await stichtag(['survey', 'columns', 'umfrage-77'])).code, 1)
  const gone = await stichtag(['survey', 'columns', `${draft}.json`])
  t.match([gone.code, gone.stderr], [1, /lässt sich nicht lesen/])
})

t.test('survey rules prints the checks of a version for R', async (t) => {
  const { code, stdout } = await stichtag(['survey', 'rules', 'umfrage-1'])
  t.equal(code, 0)
  t.match(stdout, /\nrules:\n- expr: \|-\n/)
  t.match(stdout, /# Nicht enthalten: gkz_gueltig \(braucht das Verzeichnis/)
  const { rules } = JSON.parse((await stichtag(['survey', 'rules', 'umfrage-1.v1', '--json'])).stdout)
  t.match(rules, [{ expr: String, name: String, label: /^F/, description: String, severity: /^(error|signal)$/ }])
  t.equal((await stichtag(['survey', 'rules', 'umfrage-77'])).code, 1)
})

t.test('survey check names file, place and fault, and ends with 1', async (t) => {
  t.equal((await stichtag(['survey', 'check'])).code, 0)
  const folder = t.testdir({})
  const spoiled = smallDefinition()
  spoiled.checks = [{ ...spoiled.checks[0], parts: [{ question: 'gibt_es_nicht' }] } as (typeof spoiled.checks)[number]]
  await writeFile(join(folder, 'neu.json'), JSON.stringify(spoiled))
  const checked = await stichtag(['survey', 'check', 'neu.json'], {}, folder)
  t.equal(checked.code, 1)
  t.match(checked.stderr, /neu\.json: \/checks\/0\/parts\/0: Die Frage „gibt_es_nicht“ gibt es nicht/)
  t.match(JSON.parse((await stichtag(['survey', 'check', 'neu.json', '--json'], {}, folder)).stdout), [
    { file: 'neu.json', path: '/checks/0/parts/0' },
  ])
  const missing = await stichtag(['survey', 'check', 'fehlt.json'], {}, folder)
  t.equal(missing.code, 1)
  t.equal(missing.stderr.trim(), 'Die Datei fehlt.json lässt sich nicht lesen (ENOENT).')
})

t.test('survey check names an indicator that no Kommune has figures of, its place and what there is', async (t) => {
  const folder = t.testdir({})
  const asking = (indicator: string) => {
    const definition = smallDefinition()
    const [, section] = definition.sections
    const [question] = section?.questions ?? []
    if (question?.kind === 'counts') question.register = { jung: { indicator } }
    definition.checks.push({
      id: 'viele',
      kind: 'compare',
      severity: 'signal',
      left: [{ variable: 'gesamt' }],
      relation: 'atMost',
      right: [{ register: { indicator }, times: 0.5 }],
      message: '{links} von {rechts}.',
    })
    return writeFile(join(folder, 'neu.json'), JSON.stringify(definition))
  }
  await asking('arbeitslsoe')
  const { code, stderr } = await stichtag(['survey', 'check', 'neu.json'], {}, folder)
  t.equal(code, 1)
  t.match(stderr, /neu\.json: F5 \(alter_jung\): .*„arbeitslsoe“.*Meinen Sie „arbeitslose“\? Es gibt: einwohner, /)
  t.match(stderr, /neu\.json: viele: .*„arbeitslsoe“/)
  await asking('schutzsuchende')
  t.match(
    (await stichtag(['survey', 'check', 'neu.json'], {}, folder)).stderr,
    /„schutzsuchende“ mit Zahlen zu Kommunen/,
  )
  await asking('arbeitslose')
  t.match(await stichtag(['survey', 'check', 'neu.json'], {}, folder), { code: 0, stderr: '' })
})

t.test('survey diff shows both numbers, what differs and why', async (t) => {
  const printed = await stichtag(['survey', 'diff', 'umfrage-1.v1', 'umfrage-4.v1'])
  t.match(printed.stdout, /\nF13 +F16 +anderer Bezug +Wo wohnen .*\n +anders: Wortlaut\n +Bezug: F12 → F14, F15\n/)
  t.match(printed.stdout, /23 gleich, 1 umformuliert, 2 anderer Bezug, 3 neu, 6 entfallen\n$/)
  const { code, stdout } = await stichtag(['survey', 'diff', 'umfrage-1', 'umfrage-4'])
  t.equal(code, 0)
  t.match(stdout, /^umfrage-1 +umfrage-4 +Vergleich +Frage\n/)
  t.match(stdout, /\nF12 +F15 +gleich +Wie viele dieser betreuten Zielpersonen/)
  t.match(stdout, /\nF13 +F16 +umformuliert +Wo wohnen .*\n +anders: Wortlaut/)
  t.match(stdout, /\nF7 +F10 +umformuliert +Welche Staatsangehörigkeit .*\n +anders: Hinweis, Länderliste\n/)
  t.match(stdout, /\nF24, F25, F26, F27, F28, F31: Um den Fragebogen zu kürzen/)
  t.match(stdout, /23 gleich, 3 umformuliert, 0 anderer Bezug, 3 neu, 6 entfallen\n$/)
  const rows = JSON.parse((await stichtag(['survey', 'diff', 'umfrage-1', 'umfrage-4', '--json'])).stdout)
  t.match(rows[1], { status: 'new', before: null, after: { number: 'F2', id: 'kommune' } })
  t.equal(rows.length, 35)
  t.match(await stichtag(['survey', 'diff', 'umfrage-1', 'umfrage-77']), {
    code: 1,
    stderr: /„umfrage-77“ gibt es nicht/,
  })
  t.equal((await stichtag(['survey', 'diff', 'umfrage-1'])).code, 2)
  const versions = await stichtag(['survey', 'diff', 'umfrage-4.v1', 'umfrage-4.v2'])
  t.match(versions.stdout, /\nF10 +F10 +umformuliert .*\n +anders: Hinweis\n/)
  t.match(versions.stdout, /0 neu, 0 entfallen\n$/)
})

t.test('survey new writes over nothing, and says what an id is', async (t) => {
  const told = async (from: string, id: string) => {
    const { code, stderr } = await stichtag(['survey', 'new', '--from', from, '--id', id])
    t.equal(code, 1)
    return stderr
  }
  t.match(
    await told('umfrage-1', 'umfrage-4'),
    /„umfrage-4“ gibt es schon \(surveys\/definitions\/umfrage-4\.v1\.json\)/,
  )
  t.match(await told('umfrage-4', 'lage'), /Es gibt schon surveys\/concordance\/lage\.json\. Überschrieben wird nichts/)
  for (const id of ['Umfrage-5', '5', 'umfrage_5', '../umfrage-5', `u${'1'.repeat(32)}`])
    t.match(await told('umfrage-4', id), /kann keine Kennung sein.*Zum Beispiel: umfrage-5/)
  t.match(await told('umfrage-77', 'umfrage-5'), /„umfrage-77“ gibt es nicht/)
  t.match(await stichtag(['survey', 'new', '--from', 'umfrage-4']), { code: 2, stderr: /Es fehlt --id/ })
})

t.test('survey list shows what is published', async (t) => {
  const surveys = JSON.parse((await stichtag(['survey', 'list', '--json'])).stdout)
  t.strictSame(
    surveys.map(({ id }: { id: string }) => id),
    [
      ...['folgewelle', 'kennzahlen-traeger', 'kennzahlen'],
      ...['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4'].flatMap((id) => [id, id]),
    ],
    'two versions of each that was printed',
  )
  t.ok(surveys.every(({ published }: { published: boolean }) => published))
  t.match(
    (await stichtag(['survey', 'list'])).stdout,
    /umfrage-1 +1\.0\.0 +veröffentlicht.*\numfrage-1 +2\.0\.0 +veröffentlicht/,
  )
})

t.test('survey paper writes the questionnaire as PDF, always the same', async (t) => {
  const folder = t.testdir({})
  const paper = (...args: string[]) => stichtag(['survey', 'paper', ...args], {}, folder)
  const printed = await paper('umfrage-1', '--out', 'leer.pdf')
  t.equal(printed.code, 0, printed.stderr)
  t.equal(printed.stdout, 'leer.pdf\n')
  const bytes = await readFile(join(folder, 'leer.pdf'))
  const pdf = await readPdf(bytes)
  t.match(pdf, { tagged: true, accessible: '1' })
  t.match(pdf.text, 'umfrage-1, Fassung 2.0.0')
  t.equal((await paper('umfrage-1', '--fassung', '2.0.0', '--out', 'wieder.pdf')).code, 0)
  t.ok(bytes.equals(await readFile(join(folder, 'wieder.pdf'))))

  t.match(await paper('umfrage-1', '--fassung', '9.9.9', '--out', 'x.pdf'), {
    code: 1,
    stderr: /in der Fassung 9\.9\.9 nicht/,
  })
  t.match(await paper('umfrage-77', '--out', 'x.pdf'), { code: 1, stderr: /„umfrage-77“ gibt es nicht/ })
  t.match(await paper('umfrage-1', '--out', 'fehlt/x.pdf'), {
    code: 1,
    stderr: /fehlt\/x\.pdf lässt sich nicht schreiben\. Den Ordner fehlt gibt es nicht/,
  })
  t.match(await paper('umfrage-1', '--out', '.'), { code: 1, stderr: /Das ist ein Ordner/ })
  t.match(await paper('umfrage-1'), { code: 2, stderr: /--out/ })
  t.match(await paper(), { code: 2 })
})
