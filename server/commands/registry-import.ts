import { isDate } from '../../surveys/reading/dates.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'registry import',
  summary: 'Das Verzeichnis der Kommunen, Antragsverbünde, Zuwendungen und Integrationsmanager/-innen einlesen',
  usage: '[DATEI] [--dry-run] [--ab TAG] [--stand TAG] [--nachfolge ALT=NEU] [--json] [--als KONTO]',
  details: [
    'Ohne DATEI das mitgelieferte Verzeichnis der Kommunen (server/registry), sonst ein amtliches Gemeindeverzeichnis (GV100AD; AuszugGV',
    'als XLSX oder CSV; auch gepackt) oder eine CSV-Datei. Was sie enthält, sagen ihre Spalten:',
    '  Kommunen:                    gkz, name, einwohner, stand, gueltig_ab',
    '  Antragsverbünde:             verbund, name, gkz, gueltig_ab (eine Zeile je Kommune, die dazugehört)',
    '  Integrationsmanager/-innen:  im_nummer, gueltig_ab',
    '  Zuwendungsempfänger:         empfaenger, art (gemeinde, stadt, kreis, verbund; ab 2025 nur kreis), name, gueltig_ab',
    '  Durchführung:                gkz, empfaenger, durchfuehrung (selbst, kommune, verbund, kreis, frei), durch, gueltig_ab',
    '  Einsätze:                    im_nummer, empfaenger, vzae, gueltig_ab',
    '  Qualifikation:               im_nummer, qualifikation (a, b, c, ungeklaert), nachqualifizierung_ab, nachqualifizierung_bis,',
    '                               nachqualifizierung_entfaellt, gueltig_ab',
    '  Fortbildungen:               im_nummer, fortbildung_am',
    'Die letzten fünf auch als XLSX.',
    'Überall darf gueltig_bis (letzter Tag) hinzukommen. Zweimal einlesen ändert nichts. „registry undo“ nimmt eine Datei zurück.',
  ],
  arguments: { min: 0, max: 1 },
  options: {
    'dry-run': { type: 'boolean', help: 'nur zeigen, was sich änderte' },
    ab: { type: 'string', value: 'TAG', help: 'amtlich: ab wann die Änderungen gelten; sonst ab dem Gebietsstand' },
    stand: { type: 'string', value: 'TAG', help: 'amtlich: Tag der Einwohnerzahlen, wenn er nicht in der Datei steht' },
    nachfolge: {
      type: 'string',
      multiple: true,
      value: 'ALT=NEU',
      help: 'amtlich: worin eine Kommune aufgegangen ist, die nicht mehr in der Datei steht; mehrmals möglich',
    },
    json: { type: 'boolean', help: 'die Anzahlen als JSON ausgeben' },
    ...actingOption,
  },
  async run({ values, positionals: [given] }, io) {
    const { ab, stand, json } = values
    for (const [option, day] of Object.entries({ ab, stand }))
      if (day !== undefined && !isDate(day)) throw new UsageError(`--${option}: „${day}“ ist kein Tag wie 2025-01-01.`)
    const nachfolge = successions(values.nachfolge ?? [])
    const { importLabels, shippedGemeinden } = await import('../registry/import-registry.ts')
    const { recordImport, refuseFaulty } = await import('../registry/record-import.ts')
    const preview = values['dry-run'] === true
    await withContext(io, {}, async (context) => {
      const { db } = context
      const accountId = await actingAccount(context, values)
      const settings = { ...(ab === undefined ? {} : { ab }), ...(stand === undefined ? {} : { stand }), nachfolge }
      const outcome = await recordImport(db, { path: given ?? shippedGemeinden, settings, preview, accountId })
      const { state, import: number, counts, changes, notes } = outcome
      refuseFaulty(outcome)
      if (json) return io.json({ ...counts, state, import: number, notes, changes })
      if (preview) io.print('Vorschau, nichts ist eingelesen.')
      for (const [kind, { added, changed, unchanged }] of Object.entries(counts)) {
        const label = importLabels[kind as keyof typeof importLabels]
        io.print(`${label}: ${added} neu, ${changed} geändert, ${unchanged} unverändert`)
      }
      for (const note of notes) io.print(note)
      if (preview || outcome.from !== undefined)
        for (const { label, lines } of changes) {
          io.print(`${label}: ${lines.length}`)
          for (const line of lines) io.print(`  ${line}`)
        }
      if (number !== null) io.print(`Zurücknehmen: stichtag registry undo ${number}`)
    })
  },
})

function successions(typed: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    typed.map((one) => {
      const [, before = '', after = ''] = /^(\d{6})=(\d{6})$/.exec(one) ?? []
      if (before === '') throw new UsageError(`--nachfolge: „${one}“ ist nicht wie 117001=117002.`)
      return [before, after]
    }),
  )
}
