import { readdir, readFile } from 'node:fs/promises'
import type { SurveyLabels } from '../../schemas/labels.ts'

/** Where the labels of the project lie. */
const labelsFolder = new URL('./', import.meta.url)

/** The files of labels of a folder, by file name, as they lie on disk. */
export async function readLabelFiles(folder: URL = labelsFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The labels of a survey, which `survey check` has found to be in order; undefined where no file gives any. */
export async function loadLabels(survey: string): Promise<SurveyLabels | undefined> {
  const documents = (await readLabelFiles()).map(({ text }): SurveyLabels => JSON.parse(text))
  return documents.find((one) => one.survey === survey)
}
