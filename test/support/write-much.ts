/** Writes a file of ten megabytes where the first argument says, or says why not. */
import { writeWhole } from '../../server/backup/write-whole.ts'

async function* much(): AsyncGenerator<Buffer> {
  for (let part = 0; part < 100; part += 1) yield Buffer.alloc(100_000, part)
}

try {
  await writeWhole(process.argv[2] ?? '', much())
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
}
