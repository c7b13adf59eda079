import t from 'tap'
import { random } from '../../../../analysis/stats/random.ts'
import { testApp } from '../../../support/app.ts'
import { addWave, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'
import { scriptLinks } from '../../../support/visitor.ts'

const waves = 'von=umfrage-1&bis=folgewelle&ueber=umfrage-4'

t.test('pages of more than two waves', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 200)
  const next = random(9)
  for (const [wave, share, all] of [
    ['umfrage-1', 0.9, 100],
    ['umfrage-4', 0.8, 80],
    ['folgewelle', 0.6, 90],
  ] as const)
    await addWave(test, wave, units, () =>
      next() > share ? undefined : { zp_gesamt: all + Math.floor(9 * next()), im_unterbringung_privat: 5 },
    )
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))

  t.test('a question over all waves, each two of them, and scripts of both', async (t) => {
    const page = await researcher.get(`/intern/vergleich?${waves}&variable=zp_gesamt`)
    const { words, status } = page
    t.equal(status, 200)
    t.match(words, /Verlauf über alle Wellen/)
    t.match(words, /Veränderung zwischen je zwei Wellen .*1\. Welle, 15\.12\.2018 → 2\. Welle, .* → 3\. Welle/)
    const scripts = scriptLinks(page)
    t.equal(scripts.length, 4)
    const course = await researcher.get(scripts.find((href) => href.includes('verlauf')) ?? '')
    t.match(course.text, /in_jeder <- Reduce/)
    const plain = await researcher.get(scripts.find((href) => href.endsWith('R') || href.includes('/R?')) ?? '')
    t.match(plain.text, /umfrage-1 → folgewelle/)
  })

  t.test('where persons changed the line is broken and nothing is tested', async (t) => {
    const { words } = await researcher.get(`/intern/vergleich?${waves}&variable=im_unterbringung_privat`)
    t.match(words, /andere Bezugsgruppe; die Linie ist unterbrochen/)
    t.match(words, /kein Test/)
  })

  t.test('the list says what more than one wave asks', async (t) => {
    const { words } = await researcher.get(`/intern/vergleich?${waves}`)
    t.match(words, /Vergleich mehrerer Wellen/)
    t.match(words, /F\d+ → – → F\d+/, 'a question that came back after a gap')
  })

  t.test('who answered which, in stages', async (t) => {
    const page = await researcher.get(`/intern/ausfall?${waves}`)
    const { words } = page
    t.match(words, /Muster der Teilnahme .*111 \(alle Wellen\)/)
    t.match(words, /Ausfall in Stufen/)
    t.match(words, /1\. Welle, 15\.12\.2018 \+ 2\. Welle/, 'weights of each set of waves')
    const [script = ''] = scriptLinks(page)
    t.match((await researcher.get(script)).text, /alle_muster <- c\("111"/)
    const { status, words: refused } = await researcher.get(`/intern/ausfall?${waves}&gebiet=irgendwie`)
    t.equal(status, 400)
    t.match(refused, /Möglich sind: uebertragen, ohne/)
  })

  t.test('a codebook of all of them', async (t) => {
    const { status, words } = await researcher.get(`/intern/exporte/codebuch?${waves}`)
    t.equal(status, 200)
    t.match(words, /folgewelle/)
  })
})
