import { z } from 'zod'
import { loadDocuments } from '../definition/json-files.ts'

const shape = z.strictObject({ survey: z.string(), questions: z.array(z.string()).min(1) })

const folder = new URL('./', import.meta.url)

/**
 * Questions of a survey that each Kommune answers of all who work there: a team that works in several of them, such as that of a
 * Landkreis, is counted in each, so that sums over Kommunen count it several times.
 */
export async function loadSharedWork(survey: string): Promise<ReadonlySet<string>> {
  const all = (await loadDocuments(folder)).map((document) => shape.parse(document))
  return new Set(all.filter((one) => one.survey === survey).flatMap(({ questions }) => questions))
}
