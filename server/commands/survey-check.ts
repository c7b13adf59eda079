import type { Catalogue } from '../../analysis/indicators/catalogue.ts'
import { InputError } from '../errors/input-error.ts'
import { unreadable } from '../errors/unreadable.ts'
import { defineCommand } from './command.ts'

export const command = defineCommand({
  name: 'survey check',
  summary: 'Fragebogen, ihre Sperre, ihre Konkordanzen und ihre Namen prüfen',
  usage: '[DATEI …] [--json]',
  details: [
    'Ohne DATEI werden alle in surveys/definitions geprüft, dazu die Sperre der veröffentlichten Fassungen und was in',
    'surveys/concordance über die Vergleichbarkeit, in surveys/labels über die Namen der Angaben, in surveys/regions über',
    'Staaten und ihre Regionen, in surveys/terms über die Bedeutung von Begriffen, in surveys/preparation über die',
    'Vorbereitung, in surveys/counting über das Auszählen von Listen und in surveys/ways über den Weg von Zahlen nach oben',
    'steht.',
  ],
  arguments: { min: 0, max: 100 },
  options: { json: { type: 'boolean', help: 'die Fehler als JSON ausgeben' } },
  async run({ values, positionals }, io) {
    const [{ checkDefinitions, checkFiles }, { openCatalogue }] = await Promise.all([
      import('../../surveys/definition/check-definitions.ts'),
      import('../admindata/catalogue.ts'),
    ])
    const indicators = codesForKommunen(await openCatalogue())
    const { problems, checked } =
      positionals.length > 0
        ? await checkFiles(positionals, indicators).catch(unreadable)
        : await checkDefinitions(undefined, {}, indicators)
    if (values.json) io.json(problems)
    if (problems.length > 0) {
      throw new InputError(values.json ? [] : problems.map(({ file, path, message }) => `${file}: ${path}: ${message}`))
    }
    if (!values.json) for (const line of checked) io.print(line)
  },
})

const codesForKommunen = ({ indicators }: Catalogue) =>
  [...indicators.values()].filter(({ levels }) => levels.includes('gemeinde')).map(({ code }) => code)
