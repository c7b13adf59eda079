import { InputError } from '../errors/input-error.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { waveNamed } from './known-wave.ts'
import { wholeNumber } from './whole-number.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'texts annex',
  summary: 'Aus freigegebenen Texten einer Welle einen Anhang zum Veröffentlichen machen',
  usage: 'WELLE [--plan PLAN] --out ORDNER [--stand NUMMER] [--als KONTO]',
  details: [
    'Abgedruckt wird nur, was ein zweites Konto freigegeben hat und was noch gilt, bei der ersten seiner Kategorien. Was die',
    'Kodierenden verschieden sehen und niemand entschieden hat, zählt nicht als zugeordnet.',
    'PLAN: Kapitel, Fragen und Gruppen (JSON); schemas/annex.schema.json erklärt und prüft ihn. Ohne PLAN ein Kapitel je Frage.',
    'Geschrieben werden anhang.html, anhang.pdf, anhang.csv und anhang-zahlen.csv, alle oder keine; derselbe Datenstand ergibt',
    'dieselben Bytes. Anzahlen, die von weniger als dreien erzählten, sind verdeckt.',
    'Beispiel: stichtag texts annex umfrage-4 --plan anhang.json --out anhang',
  ],
  arguments: { min: 1, max: 1 },
  options: {
    plan: { type: 'string', value: 'PLAN', help: 'wie der Anhang gegliedert ist (JSON)' },
    out: { type: 'string', value: 'ORDNER', help: 'wohin geschrieben wird' },
    stand: { type: 'string', value: 'NUMMER', help: 'ein früherer Datenstand: seine Nummer' },
    ...actingOption,
  },
  async run({ values, positionals: [id = ''] }, io) {
    const { plan: planPath, out } = values
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner.')
    const state = values.stand === undefined ? undefined : wholeNumber('--stand', values.stand)
    const { annexOfWave } = await import('../annex/annex-of-wave.ts')
    const { firstPlanText, readPlanText } = await import('../annex/plan-of-wave.ts')
    const { readPlanFile } = await import('../annex/read-coded-file.ts')
    const { writeAnnex } = await import('../annex/write-annex.ts')
    const { Forms } = await import('../forms/form.ts')
    const { noteStaff } = await import('../store/staff-audit.ts')
    const { askedTexts } = await import('../texts/asked-texts.ts')
    const own = planPath === undefined ? undefined : await readPlanFile(planPath)
    await withContext(io, {}, async (context) => {
      const accountId = await actingAccount(context, values)
      await waveNamed(context.db, id)
      const asked = await askedTexts({ db: context.db, forms: new Forms() }, id, undefined)
      if (asked === undefined)
        throw new InputError(`„${id}“ ist ein Probelauf: Was dort geschrieben wird, zählt nirgends.`)
      const plan = own ?? (await readPlanText(await firstPlanText(asked), 'Der Plan'))
      const { document, origin } = await annexOfWave(context, asked, { plan, state })
      const note = ({ file, sha256 }: { file: string; sha256: string }) =>
        noteStaff(context.db, {
          action: 'export',
          accountId,
          wave: id,
          detail: { file, format: file.slice(file.lastIndexOf('.') + 1), state: origin.state, sha256 },
        })
      for (const file of await writeAnnex(document, out, origin, note)) io.print(file)
      if (document.synthetic) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
    })
  },
})
