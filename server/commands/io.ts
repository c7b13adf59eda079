import { type Progress, showProgress } from './progress.ts'

/** Where a command gets its surroundings from and where its output goes. */
export interface Io {
  env: Record<string, string | undefined>
  /** A line of the result. */
  print(line: string): void
  json(value: unknown): void
  /** A line that is not part of the result, such as what is being waited for. */
  tell(line: string): void
  progress(label: string): Progress
}

export function processIo(): Io {
  const { stdout, stderr } = process
  // The reader of a pipe may leave early (`| head`); what it does not want is not written.
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  }
  return {
    env: process.env,
    print: (line) => void stdout.write(`${line}\n`),
    json: (value) => void stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    tell: (line) => void stderr.write(`${line}\n`),
    progress: (label) => showProgress(stderr, label),
  }
}
