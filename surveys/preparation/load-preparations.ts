import type { SurveyPreparation } from '../../schemas/preparation.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the project says how to prepare for its surveys. */
const preparationFolder = new URL('./', import.meta.url)

export const readPreparationFiles = (folder: URL = preparationFolder) => readJsonFiles(folder)

/** How to prepare for a survey, which `survey check` has found to be in order; undefined where no file says it. */
export async function loadPreparation(survey: string): Promise<SurveyPreparation | undefined> {
  const documents = await loadDocuments<SurveyPreparation>(preparationFolder)
  return documents.find((one) => one.survey === survey)
}
