import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import t from 'tap'
import { commands } from '../../../server/commands/index.ts'
import { projectRoot } from '../../../server/project-root.ts'

const folders = ['server', 'surveys', 'analysis', 'schemas', 'views', 'test']
const pages = [
  ...readdirSync(projectRoot),
  ...folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  ),
].filter((name) => name.endsWith('.md'))

/** The commands that a page has its readers type, each in its words. */
const typedIn = (text: string) =>
  [...text.matchAll(/^ {0,4}npx stichtag (.+)$/gm)].map(([, line = '']) => {
    const [typed = ''] = line.split(/\s(?:#|>|&&)\s/)
    return (typed.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replace(/^'(.*)'$/, '$1'))
  })

/** What is wrong with the way in which a command is called, or ''. */
async function faultOf(words: readonly string[]): Promise<string> {
  const length = [2, 1].find((count) => commands[words.slice(0, count).join(' ')] !== undefined) ?? 0
  const found = await commands[words.slice(0, length).join(' ')]?.()
  if (found === undefined) return 'there is no such command'
  const { options, arguments: many = { min: 0, max: 0 } } = found.command
  try {
    const { positionals } = parseArgs({ args: words.slice(length), options, allowPositionals: true })
    return positionals.length < many.min || positionals.length > many.max ? 'arguments' : ''
  } catch (error) {
    return String(error)
  }
}

t.test('what the pages of the project have one type can be typed', async (t) => {
  const typed = pages.flatMap((page) =>
    typedIn(readFileSync(join(projectRoot, page), 'utf8')).map((words) => ({ page, words })),
  )
  t.ok(typed.length > 70, `${typed.length} commands`)
  for (const { page, words } of typed) t.equal(await faultOf(words), '', `${page}: ${words.join(' ')}`)
  t.match(await faultOf(['wave', 'open', 'umfrage-1', '--heute']), /--heute/)
  t.equal(await faultOf(['wave', 'open']), 'arguments')
})
