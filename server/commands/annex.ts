import { InputError } from '../errors/input-error.ts'
import { defineCommand, UsageError } from './command.ts'

export const command = defineCommand({
  name: 'annex',
  summary: 'Aus einer Tabelle kodierter Texte einen Anhang zum Veröffentlichen machen',
  usage: 'DATEI --plan PLAN --out ORDNER [--dry-run] [--json]',
  details: [
    'DATEI: CSV oder XLSX, eine Zeile je Text und Kategorie, Spalten in beliebiger Folge: frage, gruppe, kategorie, unterkategorie,',
    'auszug, markierung; dazu, wenn es sie gibt, text (Nummer), einheit (von wem) und kodiert_von. Markierung „auswahl, freigegeben“:',
    'Der Auszug wird gedruckt. Was ausgewählt und nicht freigegeben ist, oder den Namen einer Kommune enthält, wird abgelehnt.',
    'PLAN: Kapitel, Fragen und Gruppen (JSON); schemas/annex.schema.json erklärt und prüft ihn.',
    'Geschrieben werden anhang.html, anhang.pdf, anhang.csv und anhang-zahlen.csv, alle oder keine. Anzahlen, die von weniger als',
    'dreien erzählten, sind darin verdeckt; die Ausgabe dieses Befehls nennt alle.',
    'Beispiel: stichtag annex kommentare.xlsx --plan anhang.json --out anhang',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    plan: { type: 'string', value: 'PLAN', help: 'wie der Anhang gegliedert ist (JSON)' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin geschrieben wird' },
    'dry-run': { type: 'boolean', help: 'nur prüfen und zählen, nichts schreiben' },
    json: { type: 'boolean', help: 'die Anzahlen als JSON ausgeben' },
  },
  async run({ values, positionals: [path = ''] }, io) {
    const { plan: planPath, out } = values
    if (planPath === undefined) throw new UsageError('Bitte nennen Sie mit --plan die Datei mit dem Plan.')
    if (out === undefined && !values['dry-run'])
      throw new UsageError('Bitte nennen Sie mit --out den Ordner, oder mit --dry-run, dass nur geprüft wird.')
    const { placed } = await import('../admindata/placed.ts')
    const { annexOfTable, countLines } = await import('../annex/annex-of-table.ts')
    const { readCodedFile, readPlanFile } = await import('../annex/read-coded-file.ts')
    const plan = await readPlanFile(planPath)
    const coded = await readCodedFile(path, plan).catch((error) => {
      throw error instanceof InputError ? new InputError([...error.sentences, 'Nichts ist geschrieben.']) : error
    })
    const { annex, document } = annexOfTable(coded, plan)
    for (const one of coded.asked) io.tell(`Bitte ansehen: ${placed(coded.file, one)}`)
    const lines = countLines(annex)
    if (values.json) io.json(lines)
    else {
      const { columns } = await import('../../analysis/words.ts')
      const heads = ['Kapitel / Gruppe / Kategorie', 'Texte', 'Auszüge']
      const titled = lines.map((one) => [
        [one.chapter, one.group, one.category, one.subcategory].filter(Boolean).join(' / '),
        String(one.texts),
        String(one.excerpts),
      ])
      for (const line of columns([heads, ...titled])) io.print(line)
    }
    if (values['dry-run'] || out === undefined) return
    const { programVersion } = await import('../program-version.ts')
    const { writeAnnex } = await import('../annex/write-annex.ts')
    const origin = { waves: [], state: 0, at: null, program: programVersion }
    for (const file of await writeAnnex(document, out, origin)) io.tell(file)
  },
})
