import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What others do with our CSV to come to the same file; each says in seconds how long it took, without its own start. */
const ways = {
  duckdb: {
    makes: 'parquet',
    program: process.execPath,
    args: (from: string, to: string) => [
      '--input-type=module',
      '-e',
      `import { DuckDBInstance } from '@duckdb/node-api'
const connection = await (await DuckDBInstance.create()).connect()
const start = performance.now()
await connection.run("copy (select * from read_csv('${from}')) to '${to}' (format parquet)")
console.log((performance.now() - start) / 1_000)`,
    ],
  },
  pandas: {
    makes: 'dta',
    program: '/usr/bin/python3',
    args: (from: string, to: string) => [
      '-c',
      `import pandas, time, warnings
warnings.simplefilter('ignore')
start = time.time()
pandas.read_csv(${JSON.stringify(from)}, low_memory=False).to_stata(${JSON.stringify(to)}, version=118, write_index=False)
print(time.time() - start)`,
    ],
  },
  haven: {
    makes: 'dta',
    program: 'Rscript',
    args: (from: string, to: string) => [
      '-e',
      `suppressMessages({library(data.table); library(haven)})
start <- Sys.time()
write_dta(fread(${JSON.stringify(from)}, showProgress = FALSE, nThread = 1), ${JSON.stringify(to)}, version = 14)
cat(as.numeric(Sys.time() - start, units = "secs"))`,
    ],
  },
} as const

export type OtherWay = keyof typeof ways

export const otherWays = Object.keys(ways) as OtherWay[]

export const makes = (name: OtherWay): string => ways[name].makes

/** Milliseconds; undefined where the program is not there. */
export async function otherWay(name: OtherWay, from: string, to: string): Promise<number | undefined> {
  const { program, args } = ways[name]
  try {
    const { stdout } = await run(program, args(from, to), { maxBuffer: 1 << 20 })
    return Number(stdout) * 1_000
  } catch {
    return undefined
  }
}
