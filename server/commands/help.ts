import type { Command, Options } from './command.ts'

export function helpOf(command: Command): string[] {
  return [
    usageOf(command),
    '',
    `${command.summary}.`,
    ...(command.details ? ['', ...command.details] : []),
    '',
    'Optionen:',
    ...optionLines({ ...command.options, help: { type: 'boolean', short: 'h', help: 'diese Hilfe zeigen' } }),
  ]
}

export function usageOf({ name, usage }: Command): string {
  return `Aufruf: stichtag ${name}${usage ? ` ${usage}` : ''}`
}

export function overview(commands: Command[]): string[] {
  return [
    'Aufruf: stichtag BEFEHL [ARGUMENTE]',
    '',
    'Befehle:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Mehr zu einem Befehl: stichtag BEFEHL --help',
    'Rückgabewert: 0 erledigt, 1 Fehler in den Angaben oder Dateien, 2 falscher Aufruf.',
  ]
}

function optionLines(options: Options): string[] {
  return columns(
    Object.entries(options).map(([name, { short, value, help }]) => [
      `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`,
      help,
    ]),
  )
}

function columns(rows: [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
