import { readdir, readFile } from 'node:fs/promises'
import type { SurveyPreparation } from '../../schemas/preparation.ts'

/** Where the project says how to prepare for its surveys. */
const preparationFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readPreparationFiles(folder: URL = preparationFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** How to prepare for a survey, which `survey check` has found to be in order; undefined where no file says it. */
export async function loadPreparation(survey: string): Promise<SurveyPreparation | undefined> {
  const documents = (await readPreparationFiles()).map(({ text }): SurveyPreparation => JSON.parse(text))
  return documents.find((one) => one.survey === survey)
}
