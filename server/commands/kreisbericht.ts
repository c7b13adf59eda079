import type { KreisFacts } from '../../schemas/kreisbericht.ts'
import { InputError } from '../errors/input-error.ts'
import type { ReportFile } from '../kreisbericht/report-files.ts'
import type { WantedData } from '../store/panel-answers.ts'
import { actingAccount, actingOption } from './acting.ts'
import { defineCommand, UsageError } from './command.ts'
import { chosenData, dataOptions } from './data-options.ts'
import type { Io } from './io.ts'
import { withContext } from './with-context.ts'

export const command = defineCommand({
  name: 'kreisbericht',
  summary: 'Den Bericht eines Kreises über sein Integrationsmanagement schreiben',
  usage: '[ANGABEN] [--kreis SCHLÜSSEL [--stand NUMMER]] --out ORDNER [--als KONTO]',
  details: [
    'ANGABEN ist eine JSON-Datei nach schemas/kreisbericht.schema.json: Zahlen mit Zeit und Herkunft, eigene Absätze.',
    'Mit --kreis kommt dazu, was die Kommunen des Kreises in den Umfragen angegeben haben, in Summen, die',
    'niemanden verraten, dazu aus dem Verzeichnis, wer es wo durchführt und wie viele Personen mit wie vielen VZÄ',
    'dort arbeiten, und was der Kreis an Kennzahlen freigegeben hat. Für dieselbe Zeit gelten die ANGABEN; ohne sie',
    'steht im Bericht allein das. Mit --stand sind es Umfragen dieses Datenstands; Verzeichnis und Kennzahlen sind',
    'immer die von heute.',
    'Geschrieben werden kreisbericht.html und kreisbericht.pdf (PDF/UA-1); gleiche Angaben ergeben dieselben Bytes.',
    'Was fehlt, steht im Bericht unter „Was offen ist“.',
  ],
  arguments: { min: 0, max: 1 },
  options: {
    kreis: { type: 'string', value: 'SCHLÜSSEL', help: 'drei Ziffern: auch Angaben der Kommunen dieses Kreises' },
    ...dataOptions,
    out: { type: 'string', value: 'ORDNER', help: 'wohin geschrieben wird' },
    ...actingOption,
  },
  async run({ values, positionals: [file] }, io) {
    const { kreis, out } = values
    if (out === undefined) throw new UsageError('Bitte nennen Sie mit --out den Ordner.')
    if (file === undefined && kreis === undefined)
      throw new UsageError('Bitte nennen Sie die Datei mit den Angaben, oder mit --kreis den Kreis.')
    const data = chosenData(values)
    if (kreis === undefined && Object.keys(data).length > 0)
      throw new UsageError('--stand und --values brauchen --kreis: Sie wählen Angaben aus den Umfragen.')
    const { readFacts } = await import('../kreisbericht/read-facts.ts')
    const own = file === undefined ? undefined : readFacts(file)
    if (kreis !== undefined) return writeWithSurveys({ own, kreis, out, data, als: values.als }, io)
    if (own !== undefined) await write(out, own, io)
  },
})

/** Writes all files or none. What `note` does comes before they are there. */
async function write(
  out: string,
  facts: KreisFacts,
  io: Io,
  note?: (file: ReportFile) => Promise<void>,
): Promise<void> {
  const [{ writeFile }, { join }, { reportFiles }, { inWorkplace }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('../kreisbericht/report-files.ts'),
    import('../export/workplace.ts'),
  ])
  const files = await reportFiles(facts)
  const targets = await inWorkplace(
    out,
    files.map(({ name }) => name),
    async (workplace) => {
      for (const { name, content } of files) await writeFile(join(workplace, name), content, { flag: 'wx' })
      for (const one of files) await note?.(one)
    },
  )
  for (const target of targets) io.print(target)
}

interface Asked {
  own: KreisFacts | undefined
  kreis: string
  out: string
  data: WantedData
  als: string | undefined
}

async function writeWithSurveys({ own, kreis, out, data, als }: Asked, io: Io): Promise<void> {
  const [{ surveyFacts }, found, { mergeFacts, newestDay }, { Forms }, { noteLeaving }, registers] = await Promise.all([
    import('../kreisbericht/survey-facts.ts'),
    import('../kreisbericht/register-facts.ts'),
    import('../../analysis/kreisbericht/merge-facts.ts'),
    import('../forms/form.ts'),
    import('../export/note-leaving.ts'),
    import('../store/register.ts'),
  ])
  await withContext(io, {}, async (context) => {
    const accountId = await actingAccount(context, { als })
    const forms = new Forms()
    const { facts, snapshot } = await surveyFacts(context, forms, kreis, data)
    if (own !== undefined && own.kreis !== facts.kreis)
      throw new InputError(`Die Angaben sind vom „${own.kreis}“; --kreis ${kreis} ist „${facts.kreis}“.`)
    const { db } = context
    const signed = await found.signedFacts({ db, forms, register: registers.registerReader(db) }, kreis)
    const newest = [newestDay(facts), signed.newest].sort().at(-1) ?? ''
    const asOf = own?.asOf ?? newest
    if (asOf === '')
      throw new InputError([
        `Zu „${facts.kreis}“ gibt es noch keine Umfrage und keine freigegebenen Kennzahlen, aus denen sich berichten ließe.`,
        'Mit einer Datei, die wenigstens den Kreis und den Tag nennt, berichtet das Verzeichnis.',
      ])
    const year = Number(asOf.slice(0, 4))
    const before = [`${year - 2}-12-31`, `${year - 1}-12-31`]
    const merged = [await found.registerFacts(db, kreis, asOf, before), signed.facts, facts].reduce<KreisFacts>(
      (known, more) => mergeFacts(known, { kreis: facts.kreis, ...more }),
      own ?? { kreis: facts.kreis, asOf },
    )
    const provenance = { filters: [`kreis=${kreis}`], grouping: '', snapshot }
    await write(out, merged, io, (file) => noteLeaving(context.db, { action: 'export', file, provenance, accountId }))
    if (merged.invented) io.tell('Achtung: Diese Daten sind synthetisch, also erfunden.')
  })
}
