import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'archive',
  summary: 'Alles zu einer Welle oder einem Panel als Paket für ein Archiv schreiben',
  usage: 'WELLE … --out ORDNER [--stand NUMMER] [--kommentare] [--als KONTO]',
  details: [
    'Schreibt einen Ordner und daneben dasselbe als ZIP: die Daten in allen Formaten, Codebuch, leeren Fragebogen, Begründungen,',
    'Korrekturen, ergänzte Werte, Prüfungen als Regeln, Rücklauf, fehlende Werte je Spalte, Methodik mit allen Annahmen, Hinweise',
    'zum Zitieren und ein Verzeichnis mit den Prüfsummen (SHA-256). Mehrere Wellen ergeben das Paket des Panels.',
    'Derselbe Datenstand ergibt dasselbe ZIP, Byte für Byte. Kontaktdaten enthält es nie, Kommentare nur mit --kommentare.',
    'Beispiel: stichtag archive umfrage-1 --out archiv',
  ],
  arguments: { min: 1, max: 10 },
  options: {
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    kommentare: { type: 'boolean', help: 'auch Kommentare: In ihnen kann von Personen die Rede sein' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin Ordner und ZIP geschrieben werden' },
    ...actingOption,
  },
  async run({ values: { stand, kommentare: comments = false, out, als }, positionals: waves }, io) {
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner.')
    const wanted = { comments, ...(stand === undefined ? {} : { state: wholeNumber('--stand', stand) }) }
    const { reading } = await import('../database/reading.ts')
    const { findPackage } = await import('../archive/find-package.ts')
    const { writeArchive } = await import('../archive/write-archive.ts')
    const { Forms } = await import('../forms/form.ts')
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, { als })
      const { packed, written } = await reading(context, async (copy) => {
        const packed = await findPackage({ ...context, ...copy }, new Forms(), waves, wanted)
        const { update: onProgress, end } = io.progress('Dateien')
        return {
          packed,
          written: await writeArchive(context, packed, { folder: out, accountId, onProgress }).finally(end),
        }
      })
      for (const path of written) io.print(path)
      io.tell(`Datenstand ${packed.origin.state}.`)
      if (packed.origin.waves.some(({ synthetic }) => synthetic))
        io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})
