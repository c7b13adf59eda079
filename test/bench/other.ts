import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Shot } from './fire.ts'

/** Another system that does the same work, as a file describes it. `{n}` in path and body is a number that no other request has. */
const other = z.strictObject({
  name: z.string().min(1),
  /** The row of ours that it is held against. */
  row: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  method: z.enum(['GET', 'POST']),
  path: z.string().startsWith('/'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().optional(),
  /** Of a right answer. */
  status: z.int().min(100).max(599),
})

export type Other = z.infer<typeof other>

/** Comes back with the systems of the file, or with what is wrong with it. */
export async function readOthers(file: string, rows: readonly string[]): Promise<Other[] | string> {
  let text: unknown
  try {
    text = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    return `${file} lässt sich nicht lesen: ${error instanceof Error ? error.message : error}`
  }
  const known = other.extend({ row: z.enum(rows) })
  const read = z.array(known).min(1).safeParse(text)
  return read.success ? read.data : `${file} stimmt nicht:\n${z.prettifyError(read.error)}`
}

/** As many requests as ours, the numbers of each round its own. */
export function shotsOf({ method, path, headers, body }: Other, count: number, round: number): Shot[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(round * count + index + 1)
    const numbered = (text: string) => text.replaceAll('{n}', number)
    return { method, path: numbered(path), headers, ...(body === undefined ? {} : { body: numbered(body) }) }
  })
}
