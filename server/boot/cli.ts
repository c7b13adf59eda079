import { inspect, parseArgs } from 'node:util'
import { type Command, UsageError } from '../commands/command.ts'
import { helpOf, overview, usageOf } from '../commands/help.ts'
import { commands } from '../commands/index.ts'
import { type Io, processIo } from '../commands/io.ts'
import { usageSentence } from '../commands/usage-sentence.ts'
import { InputError } from '../errors/input-error.ts'

/** After its work a command should end by itself; what still holds the process then is not waited for longer. */
const longestEnd = 3_000

export async function main(args: string[]): Promise<void> {
  process.exitCode = await runCommandLine(args, processIo())
  setTimeout(() => process.exit(), longestEnd).unref()
}

/** Does what the arguments ask for; says how it ended: 0 done, 1 the input is at fault, 2 wrong use. */
export async function runCommandLine(args: string[], io: Io): Promise<number> {
  const found = findCommand(args)
  if (found === undefined) return withoutCommand(args, io)
  const { command } = await found.load()
  try {
    await runCommand(command, found.rest, io)
    return 0
  } catch (error) {
    return report(error, command, io)
  }
}

async function runCommand(command: Command, args: string[], io: Io): Promise<void> {
  const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) {
    for (const line of helpOf(command)) io.print(line)
    return
  }
  const { min, max } = command.arguments ?? { min: 0, max: 0 }
  if (positionals.length < min) throw new UsageError('Es fehlt eine Angabe.')
  if (positionals.length > max) throw new UsageError(`Die Angabe „${positionals[max]}“ ist zu viel.`)
  await command.run({ values, positionals }, io)
}

function report(error: unknown, command: Command, io: Io): number {
  const sentence = usageSentence(error)
  if (sentence !== undefined) {
    io.tell(`${sentence}\n${usageOf(command)}\nMehr dazu: stichtag ${command.name} --help`)
    return 2
  }
  if (error instanceof InputError) for (const line of error.sentences) io.tell(line)
  else io.tell(`Unerwarteter Fehler: ${inspect(error)}`)
  return 1
}

/** Names have one word or two; the longer one wins. */
function findCommand(args: string[]) {
  for (const words of [2, 1]) {
    const load = args.length >= words ? commands[args.slice(0, words).join(' ')] : undefined
    if (load) return { load, rest: args.slice(words) }
  }
  return undefined
}

/** Help over all commands or those of one group (`stichtag registry`); anything else is wrong use. */
async function withoutCommand(args: string[], io: Io): Promise<number> {
  const wantsHelp = args.some((arg) => arg === '--help' || arg === '-h')
  const group = args.find((arg) => !arg.startsWith('-'))
  const all = Object.keys(commands)
  const inGroup = all.filter((name) => group === undefined || name.startsWith(`${group} `))
  if (inGroup.length === 0) io.tell(`Den Befehl „${args.join(' ')}“ gibt es nicht.\n`)
  const shown = inGroup.length === 0 ? all : inGroup
  const loaded = await Promise.all(shown.flatMap((name) => commands[name]?.() ?? []))
  const isRight = wantsHelp && inGroup.length > 0
  for (const line of overview(loaded.map(({ command }) => command))) isRight ? io.print(line) : io.tell(line)
  return isRight ? 0 : 2
}
