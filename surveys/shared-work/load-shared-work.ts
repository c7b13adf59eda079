import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'

const shape = z.strictObject({ survey: z.string(), questions: z.array(z.string()).min(1) })

const folder = new URL('./', import.meta.url)

/**
 * Questions of a survey that each Kommune answers of all who work there: a team that works in several of them, such as that of a
 * Landkreis, is counted in each, so that sums over Kommunen count it several times.
 */
export async function loadSharedWork(survey: string): Promise<ReadonlySet<string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const all = await Promise.all(
    files.map(async (file) => shape.parse(JSON.parse(await readFile(new URL(file, folder), 'utf8')))),
  )
  return new Set(all.filter((one) => one.survey === survey).flatMap(({ questions }) => questions))
}
