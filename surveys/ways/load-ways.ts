import { readdir, readFile } from 'node:fs/promises'
import type { WayUp } from '../../schemas/way-up.ts'

/** Where the project says how figures go up. */
const waysFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readWayFiles(folder: URL = waysFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** The ways, which `survey check` has found to be in order. */
const loadWays = async () => (await readWayFiles()).map(({ text }): WayUp => JSON.parse(text))

/** The way on which a survey gives figures, at whichever level. */
export const wayOver = async (survey: string): Promise<WayUp | undefined> =>
  (await loadWays()).find(({ levels }) => levels.some((level) => level.survey === survey))

/** The way that begins with a survey. */
export const wayFrom = async (survey: string): Promise<WayUp | undefined> =>
  (await loadWays()).find(({ levels }) => levels[0].survey === survey)
