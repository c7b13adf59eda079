import type { SurveyLabels } from '../../schemas/labels.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the labels of the project lie. */
const labelsFolder = new URL('./', import.meta.url)

export const readLabelFiles = (folder: URL = labelsFolder) => readJsonFiles(folder)

/** The labels of a survey, which `survey check` has found to be in order; undefined where no file gives any. */
export async function loadLabels(survey: string): Promise<SurveyLabels | undefined> {
  const documents = await loadDocuments<SurveyLabels>(labelsFolder)
  return documents.find((one) => one.survey === survey)
}
