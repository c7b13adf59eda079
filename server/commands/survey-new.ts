import { InputError } from '../errors/input-error.ts'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'survey new',
  summary: 'Einen Fragebogen anlegen, der einen früheren fortsetzt',
  usage: '--from FRAGEBOGEN --id KENNUNG',
  details: [
    'Schreibt surveys/definitions/KENNUNG.v1.json mit allen Fragen des früheren, seine Konkordanz als Entwurf (alle Fragen gleich)',
    'und, soweit es sie gibt, Namen, Vorbereitung und Ländereinteilung. Stichtag und Frist fehlen noch: JJJJ-MM-TT.',
    'umfrage-4.v1 nennt eine bestimmte Fassung. Wie es weitergeht, steht in surveys/README.md.',
    'Beispiel: stichtag survey new --from umfrage-4 --id umfrage-5',
  ],
  options: {
    from: { type: 'string', value: 'FRAGEBOGEN', help: 'der frühere' },
    id: { type: 'string', value: 'KENNUNG', help: 'wie der neue heißt' },
  },
  async run({ values: { from, id } }, io) {
    if (from === undefined) throw new UsageError('Es fehlt --from: welcher Fragebogen fortgesetzt wird.')
    if (id === undefined) throw new UsageError('Es fehlt --id: wie der neue Fragebogen heißt.')
    const { startSurvey } = await import('../../surveys/definition/start-survey.ts')
    const started = await startSurvey(from, id)
    if ('problem' in started) throw new InputError(started.problem)
    for (const path of started.written) io.print(`Angelegt: ${path}`)
    for (const path of started.changed) io.print(`Ergänzt: ${path}`)
    io.print(
      'Bitte lesen Sie Titel, Einleitung und Jahreszahlen in den Fragen und Namen nach: Sie sind die von damals.',
    )
    io.print(`Nun fehlen Stichtag und Frist. Dann zeigt „stichtag survey diff ${from} ${id}“, was Sie geändert haben.`)
  },
})
