import { commands } from '../../server/commands/index.ts'

/** What a command prints, without a process of its own. */
export async function runCommand(
  name: string,
  { positionals, values }: { positionals: readonly string[]; values: Record<string, string | string[] | undefined> },
  url: string,
): Promise<string> {
  const load = commands[name]
  if (load === undefined) throw new Error(`${name} is no command`)
  const { command } = await load()
  const defaults = Object.entries(command.options).flatMap(([option, one]) =>
    'default' in one ? [[option, one.default]] : [],
  )
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const lines: string[] = []
  await command.run(
    { positionals: [...positionals], values: Object.fromEntries([...defaults, ...given]) },
    {
      env: { DATABASE_URL: url, STICHTAG_SECRET: 'x'.repeat(40) },
      print: (line) => void lines.push(line),
      json: (value) => void lines.push(JSON.stringify(value)),
      tell: () => undefined,
      progress: () => ({ update: () => undefined, end: () => undefined }),
    },
  )
  return lines.join('\n')
}
