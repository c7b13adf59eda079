import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const comment = z.strictObject({
  /** `{name}`, `{nachbar}` and `{kreis}` stand for names of whoever writes it. */
  text: z.string().min(1),
  /** What it is about, by the keys of the codebook. */
  categories: z.array(z.string()).min(1),
  /** Who writes it has chosen one of these. */
  if: z.record(z.string(), z.array(z.string())).optional(),
})

const comments = z.strictObject({
  wave: z.string(),
  synthetic: z.literal(true),
  codebook: z.string(),
  /** By the variable in which they stand. */
  comments: z.record(z.string(), z.array(comment)),
})

/** A comment of the demo world, before anybody has written it. */
export interface DemoComment extends z.infer<typeof comment> {
  /** Its place in the list: `zp_gesamt_kom/3`. */
  key: string
  field: string
}

export interface DemoComments {
  wave: string
  codebook: string
  comments: DemoComment[]
}

/** The comments of a wave of the demo world, each of which one person writes. */
export async function readComments(wave: string): Promise<DemoComments> {
  const text = await readFile(new URL(`texts/${wave}.json`, import.meta.url), 'utf8')
  const read = comments.parse(JSON.parse(text))
  return {
    wave: read.wave,
    codebook: read.codebook,
    comments: Object.entries(read.comments).flatMap(([field, listed]) =>
      listed.map((one, at) => ({ ...one, field, key: `${field}/${at + 1}` })),
    ),
  }
}

/** The text of a codebook of the demo world, as it is imported. */
export const codebookText = (name: string): Promise<string> =>
  readFile(new URL(`texts/codebook-${name}.json`, import.meta.url), 'utf8')

/** The plan of an annex of a wave of the demo world. */
export const planText = (wave: string): Promise<string> =>
  readFile(new URL(`texts/annex-${wave}.json`, import.meta.url), 'utf8')
