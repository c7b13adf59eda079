import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The licence of a font lies beside that of the package that brings it. */
const order = [/^licen[cs]e_font/i, /^licen[cs]e/i, /^(?:copying|ofl)\b/i]

/** The words of the licence that lie in a package. */
export async function licenceText(folder: string): Promise<string> {
  const names = await readdir(folder)
  const name = order.flatMap((form) => names.find((one) => form.test(one)) ?? [])[0]
  if (name === undefined) throw new Error(`no licence lies in ${folder}`)
  return (await readFile(join(folder, name), 'utf8')).trim()
}
