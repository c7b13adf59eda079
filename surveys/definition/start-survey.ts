import { access, readdir, rm, writeFile } from 'node:fs/promises'
import { loadLabels } from '../labels/load-labels.ts'
import { loadPreparation } from '../preparation/load-preparations.ts'
import { loadRegions } from '../regions/load-regions.ts'
import { readGlossaryFiles } from '../terms/load-glossaries.ts'
import { carryOver, type Draft, type Earlier, nextId, withSurvey } from './carry-over.ts'
import { compiledOrProblems } from './compile-draft.ts'
import { definitionsFolder, readDefinitionFiles } from './load.ts'
import { questionsOf } from './survey-diff.ts'

const surveysFolder = new URL('../', definitionsFolder)

/** Writes a further survey that asks what an earlier one asked, or says why not. Nothing that is there is written over. */
export async function startSurvey(
  from: string,
  id: string,
): Promise<{ written: string[]; changed: string[] } | { problem: string }> {
  const earlier = await readEarlier(from)
  if ('problem' in earlier) return earlier
  const known = String(earlier.document.id)
  if (!/^[a-z][a-z0-9-]{0,31}$/.test(id)) return { problem: badId(id, nextId(known)) }
  const taken = await takenBy(id)
  if (taken !== undefined) return { problem: `Den Fragebogen „${id}“ gibt es schon (surveys/definitions/${taken}).` }
  const drafts = carryOver(earlier, id)
  const present = await presentOf(drafts)
  if (present.length > 0) return { problem: inTheWay(present) }
  const glossaries = (await readGlossaryFiles()).flatMap(({ file, text }): Draft[] => {
    const changed = withSurvey(text, known, id)
    return changed === undefined ? [] : [{ path: `terms/${file}`, text: changed }]
  })
  await writeAll(drafts)
  for (const { path, text } of glossaries) await writeFile(new URL(path, surveysFolder), text)
  const names = (files: readonly Draft[]) => files.map(({ path }) => `surveys/${path}`)
  return { written: names(drafts), changed: names(glossaries) }
}

/** The version of that name, `umfrage-4.v1`, or the newest of that survey. */
async function readEarlier(from: string): Promise<Earlier | { problem: string }> {
  const files = await readDefinitionFiles()
  const file =
    files.find((one) => one.file === `${from}.json`) ?? files.findLast((one) => one.file.startsWith(`${from}.v`))
  if (file === undefined)
    return { problem: `Den Fragebogen „${from}“ gibt es nicht. „stichtag survey list“ zeigt alle.` }
  const instrument = compiledOrProblems(file)
  if (Array.isArray(instrument))
    return { problem: `${file.file} ist selbst nicht in Ordnung: ${instrument[0]?.path}: ${instrument[0]?.message}` }
  const regions = await loadRegions()
  return {
    document: JSON.parse(file.text),
    questions: questionsOf(instrument).map((one) => one.id),
    labels: await loadLabels(instrument.id),
    preparation: await loadPreparation(instrument.id),
    regions: regions.filter(({ questions }) => questions.some(({ survey }) => survey === instrument.id)),
  }
}

const badId = (id: string, next: string) =>
  `„${id}“ kann keine Kennung sein: Sie beginnt mit einem Kleinbuchstaben und hat höchstens 32 Zeichen, ` +
  `nur Kleinbuchstaben ohne Umlaute, Ziffern und Bindestriche. Zum Beispiel: ${next}`

const inTheWay = (paths: readonly string[]) =>
  `Es gibt schon ${paths.map((path) => `surveys/${path}`).join(' und ')}. Überschrieben wird nichts: ` +
  'Bitte räumen Sie das weg, oder nehmen Sie eine andere Kennung.'

const takenBy = async (id: string) => (await readdir(definitionsFolder)).find((name) => name.startsWith(`${id}.v`))

async function presentOf(drafts: readonly Draft[]): Promise<string[]> {
  const found = await Promise.all(
    drafts.map(async ({ path }) => {
      const isThere = await access(new URL(path, surveysFolder)).then(
        () => true,
        () => false,
      )
      return isThere ? [path] : []
    }),
  )
  return found.flat()
}

/** All of them or none. */
async function writeAll(drafts: readonly Draft[]): Promise<void> {
  const written: URL[] = []
  try {
    for (const { path, text } of drafts) {
      const url = new URL(path, surveysFolder)
      await writeFile(url, text, { flag: 'wx' })
      written.push(url)
    }
  } catch (error) {
    for (const url of written) await rm(url)
    throw error
  }
}
