import t from 'tap'
import { Engine } from '../../views/engine.ts'
import { examples } from '../../views/examples/examples.ts'

const engine = new Engine()
const render = (page: string, data: object, by = engine) => by.render(`@pages/${page}.eta`, data)

const pages = Object.entries(examples).flatMap(([page, named]) =>
  Object.entries(named).map(([name, data]) => ({
    name: `${page}/${name}`,
    html: render(page, data),
  })),
)

const tags = (html: string) => html.match(/<[a-z][^>]*>/gi) ?? []

const wellFormed = /^<[a-z0-9]+(?:\s+[a-z][a-z0-9-]*(?:="[^"]*")?)*\s*\/?>$/i
const ids = (html: string) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '')
const repeated = (all: string[]) => all.filter((id, index) => all.indexOf(id) !== index)
const page = (name: string) => pages.find((one) => one.name === name)?.html ?? ''

t.test('every example', async (t) => {
  for (const { name, html } of pages) {
    t.test(name, async (t) => {
      t.notMatch(html, /undefined|\[object|NaN|>null<|"null"/, 'prints only what it has')
      t.equal(html.match(/<script/g)?.length, 1, 'has no script but its own')
      t.notMatch(html, /<script>|alert\("x"\)/, 'escapes what people typed')
      t.match(html, /<html lang="de">/)
      t.equal(html.match(/<h1/g)?.length, 1, 'has one main heading')
      t.strictSame(
        tags(html).filter((tag) => !wellFormed.test(tag)),
        [],
        'quotes every attribute',
      )
      t.strictSame(
        tags(html).filter((tag) => /\s(?:style|on[a-z]+|required|maxlength)[\s=>]|type="number"/.test(tag)),
        [],
      )
      t.strictSame(repeated(ids(html)), [], 'has no id twice')
      const targets = [...html.matchAll(/<label[^>]* for="([^"]*)"/g)].map(([, id]) => id)
      t.strictSame(
        targets.filter((id) => !ids(html).includes(id ?? '')),
        [],
        'labels name fields that exist',
      )
      for (const form of html.match(/<form[\s\S]*?<\/form>/g) ?? []) {
        if (/^<form[^>]* method="get"/.test(form)) {
          t.notMatch(form, '_csrf', 'what only asks shows no token in its address')
          continue
        }
        t.match(form, /^<form[^>]* method="post"/)
        t.match(form, /<input type="hidden" name="_csrf" value="marke-123">/)
      }
    })
  }
})

t.test('a value that is missing is not printed', async (t) => {
  const frame = examples.message.notFound?.frame
  const data = { frame, page: { paragraphs: [], link: null } }
  t.throws(() => render('message', data), /printed undefined/)
  t.match(render('message', data, new Engine(() => '')), '<h1></h1>')
})

t.test('a page is a text like any other: umlauts, quotation marks and pictures are one character each', async (t) => {
  const typed = '„Grüße“ – ß, ł, 🙂'
  const frame = examples.message.notFound?.frame
  const html = render('message', { frame, page: { heading: typed, paragraphs: [`${typed}<b>`], link: null } })
  t.match(html, `<h1>${typed}</h1>`)
  t.match(html, `${typed}&lt;b&gt;`)
})

t.test('a title begins with the fault', async (t) => {
  t.match(page('section/errors'), '<title>Fehler: Zielpersonen – Donzdorf – Stichtag</title>')
  t.match(page('section/counts'), '<title>Zielpersonen – Donzdorf – Stichtag</title>')
  t.match(page('zugang/wrong'), '<title>Fehler: Zugang – Stichtag</title>')
  t.match(page('check/refused'), '<title>Fehler: Prüfen – Donzdorf – Stichtag</title>')
})

t.test('Enter without script saves, and nothing else', async (t) => {
  const [first] = page('section/counts').match(/<button[^>]*name="_aktion"[^>]*>/) ?? []
  t.match(first, 'value="bleiben"')
})

t.test('a field that could not be read points to the reason', async (t) => {
  const html = page('section/errors')
  t.match(html, 'href="#zp_herkunft_irak"')
  t.match(html, /<input [^>]*id="zp_herkunft_irak"[^>]*aria-invalid="true" aria-describedby="zp_herkunft_irak-fehler">/)
  t.match(html, 'id="zp_herkunft_irak-fehler"')
})

t.test('read-only pages have no fields', async (t) => {
  for (const name of ['section/readOnly', 'section/readOnlyChoices', 'print/filled', 'receipt/first']) {
    const html = page(name).replace(/<header[\s\S]*?<\/header>/, '')
    t.notMatch(html, /<(?:input|textarea|select)/, name)
  }
  t.match(page('section/readOnly'), '<dd class="box">620</dd>')
})

t.test('a key is no number', async (t) => {
  t.match(page('section/key'), 'value="08117019"')
  t.match(page('section/key'), 'name="_aktion" value="uebernehmen:gkz:117019"')
})

t.test('of two entries none is chosen for the person', async (t) => {
  t.notMatch(page('conflict/two'), 'checked')
})

t.test('nobody has to guess why nothing was sent', async (t) => {
  t.notMatch(page('check/full'), 'disabled')
  t.match(page('check/full'), 'value="absenden"')
  t.notMatch(page('check/submitted'), 'value="absenden"')
})
