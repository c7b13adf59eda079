import { z } from 'zod'

/** What a backup consists of; `README.md` beside this file describes it for whoever opens one by hand. */
export const headName = 'head.json'
export const manifestName = 'manifest.json'
const tablesFolder = 'tables/'
export const besideFolder = 'beside/'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A table by its schema and name; what is generated is no part of it. */
const table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()).min(1) })

/** Where a sequence stands; as text, since a number of JavaScript ends before it does. */
const sequence = z.object({ schema: z.string(), name: z.string(), last: z.string(), called: z.boolean() })

/** The first file: what the backup is of. */
export const headSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  program: z.string(),
  postgres: z.string(),
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
  sequences: z.array(sequence),
  /** How far the log was sealed, which shows later whether its end is still there; missing before there was a chain. */
  log: z.object({ number: z.number(), hash: sha256 }).optional(),
})

/** The last file: what the others hold. Where it is missing, the backup is not whole. */
export const manifestSchema = z.object({
  head: sha256,
  tables: z.record(z.string(), z.object({ rows: z.number(), bytes: z.number(), sha256 })),
  beside: z.record(z.string(), z.object({ sha256 })),
})

export type Head = z.infer<typeof headSchema>
export type Manifest = z.infer<typeof manifestSchema>
export type Table = z.infer<typeof table>
export type TableSum = Manifest['tables'][string]

export const tableKey = ({ schema, name }: Pick<Table, 'schema' | 'name'>) => `${schema}.${name}`

/** `tables/public.wave/00001.copy`: large tables come in pieces, which make the table one after the other. */
export const pieceName = (key: string, number: number) =>
  `${tablesFolder}${key}/${String(number).padStart(5, '0')}.copy`

/** The table that a piece belongs to; undefined for other files. */
export function tableOfPiece(name: string): string | undefined {
  return name.startsWith(tablesFolder) ? name.slice(tablesFolder.length, name.lastIndexOf('/')) : undefined
}
