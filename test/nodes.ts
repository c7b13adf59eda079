/** `npm run test:nodes`: the quick part of the suite on every line of Node that package.json promises. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../server/project-root.ts'

/** The oldest that works, and the newest of each later line. */
const versions = ['20.19.0', '22', '24']

/** Pure functions and templates, a PDF, and a server that starts and shows a page: no browser, no R. */
const quick = [
  'test/surveys',
  'test/analysis',
  'test/cases/server.test.ts',
  'test/views/assets.test.ts',
  'test/views/charts',
  'test/views/templates.test.ts',
  'test/server/paper/receipt.test.ts',
  'test/server/boot/serve.test.ts',
]
const withR = 'test/analysis/stats/fresh.test.ts'

const tests = readdirSync(join(projectRoot, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name}`)
  .filter((name) => name.endsWith('.test.ts') && name !== withR)
  .filter((name) => quick.some((part) => name === part || name.startsWith(`${part}/`)))
  .sort()

const failed = versions.filter((version) => {
  const node = install(version)
  console.log(`\nNode ${run(node, ['--version'], 'pipe').stdout.trim()}: ${tests.length} files of tests`)
  return run(node, [join('node_modules', '.bin', 'tap'), 'run', '--disable-coverage', ...tests]).status !== 0
})
console.log(failed.length === 0 ? '\nAll pass on every Node.' : `\nNot all pass on Node ${failed.join(' and ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1

/** Brings the program from npm, where it is a package, and says where it lies. */
function install(version: string): string {
  const name = `node-${process.platform}-${process.arch}`
  const folder = join(projectRoot, '.tap', 'nodes', version)
  mkdirSync(folder, { recursive: true })
  const options = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--prefix', folder]
  if (run('npm', ['install', ...options, `${name}@${version}`]).status !== 0)
    throw new Error(`${name}@${version} could not be installed`)
  return join(folder, 'node_modules', name, 'bin', 'node')
}

function run(command: string, args: string[], output: 'inherit' | 'pipe' = 'inherit') {
  const result = spawnSync(command, args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', output, 'inherit'] })
  if (result.error !== undefined) throw result.error
  return result
}
