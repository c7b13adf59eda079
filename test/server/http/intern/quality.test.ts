import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { testApp } from '../../../support/app.ts'
import { stichtag } from '../../../support/child.ts'
import { addWave, correct, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const check = 'zp_geschlecht_hoechstens_gesamt'

t.test('how the answers stand to the checks, and what a wave asks', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 20)
  // Two say more women than people: one says why. Of five nobody can tell, the other thirteen fit.
  const answers = (place: number) => ({
    ...(place < 15 ? { zp_gesamt: 100 } : {}),
    zp_geschlecht_frauen: place < 2 ? 120 : 40,
    zp_geschlecht_maenner: 50,
  })
  await addWave(test, 'umfrage-1', units, (_unit, place) => answers(place))
  const values = { zp_geschlecht_frauen: '120', zp_geschlecht_maenner: '50', zp_gesamt: '100' }
  await correct(test, 'umfrage-1', units[0] ?? '', answers(0), [
    { check, values, reason: 'quelle', text: 'so gezählt' },
  ])
  const href = '/intern/erhebungen/umfrage-1/qualitaet'
  const [researcher, evaluator] = [
    await signIn(test, await staffAccount(test, 'forschung')),
    await signIn(test, await staffAccount(test, 'evaluation')),
  ]
  const lineOf = (text: string) => text.split('\r\n').find((line) => line.includes(`,${check},`)) ?? ''

  t.test('the house sees each number, others none that betrays one', async (t) => {
    const { words } = await researcher.get(href)
    t.match(
      words,
      new RegExp(`Was verletzt wurde \\(\\d+\\) .*${check}: [^|]*? 13 2 1 5 0 0 .*Was nirgends verletzt wurde`),
    )
    const { text } = await researcher.get(`${href}/datei?format=csv`)
    t.match(lineOf(text), /^umfrage-1,zp_geschlecht_hoechstens_gesamt,signal,"F9, F4",20,13,2,1,5,0,0,0,0,\d+$/)
    const other = lineOf((await evaluator.get(`${href}/datei?format=csv`)).text)
    t.match(other, /,20,,,,,0,0,1,0,\d+$|,20,13,,,,0,0,1,0,\d+$/)
    t.notMatch(other, /,2,1,/)
    t.match((await evaluator.get(href)).words, /verdeckt/)
    t.equal((await evaluator.get(`${href}?stand=99999`)).status, 400)
    t.equal((await evaluator.get('/intern/erhebungen/umfrage-9/qualitaet')).status, 404)
  })

  t.test('the command says the same, and writes it into a file that R reads', async (t) => {
    const folder = t.testdir({})
    const env = { DATABASE_URL: test.url, STICHTAG_SECRET: 'x'.repeat(40) }
    const run = (...args: string[]) => stichtag(['wave', 'quality', ...args], env, folder)
    const told = await run('umfrage-1')
    t.equal(told.code, 0, told.stderr)
    t.match(told.stdout, /^Arbeitsansicht.*\n\nQualität von umfrage-1, Datenstand \d+: 20 Kommunen/)
    t.match(told.stdout, new RegExp(`${check} +13 +2 +1 +5 +0 +0`))
    const { checks } = JSON.parse((await run('umfrage-1', '--json')).stdout)
    t.match(
      checks.find((one: { check: string }) => one.check === check),
      { units: 20, violated: 2, counts: { holds: 13, justified: 1, undecidable: 5 } },
    )
    const disclosed = (await run('umfrage-1', '--als', 'evaluation')).stdout
    t.match(disclosed, new RegExp(`sind verdeckt\\.[^]*${check} +.*verdeckt`))
    t.match((await run('umfrage-1', '--format', 'r', '--out', 'q')).stdout, /umfrage-1-qualitaet-lesen\.R/)
    const { text } = await researcher.get(`${href}/datei?format=csv`)
    t.equal(lineOf(await readFile(join(folder, 'q', 'umfrage-1-qualitaet.csv'), 'utf8')), lineOf(text))
    const script = `source("umfrage-1-qualitaet-lesen.R"); cat(antworten$verletzt[antworten$pruefung == "${check}"])`
    t.equal(spawnSync('Rscript', ['-e', script], { cwd: join(folder, 'q'), encoding: 'utf8' }).stdout, '2')
    t.match(await run('umfrage-9'), { code: 1, stderr: /„umfrage-9“ gibt es nicht/ })
    t.equal((await run('umfrage-1', '--stand', 'x')).code, 2)
  })

  t.test('the codebook as a page and as a file that is noted', async (t) => {
    const book = '/intern/erhebungen/umfrage-1/codebuch'
    const { words } = await evaluator.get(book)
    t.match(words, /zp_geschlecht_frauen.*20 Werte von 20.*Mittelwert 48/)
    const { text } = await evaluator.get(`${book}/datei?format=ddi`)
    t.match(text, /<codeBook xmlns="ddi:codebook:2_5"/)
    t.match((await evaluator.get('/intern/exporte')).words, /Codebuch, umfrage-1/)
    t.equal((await evaluator.get(`${book}/datei?format=docx`)).status, 404)
    t.equal((await evaluator.get('/intern/erhebungen/umfrage-9/codebuch')).status, 404)
  })

  t.test('the codebook of two waves, with what both ask', async (t) => {
    const book = '/intern/exporte/codebuch'
    t.match((await evaluator.get('/intern/exporte')).text, `href="${book}"`)
    t.match((await evaluator.get(book)).words, /keine zwei Wellen/)
    await addWave(test, 'umfrage-4', units, (_unit, place) => ({ zp_gesamt: 10 + place }))
    const much = {
      check: 'zp_gesamt_zehntel_einwohner',
      values: { zp_gesamt: '9000000' },
      reason: 'quelle',
      text: 'so',
    }
    await correct(test, 'umfrage-1', units[9] ?? '', { zp_gesamt: 9_000_000 }, [much])
    const compared = await researcher.get('/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt')
    t.match(compared.words, new RegExp(`Auffällige Angaben .*Aidlingen .*100 offener Hinweis [^.]*${check}`))
    t.match(compared.words, /9\.000\.000 begründeter Hinweis zp_gesamt_zehntel_einwohner/)
    const { words, text, status } = await evaluator.get(`${book}?von=umfrage-1&bis=umfrage-4`)
    t.equal(status, 200)
    t.match(words, /umfrage-1_umfrage-4 40 Zeilen/)
    t.match(words, /Was mehrere Wellen fragen/)
    const file = /href="([^"]*codebuch\/datei[^"]*format=json)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    t.match(file, /von=umfrage-1&bis=umfrage-4&werte=korrigiert&stand=\d+/)
    const given = await evaluator.get(file)
    t.match(given.headers['content-disposition'], /filename="umfrage-1_umfrage-4-codebuch\.json"/)
    t.equal(JSON.parse(given.text).tables.length, 3)
    t.match((await evaluator.get('/intern/exporte')).words, /Codebuch, umfrage-1, umfrage-4/)
    for (const [part, sentence] of [
      ['von=umfrage-1&bis=umfrage-9', /umfrage-9/],
      ['von=umfrage-1&bis=umfrage-4&stand=99999', /Datenstand 99999/],
      ['von=umfrage-1&bis=umfrage-4&werte=x', /Die Werte „x“ gibt es nicht/],
    ] as const) {
      const refused = await evaluator.get(`${book}?${part}`)
      t.equal(refused.status, 400, part)
      t.match(refused.words, sentence)
      t.equal((await evaluator.get(`${book}/datei?${part}&format=json`)).status, 404)
    }
  })
})
