import { defineCommand } from './command.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'record show',
  summary: 'Das Verzeichnis der Verarbeitung ausgeben (Art. 30 DSGVO)',
  usage: '[--json]',
  details: [
    'Sagt dasselbe wie die Seite /intern/verarbeitung: wer verantwortlich ist, welche Daten wozu verarbeitet werden, wer sie bekommt,',
    'wann sie gelöscht werden, wie sie geschützt sind, und was davon nicht eingerichtet ist.',
  ],
  options: { json: { type: 'boolean', help: 'als JSON ausgeben' } },
  async run({ values }, io) {
    const { Forms } = await import('../forms/form.ts')
    const { readSetUp } = await import('../http/routes/intern/read-set-up.ts')
    const { recordPage } = await import('../http/pages/intern/record-page.ts')
    await withContext(io, {}, async ({ db, config }) => {
      // A database whose settings are off is not opened at all.
      const { asOf, gaps, sections } = recordPage(await readSetUp({ db, config, forms: new Forms() }, []))
      if (values.json) return io.json({ asOf, gaps, sections })
      const missing =
        gaps.length === 0 ? [] : ['', 'Was nicht eingerichtet oder nicht bekannt ist', ...gaps.map(indented)]
      const told = sections.flatMap(({ title, facts }) => [
        '',
        title,
        ...facts.flatMap(({ label, lines }) => [indented(label), ...lines.map(indented).map(indented)]),
      ])
      for (const line of [`Verzeichnis der Verarbeitung, Stand: ${asOf}`, ...missing, ...told]) io.print(line)
    })
  },
})

const indented = (line: string) => `  ${line}`
