import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { slimKern } from './slim-css.ts'

/** A file that the browser loads, ready to be sent. */
interface Asset {
  type: string
  body: Buffer
  /** Smaller forms of the body, by the name of their encoding; none for what is compressed already. */
  encoded: { br?: Buffer; gzip?: Buffer }
  etag: string
}

export interface Assets {
  /** The addresses that pages link to. */
  links: { css: string; js: string; counting: string }
  files: ReadonlyMap<string, Asset>
  /** The packages of others that are in them, each with the ending of what it brings. */
  bundled: ReadonlyMap<string, 'css' | 'js' | 'woff2'>
}

const root = `${import.meta.dirname}/../..`
const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
}

let built: Promise<Assets> | undefined

/** The same for every application of this process. */
export function assetsOfProcess(): Promise<Assets> {
  built ??= buildAssets()
  return built
}

/** Bundles style sheet, scripts and fonts. The name of each file holds a hash of its content. */
async function buildAssets(): Promise<Assets> {
  const bundles = await Promise.all([
    bundle(['views/styles/main.css', 'views/client/main.ts']),
    // Alone: what it had in common with the script of all pages would become a file of its own, which all would load.
    bundle(['views/client/counting/counting.ts']),
  ])
  const outputFiles = bundles.flatMap((one) => one.outputFiles)
  const files = await Promise.all(
    outputFiles.map(async ({ path, contents }) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return [`/assets/${name}`, await makeAsset(name, Buffer.from(contents))] as const
    }),
  )
  const link = (start: string, ending: string) =>
    files.find(([path]) => path.startsWith(`/assets/${start}-`) && path.endsWith(ending))?.[0] ?? ''
  return {
    links: { css: link('main', '.css'), js: link('main', '.js'), counting: link('counting', '.js') },
    files: new Map(files),
    bundled: bundledPackages(bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
  }
}

const bundle = (entryPoints: string[]) =>
  build({
    absWorkingDir: root,
    entryPoints,
    outdir: 'assets',
    outbase: 'views',
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    publicPath: '/assets',
    loader: { '.woff2': 'file' },
    plugins: [slimKern],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
    write: false,
    metafile: true,
  })

/** `…/node_modules/@scope/name/file.css` is of `@scope/name`. */
function bundledPackages(inputs: readonly string[]): Assets['bundled'] {
  return new Map(
    inputs.flatMap((path) => {
      const [, name] = /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? []
      const ending = path.endsWith('.css') ? 'css' : path.endsWith('.woff2') ? 'woff2' : 'js'
      return name === undefined ? [] : [[name, ending] as const]
    }),
  )
}

async function makeAsset(name: string, body: Buffer): Promise<Asset> {
  const ending = name.slice(name.lastIndexOf('.') + 1)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 16)}"`
  const type = types[ending] ?? 'application/octet-stream'
  if (ending === 'woff2') return { type, body, encoded: {}, etag }
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  const [br, zipped] = await Promise.all([promisify(brotliCompress)(body, quality), promisify(gzip)(body)])
  return { type, body, encoded: { br, gzip: zipped }, etag }
}
