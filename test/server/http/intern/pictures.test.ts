import t, { type Test } from 'tap'
import { random } from '../../../../analysis/stats/random.ts'
import { pngOf } from '../../../../server/pictures/png-of.ts'
import { listLogEntries } from '../../../../server/store/log-entries.ts'
import { sha256 } from '../../../../surveys/definition/canonical.ts'
import { onPaper } from '../../../../views/charts/paper-colors.ts'
import { testApp } from '../../../support/app.ts'
import { addWave, correct, withRegistry } from '../../../support/panel-world.ts'
import { signIn, staffAccount } from '../../../support/staff.ts'

const comparison = '/intern/vergleich?von=umfrage-1&bis=umfrage-4&variable=zp_gesamt'

/** The drawings of a page, by the name of each, with what the page says around it. */
function picturesOn(html: string) {
  return [...html.matchAll(/<figure class="chart-figure">(.*?)<\/figure>/gs)].map(([, figure = '']) => ({
    drawn: /<\/desc>(.*?)<\/svg>\s*<p/s.exec(figure)?.[1] ?? '',
    around: plain(figure.replace(/<svg class="chart".*?<\/svg>/gs, ' ')),
    hrefs: [...figure.matchAll(/href="([^"]*\/bild\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
  }))
}

const plain = (text: string) => text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const pageTitle = (html: string) => plain(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '')
/** What a program reads that shows nothing but pixels. */
const chunksOf = (png: Buffer) => {
  const names: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) names.push(png.toString('latin1', at + 4, at + 8))
  return [...new Set(names)]
}

t.test('pictures can be had as files', async (t) => {
  const test = await testApp(t, { id: 'probe', participants: [] })
  const units = (await withRegistry(test)).slice(0, 250)
  const next = random(5)
  const first = units.map(() => 20 + Math.floor(400 * next()))
  await addWave(test, 'umfrage-1', units, (_unit, place) =>
    place % 9 === 8 ? undefined : { zp_gesamt: first[place] ?? 0 },
  )
  await addWave(test, 'umfrage-4', units, (_unit, place) =>
    place % 7 === 6 ? undefined : { zp_gesamt: Math.round((first[place] ?? 0) * (0.8 + 0.3 * next())) },
  )
  const researcher = await signIn(test, await staffAccount(test, 'forschung'))
  const file = async (url: string) =>
    (await test.app.inject({ url, headers: { cookie: researcher.cookie } })).rawPayload

  async function holdsFiles(t: Test, address: string, least: number, heading = '') {
    const { text } = await researcher.get(address)
    const pictures = picturesOn(text)
    t.ok(pictures.length >= least, address)
    for (const { drawn, around, hrefs } of pictures) {
      const [svgHref = '', pngHref = ''] = hrefs
      const svg = (await file(svgHref)).toString()
      const onPage = onPaper(drawn).replaceAll(/ font-family="[^"]*"/g, '')
      const inside = svg.replaceAll(/ font-family="[^"]*"/g, '')
      t.ok(drawn.length > 500 && inside.endsWith(`${onPage}</g></g></svg>`), `${svgHref} is what the page draws`)
      const head = inside.slice(inside.indexOf('</style>'), inside.length - onPage.length)
      for (const [, words = ''] of head.matchAll(/>([^<>]+)<\/text>/g))
        t.ok(`${heading || pageTitle(text)} ${around}`.includes(words), `${svgHref}: the page says „${words}“`)
      t.notMatch(svg, /var\(|<title|<desc|<metadata|data-|<!--|umfrage-\d/, 'nothing that is not seen')
      t.match(svg, /@font-face\{font-family:"Fira Sans";font-weight:600;src:url\(data:font\/woff2;base64,/)
      for (const note of [
        /n = [\d.]+/,
        /Quelle: /,
        /Stichtag 15\.12\.2018/,
        /Datenstand \d+/,
        /nicht zur Veröffentlichung/,
      ])
        t.match(plain(svg), note)
      const png = await file(pngHref)
      t.ok(png.equals(await pngOf(svg.replace(/<style>.*?<\/style>/s, ''))), `${pngHref} is the same in pixels`)
      t.strictSame(chunksOf(png), ['IHDR', 'IDAT', 'IEND'], 'and nothing beside them')
      const [, width = 0] = /width="(\d+)"/.exec(svg) ?? []
      t.equal(png.readUInt32BE(16), 2 * Number(width), 'twice as large')
    }
  }

  t.test('a file shows what its page shows and says, and no more', async (t) => {
    await holdsFiles(t, `${comparison}&nach=groesse&regierungsbezirk=1`, 4)
    await holdsFiles(
      t,
      '/intern/ausfall?von=umfrage-1&bis=umfrage-4',
      2,
      'Wer fehlt: 1. Welle, 15.12.2018 → 2. Welle, 31.01.2020',
    )
    await holdsFiles(t, '/intern/auswertung/umfrage-1/zp_gesamt', 2)
    t.match(
      plain(
        (
          await file(`/intern/vergleich/bild/gruppen.svg${comparison.slice(17)}&nach=groesse&regierungsbezirk=1`)
        ).toString(),
      ),
      /nur Stuttgart/,
    )
  })

  t.test('of one state of the data it has the same bytes, also later', async (t) => {
    const { text } = await researcher.get(`${comparison}&nach=kreis&sortierung=wert`)
    const [href = ''] = picturesOn(text)[0]?.hrefs.slice(1) ?? []
    const before = await file(href)
    const [noted] = await listLogEntries(test.db, { actions: ['download'], limit: 1 })
    t.match(noted, { who: 'forschung', detail: { format: 'png', sha256: sha256(before), filter: /Kreis/ } })
    await correct(test, 'umfrage-4', units[0] ?? '', { zp_gesamt: 90_000 })
    t.ok(before.equals(await file(href)))
  })

  t.test('what is not told has no picture', async (t) => {
    const { text } = await researcher.get(`${comparison}&kreis=111`)
    t.strictSame(picturesOn(text), [])
    for (const name of ['verteilung.svg', 'niveau.png', 'karte.svg', 'niveau.gif'])
      t.equal(
        (await researcher.get(`/intern/vergleich/bild/${name}${comparison.slice(17)}&kreis=111`)).status,
        404,
        name,
      )
  })

  t.test('groups are listed as the address asks', async (t) => {
    const labels = async (order: string) => {
      const { text } = await researcher.get(`${comparison}&nach=groesse${order}`)
      const table = /aria-label="Nach: Größe der Kommune">(.*?)<\/table>/s.exec(text)?.[1] ?? ''
      const rows = [...table.matchAll(/scope="row">([^<]*)<(?:.*?<td[^>]*>){4}([^<]*)</gs)]
      const groups = rows.map(([, label = '', change = '']) => ({
        label,
        change: Number(change.replace('.', '').replace(',', '.').replace('−', '-')),
      }))
      t.equal(groups.at(-1)?.label, 'übrige zusammen', 'who stands for no group of its own comes last')
      return groups.slice(0, -1)
    }
    const [plainly, byValue, byName] = await Promise.all(['', '&sortierung=wert', '&sortierung=name'].map(labels))
    t.match(plainly?.[0]?.label, /^unter 2\.000/)
    t.strictSame(
      byValue,
      byValue?.toSorted((a, b) => b.change - a.change),
    )
    t.strictSame(
      byName,
      byName?.toSorted((a, b) => a.label.localeCompare(b.label, 'de')),
    )
    t.notSame(byName, plainly)
    const { status, words } = await researcher.get(`${comparison}&nach=groesse&sortierung=x`)
    t.equal(status, 400)
    t.match(words, /Nach „x“ lässt sich nicht sortieren\. Möglich sind: wert, name\./)
  })

  t.test('waves are called by what they are', async (t) => {
    for (const address of [
      `${comparison}&nach=umfrage-4:zg_gruppe_duldung`,
      comparison,
      '/intern/vergleich',
      '/intern/ausfall',
      '/intern/auswertung',
      '/intern/auswertung/umfrage-1/zp_gesamt',
    ]) {
      const { text, status } = await researcher.get(address)
      t.equal(status, 200, address)
      const main = /<main.*<\/main>/s.exec(text)?.[0] ?? ''
      // The survey that a wave asks, and files to be exported, are called so by themselves.
      const said = plain(main).replace(/Fragebogen umfrage-\d|umfrage-\d(?:-erhoben)?\.csv/g, '')
      t.notMatch(said, /umfrage-\d/, address)
      t.match(said, /15\.12\.2018/, address)
    }
  })
})
