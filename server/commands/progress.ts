const barWidth = 30
const betweenLines = 5_000

export interface Progress {
  /** `total` undefined: how much there is to do is not known. */
  update(done: number, total?: number): void
  end(): void
}

interface Target {
  isTTY?: boolean
  write(text: string): unknown
}

/** A bar on a terminal; elsewhere (a log, a pipe) a plain line now and then. */
export function showProgress(target: Target, label: string, now: () => number = Date.now): Progress {
  let last = ''
  let written = target.isTTY ? 0 : now()
  return {
    update(done, total) {
      last = target.isTTY ? bar(label, done, total) : amount(label, done, total)
      if (now() - written < (target.isTTY ? 100 : betweenLines)) return
      written = now()
      target.write(target.isTTY ? `\r${last}\u001b[K` : `${last}\n`)
    },
    end() {
      if (last !== '') target.write(target.isTTY ? `\r${last}\u001b[K\n` : `${last}\n`)
      last = ''
    },
  }
}

function bar(label: string, done: number, total: number | undefined): string {
  if (!total) return amount(label, done, total)
  const filled = Math.min(barWidth, Math.floor((done / total) * barWidth))
  return `${label} [${'█'.repeat(filled)}${'·'.repeat(barWidth - filled)}] ${Math.floor((done / total) * 100)} %`
}

function amount(label: string, done: number, total: number | undefined): string {
  const german = (count: number) => count.toLocaleString('de-DE')
  return total === undefined ? `${label}: ${german(done)}` : `${label}: ${german(done)} von ${german(total)}`
}
