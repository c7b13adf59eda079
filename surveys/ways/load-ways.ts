import type { WayUp } from '../../schemas/way-up.ts'
import { loadDocuments, readJsonFiles } from '../definition/json-files.ts'

/** Where the project says how figures go up. */
const waysFolder = new URL('./', import.meta.url)

export const readWayFiles = (folder: URL = waysFolder) => readJsonFiles(folder)

/** The ways, which `survey check` has found to be in order. */
const loadWays = () => loadDocuments<WayUp>(waysFolder)

/** The way on which a survey gives figures, at whichever level. */
export const wayOver = async (survey: string): Promise<WayUp | undefined> =>
  (await loadWays()).find(({ levels }) => levels.some((level) => level.survey === survey))

/** The way that begins with a survey. */
export const wayFrom = async (survey: string): Promise<WayUp | undefined> =>
  (await loadWays()).find(({ levels }) => levels[0].survey === survey)
