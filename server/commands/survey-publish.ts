import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'survey publish',
  summary: 'Eine Fassung veröffentlichen: danach ändert sie sich nicht mehr',
  usage: 'FRAGEBOGEN [--fassung NUMMER]',
  details: [
    'Schreibt die Prüfsummen der Datei in surveys/definitions/published.lock.json und die Namen der Spalten, unter denen die',
    'Antworten ausgegeben werden, in surveys/definitions/columns.lock.json, dazu die Prüfsumme der Ländereinteilung, nach der',
    'sie zählt, in surveys/definitions/regions.lock.json.',
  ],
  arguments: { min: 1, max: 1 },
  options: { fassung: { type: 'string', value: 'NUMMER', help: 'eine bestimmte Fassung, sonst die neueste' } },
  async run({ values, positionals: [id = ''] }, io) {
    const { publish } = await import('../../surveys/definition/publish.ts')
    const published = await publish(id, values.fassung)
    if ('problem' in published) throw new InputError(published.problem)
    io.print(`Veröffentlicht: ${published.entry.id} ${published.entry.version} (${published.entry.content})`)
  },
})
