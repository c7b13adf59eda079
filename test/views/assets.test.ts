import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import t from 'tap'
import { keepUsed } from '../../server/http/slim-css.ts'
import { addViews } from '../../server/http/views.ts'

t.test('what the browser loads', async (t) => {
  const app = Fastify()
  t.teardown(() => app.close())
  const links = await addViews(app)
  t.match(links.css, /^\/assets\/main-[A-Z0-9]+\.css$/)
  t.match(links.js, /^\/assets\/main-[A-Z0-9]+\.js$/)

  const load = (url: string, headers = {}) => app.inject({ url, headers })

  const plain = await load(links.css)
  t.equal(plain.statusCode, 200)
  t.equal(plain.headers['content-type'], 'text/css; charset=utf-8')
  t.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable')
  t.equal(plain.headers.vary, 'Accept-Encoding')
  t.equal(plain.headers['content-encoding'], undefined)

  const brotli = await load(links.css, { 'accept-encoding': 'gzip, deflate, br' })
  t.equal(brotli.headers['content-encoding'], 'br')
  t.equal(brotliDecompressSync(brotli.rawPayload).toString(), plain.body)
  t.ok(brotli.rawPayload.length < 20_000, `${brotli.rawPayload.length} bytes of style`)

  const zipped = await load(links.js, { 'accept-encoding': 'gzip, br;q=0' })
  t.equal(zipped.headers['content-encoding'], 'gzip')
  t.equal(zipped.headers['content-type'], 'text/javascript; charset=utf-8')
  t.ok(gunzipSync(zipped.rawPayload).length > 0)
  t.ok(zipped.rawPayload.length < 15_800, `${zipped.rawPayload.length} bytes of script`)
  const counting = await load(links.counting, { 'accept-encoding': 'br' })
  t.ok(counting.rawPayload.length < 50_000, `${counting.rawPayload.length} bytes of script for one page`)

  const [coding] =
    gunzipSync(zipped.rawPayload)
      .toString()
      .match(/coding-[A-Z0-9]+\.js/) ?? []
  const loaded = await load(links.js.replace(/main-.*/, coding ?? ''))
  t.match(loaded.body, /data-coding/, 'what few pages need comes in a file of its own')

  const [font] = plain.body.match(/\/assets\/fira-sans[^")]+\.woff2/) ?? []
  t.equal((await load(font ?? '')).headers['content-type'], 'font/woff2')

  const again = await load(links.css, { 'if-none-match': plain.headers.etag })
  t.equal(again.statusCode, 304)
  t.equal((await load('/assets/other.css')).statusCode, 404)
  t.equal((await load('/assets/..%2fpackage.json')).statusCode, 404)

  const addresses = plain.body.match(/url\((?!["']?(?:data:|\/assets\/))[^)]*|@import/g)
  t.equal(addresses, null, 'nothing from elsewhere')
})

t.test('only the rules of KERN in use are kept', async (t) => {
  const used = new Set(['kern-btn', 'kern-label'])
  const css = `
    /* about .kern-card */
    :root { --kern-1: 1px }
    .kern-btn, .kern-card { color: red }
    .kern-card .kern-label { color: blue }
    :is(body, .kern-light):not([class*=kern-level-]) { margin: 0 }
    .kern-btn:not(.kern-btn--x) { padding: 0 }
    @media print { .kern-card { display: none } .kern-label { display: block } }`
  const kept = keepUsed(css, used)
  t.match(kept, /:root \{ --kern-1: 1px \}/)
  t.match(kept, /\.kern-btn\s*\{ color: red \}/)
  t.match(kept, /:is\(body, \.kern-light\)/)
  t.match(kept, /\.kern-btn:not\(\.kern-btn--x\)/)
  t.match(kept, /\.kern-label \{ display: block \}/)
  t.notMatch(kept, /kern-card/)
})
