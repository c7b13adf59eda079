import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'mail templates',
  summary: 'Die Vorlagen auflisten und prüfen: wann sie gehen, an wen, wie oft',
  usage: '[--json]',
  details: [
    'Eigene Vorlagen liegen in dem Ordner, den MAIL_TEMPLATES nennt, als Textdateien mit dem Namen der Vorlage und der Endung .txt: „Betreff: …“,',
    'eine Leerzeile, der Text. Was in {{doppelten Klammern}} steht, wird gefüllt. Eine unbekannte Lücke wird mit Datei und Zeile genannt.',
  ],
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { readConfig } = await import('../boot/config.ts')
    const { templates } = await import('../mail/templates.ts')
    const { templateProblems } = await import('../mail/template-files.ts')
    const read = readConfig(io.env)
    if ('problems' in read) throw new InputError(read.problems)
    const shown = templates.map(({ name, title, when, to, once, gaps }) => ({ name, title, when, to, once, gaps }))
    if (values.json) io.json(shown)
    else
      for (const { name, title, when, to, once } of shown) io.print(`${name}: ${title}\n  ${when}; an ${to}; ${once}`)
    const problems = await templateProblems(read.config.mail)
    if (problems.length > 0) throw new InputError(problems)
  },
})
