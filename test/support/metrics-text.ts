/** What a text for Prometheus says, read strictly: whatever its format does not know is an error. */
export interface ReadFamily {
  type: string
  help: string
  samples: { name: string; labels: Record<string, string>; value: number }[]
}

const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped']
const parts: Record<string, readonly string[]> = { histogram: ['_bucket', '_sum', '_count'] }
const word = '[a-zA-Z_][a-zA-Z0-9_]*'
const number = '[+-]?(?:\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?|Inf)|NaN'
const sampleLine = new RegExp(`^(${word})(?:\\{((?:${word}="(?:[^"\\\\]|\\\\[\\\\"n])*",?)*)\\})? (${number})$`)
const labelPart = new RegExp(`(${word})="((?:[^"\\\\]|\\\\[\\\\"n])*)"(,|$)`, 'y')

export function readMetrics(text: string): Map<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end')
  const families = new Map<string, ReadFamily>()
  const seen = new Set<string>()
  let current = ''
  let help: string | undefined
  for (const line of text.slice(0, -1).split('\n')) {
    const [, about, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (about === 'HELP') {
      if (help !== undefined || families.has(name) || rest === '') throw new Error(`a second or empty help: ${line}`)
      current = name
      help = rest
    } else if (about === 'TYPE') {
      if (help === undefined || name !== current || !types.includes(rest)) throw new Error(`no type: ${line}`)
      families.set(name, { type: rest, help, samples: [] })
      help = undefined
    } else {
      const sample = readSample(line)
      const family = families.get(current)
      if (family === undefined || help !== undefined) throw new Error(`before its type: ${line}`)
      const allowed = (parts[family.type] ?? ['']).map((part) => current + part)
      if (!allowed.includes(sample.name)) throw new Error(`not of ${current}: ${line}`)
      const key = line.slice(0, line.lastIndexOf(' '))
      if (seen.has(key)) throw new Error(`twice: ${key}`)
      seen.add(key)
      family.samples.push(sample)
    }
  }
  return families
}

function readSample(line: string) {
  const [, name = '', labels = '', value = ''] = sampleLine.exec(line) ?? []
  if (name === '') throw new Error(`unreadable: ${line}`)
  return { name, labels: readLabels(labels), value: Number(value.replace('Inf', 'Infinity')) }
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {}
  labelPart.lastIndex = 0
  while (labelPart.lastIndex < text.length) {
    const [, name = '', value = ''] = labelPart.exec(text) ?? []
    if (name === '' || name in labels) throw new Error(`unreadable labels: ${text}`)
    labels[name] = value.replace(/\\(.)/g, (_pair, sign: string) => (sign === 'n' ? '\n' : sign))
  }
  return labels
}
