import { InputError } from '../errors/input-error.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'operator check',
  summary: 'Prüfen, was über den Betreiber bekannt ist und was noch fehlt',
  usage: '[--json]',
  details: [
    'Liest die Datei, die STICHTAG_OPERATOR nennt, mit Logo und eigenen Texten. Fehlt etwas, das Gesetz oder Vertrauen',
    'verlangen, endet der Befehl mit 1, und keine wirkliche Welle lässt sich öffnen. Ein Beispiel mit allen Angaben:',
    'server/operator/invented/betreiber.jsonc, ihr Schema: schemas/operator.schema.json.',
  ],
  options: { json: { type: 'boolean', help: 'das Fehlende als JSON ausgeben' } },
  async run({ values }, io) {
    const { readConfig } = await import('../boot/config.ts')
    const { missingFacts } = await import('../operator/missing-facts.ts')
    const { whyNotOpen } = await import('../operator/why-not-open.ts')
    const read = readConfig(io.env)
    if ('problems' in read) throw new InputError(read.problems)
    const { operator } = read.config
    const missing = missingFacts(operator)
    const reasons = whyNotOpen(operator)
    if (values.json) io.json({ operator: operator.facts.name ?? null, file: operator.file, missing })
    else {
      io.print(
        `Betreiber: ${operator.facts.name ?? 'nicht genannt'}${operator.file === '' ? '' : ` (${operator.file})`}`,
      )
      for (const { field, label, why } of missing.filter(({ needed }) => !needed))
        io.print(`Wünschenswert: ${field}: ${label} (${why})`)
      if (operator.facts.privacy?.retention?.contact !== undefined) io.tell(contactTold)
      if (reasons.length === 0) io.print('Alles Nötige ist angegeben; wirkliche Wellen lassen sich öffnen.')
    }
    if (reasons.length > 0) throw new InputError(values.json ? [] : reasons)
  },
})

const contactTold =
  'privacy.retention.contact wird nicht mehr gezeigt: Wie lange eine Welle Kontaktdaten aufbewahrt, sagt „stichtag retention set“.'
