import { readdir, readFile } from 'node:fs/promises'
import type { WayUp } from '../../schemas/way-up.ts'

/** Where the project says how figures go up. */
const waysFolder = new URL('./', import.meta.url)

/** The files of a folder as they lie on disk, in the order of their names. */
export async function readWayFiles(folder: URL = waysFolder): Promise<{ file: string; text: string }[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })))
}

/** A way that `survey check` has found to be in order. */
export async function loadWay(id: string): Promise<WayUp | undefined> {
  const ways = (await readWayFiles()).map(({ text }): WayUp => JSON.parse(text))
  return ways.find((one) => one.id === id)
}
