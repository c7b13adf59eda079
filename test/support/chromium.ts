import { spawnSync } from 'node:child_process'
import { accessSync, constants, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { projectRoot } from '../../server/project-root.ts'

interface Chromium {
  executablePath: string
  env?: Record<string, string | undefined>
}

/** The shell without a window starts and draws in half the time of the whole browser. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome']
const folder = join(projectRoot, '.tap', 'chromium')
const unpacked = join(folder, 'browser')

/** The last one that Node 20 can unpack. It brings the libraries and the font that a bare machine lacks, for Linux on x64. */
const fromNpm = '@sparticuz/chromium@141.0.0'

export const howToInstall =
  'Für die Prüfungen im Browser fehlt Chromium. Bitte installieren Sie es (apt-get install chromium-headless-shell) oder nennen Sie den Pfad in CHROMIUM_PATH. ' +
  'Browser tests need Chromium: install it or set CHROMIUM_PATH.'

/** The one that CHROMIUM_PATH names, else the one installed, else the one that was fetched. */
export function findChromium(): Chromium | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) return isExecutable(given) ? { executablePath: given } : undefined
  const folders = (process.env.PATH ?? '').split(delimiter)
  const installed = names.flatMap((name) => folders.map((one) => join(one, name))).find(isExecutable)
  if (installed !== undefined) return { executablePath: installed }
  const fetched = join(unpacked, 'chromium')
  return isExecutable(fetched) ? { executablePath: fetched, env: surroundings() } : undefined
}

/** Brings one from npm where none is found, once for the clone. Says whether there is one now. */
export function haveChromium(): boolean {
  if (findChromium() !== undefined) return true
  if (process.env.CHROMIUM_PATH || process.platform !== 'linux' || process.arch !== 'x64') return false
  process.stderr.write(`\nChromium is not installed: ${fromNpm} is fetched for the tests in the browser.\n\n`)
  mkdirSync(folder, { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', folder]
  return run('npm', ['install', ...options, fromNpm]) && unpack() && findChromium() !== undefined
}

/** The package unpacks into the temporary folder, its libraries only where it takes the machine for one of Amazon's. */
function unpack(): boolean {
  const unfinished = `${unpacked}-${process.pid}`
  mkdirSync(unfinished)
  const env = { ...process.env, TMPDIR: unfinished, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  const script = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  if (!run(process.execPath, ['--input-type=module', '--eval', script], env)) return false
  writeFileSync(join(unfinished, 'fonts.conf'), `<fontconfig><dir>${join(unpacked, 'fonts')}</dir></fontconfig>\n`)
  rmSync(unpacked, { recursive: true, force: true })
  renameSync(unfinished, unpacked)
  return true
}

const surroundings = () => ({
  ...process.env,
  LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'),
  FONTCONFIG_FILE: join(unpacked, 'fonts.conf'),
})

const run = (command: string, args: string[], env = process.env) =>
  spawnSync(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
