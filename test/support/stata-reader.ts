import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * No Stata runs where the tests run. This reads a script as far as it can be read without one: only commands and options that
 * stand in the manual, names that were made before they are used, quotes and braces that close. What is not in these lists is
 * an objection, so that a new command has to be looked up in the manual and written down here.
 */
const commands: Record<string, readonly string[]> = {
  append: ['keep'],
  assert: [],
  'ci proportions': ['wilson', 'level'],
  clear: [],
  count: [],
  destring: ['replace'],
  display: [],
  drop: [],
  duplicates: [],
  encode: ['generate'],
  exit: [],
  generate: [],
  'import delimited': [...['clear', 'varnames', 'case', 'stringcols', 'bindquotes', 'maxquotedrows', 'encoding']],
  input: [],
  keep: [],
  'label define': ['add'],
  'label values': [],
  lincom: ['level'],
  local: [],
  logit: ['level', 'or'],
  merge: ['keep', 'nogenerate'],
  preserve: [],
  ranksum: ['by'],
  ratio: ['vce', 'level'],
  regress: ['vce', 'level'],
  rename: [],
  replace: [],
  restore: [],
  save: [],
  set: [],
  signrank: [],
  summarize: ['meanonly'],
  svyset: ['fpc'],
  symmetry: ['notable', 'exact'],
  tabstat: ['statistics', 'columns', 'format', 'by', 'nototal'],
  tabulate: ['chi2', 'V', 'nofreq'],
  tempfile: [],
  ttest: ['level', 'by', 'unequal'],
  use: ['clear'],
  version: [],
}
const functions = ['cond', 'inlist', 'inrange', 'ln', 'min', 'missing', 'r', 'round', 'sign']
/** Words of the language that stand where names of columns may stand. */
const words = new Set([
  ...['if', 'in', 'using', 'byte', 'int', 'double', 'pweight', 'aweight', 'match', 'master', 'off', 'drop', 'all'],
  ...['_N', '_n', '_rc', '_merge', '_all', '_b', '_newline', 'as', 'text', 'error', 'more', 'ib', 'freq', 'N', 'mean'],
])

/** What there is to object to in a script, by the lines of it; `columnsOf` says what an exported file holds. */
export function objections(script: string, columnsOf: (file: string) => readonly string[]): string[] {
  const found: string[] = []
  const known = new Set<string>()
  const files = new Map<string, Set<string>>()
  let depth = 0
  let isTable = false
  const object = (line: string, why: string) => found.push(`${why}: ${line}`)
  for (const long of script.split('\n').filter((line) => line.length > 120 && !/^\* {2}/.test(line)))
    object(long, 'longer than 120 characters')
  const logical = script.replaceAll(/ \/\/\/\n\s*/g, ' ').split('\n')
  for (const whole of logical) {
    if (isTable) {
      if (whole === 'end') isTable = false
      else if (!/^("[^"`$]*"|[\d.]+)( ("[^"`$]*"|-?[\d.]+))*$/.test(whole)) object(whole, 'no row of a table')
      continue
    }
    if (whole === '') continue
    if (whole.startsWith('*')) {
      if (/\/\*|\/\/\//.test(whole)) object(whole, 'a remark that opens a block')
      continue
    }
    const line = whole.trim()
    if ((line.match(/"/g) ?? []).length % 2 !== 0) object(line, 'a quotation mark stays open')
    if (!isBalanced(line.replaceAll(/"[^"]*"/g, '').replaceAll(/[{}]/g, ''))) object(line, 'a bracket stays open')
    if (/[$]/.test(line)) object(line, 'a global macro')
    if (line === '}') {
      depth -= 1
      if (depth < 0) object(line, 'closes what was not opened')
      continue
    }
    if (line.endsWith('{')) {
      depth += 1
      if (!/^(foreach [agk] in \S.* \{|if _rc != 0 \| _N != \d+ \{)$/.test(line)) object(line, 'an unknown block')
      if (/^foreach/.test(line) && line.slice(0, -1).replaceAll(/[\wäöüß. -]/g, '') !== '')
        object(line, 'a name that is no word')
      continue
    }
    const { command, rest, options } = taken(line)
    const allowed = commands[command]
    if (allowed === undefined) {
      object(line, 'an unknown command')
      continue
    }
    for (const option of options) if (!allowed.includes(option)) object(line, `an unknown option ${option}`)
    if (command === 'clear' || command === 'use' || command === 'import delimited' || command === 'input') known.clear()
    const make = (name: string | undefined) => {
      if (name === undefined) return
      if (name.length > 32) object(line, `a name longer than 32: ${name}`)
      known.add(name)
    }
    if (command === 'import delimited')
      for (const one of columnsOf(line.match(/"([^"]+)\.csv"/)?.[1] ?? '')) known.add(one)
    if (command === 'input') {
      isTable = true
      for (const [, name] of rest.matchAll(/(?:str\d+|byte|int|double) (\w+)|(?<= )(\w+)$/g)) make(name)
      continue
    }
    const file = line.match(/`(\w+)'/)?.[1] ?? ''
    if (command === 'save') files.set(file, new Set(known))
    if (command === 'use' || command === 'append' || command === 'merge') {
      const held = files.get(file)
      if (held === undefined) object(line, 'a file that was not saved')
      if (command === 'use') known.add('einheit')
      else for (const one of held ?? []) if (command === 'merge') known.add(one)
      continue
    }
    if (
      ['import delimited', 'label define', 'display', 'set', 'version', 'exit', 'tempfile', 'save', 'local'].includes(
        command,
      )
    )
      continue
    if (command === 'lincom') continue
    const made = rest.match(/^generate (?:byte |double )?(\w+) =/)?.[1] ?? line.match(/generate\((\w+)\)/)?.[1]
    if (command === 'generate' && known.has(made ?? '')) object(line, 'a name that there is already')
    for (const name of namesIn(line, command))
      if (name !== made && !known.has(name)) object(line, `an unknown name ${name}`)
    make(made)
    if (command === 'rename') make(rest.split(' ')[2])
    if (command === 'keep' && !rest.startsWith('keep if')) {
      const kept = rest.split(' ').slice(1)
      known.clear()
      for (const one of kept) known.add(one)
    }
    if (command === 'drop') for (const one of rest.split(' ').slice(1)) known.delete(one)
  }
  if (depth !== 0) found.push('a block stays open')
  if (isTable) found.push('a table stays open')
  return found
}

/** The command of a line without what stands before it, and the options behind its comma. */
function taken(line: string) {
  const own = line
    .replace(/^capture (noisily )?/, '')
    .replace(/^svy, (?:(?:subpop\([^:]*\)|dof\([^)]*\)|level\([\d.]+\)) ?)+: /, '')
  const [first = '', second = ''] = own.split(/[ ,]/)
  const command = `${first} ${second}` in commands ? `${first} ${second}` : first
  const [rest = '', after = ''] = splitAtComma(own)
  const options = [...withoutBrackets(after).matchAll(/[A-Za-z]\w*/g)].map(([name]) => name)
  return { command, rest: rest.trim(), options }
}

/** At the comma that stands in no brackets and no quotation marks. */
function splitAtComma(line: string): [string, string] {
  let depth = 0
  let isQuoted = false
  for (const [place, letter] of [...line].entries()) {
    if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === '(') depth += 1
    else if (!isQuoted && letter === ')') depth -= 1
    else if (!isQuoted && depth === 0 && letter === ',') return [line.slice(0, place), line.slice(place + 1)]
  }
  return [line, '']
}

function withoutBrackets(words: string): string {
  const less = words.replaceAll(/\([^()]*\)/g, '')
  return less === words ? words : withoutBrackets(less)
}

function isBalanced(line: string): boolean {
  const less = withoutBrackets(line).replaceAll(/\[[^[\]]*\]/g, '')
  return !/[()[\]]/.test(less)
}

/** The names of columns that a command speaks of: what is no word of the language, no function, no option, no label. */
function namesIn(line: string, command: string): string[] {
  const { rest } = taken(line)
  if (command === 'rename') return [rest.split(' ')[1] ?? '']
  const spoken = [
    rest,
    ...[...line.matchAll(/(?:by|fpc|subpop|vce)\(([^)]*(?:\([^)]*\))?[^)]*)\)/g)].map(([, of]) => of),
  ]
  const own = spoken
    .join(' ')
    .replaceAll(/"[^"]*"|`\w+'|\d+e-\d+/g, ' ')
    .replaceAll(/\((vorher|nachher|gesamt): /g, '(')
    .replaceAll(/\b(hc2|dfadjust|cluster)\b/g, ' ')
    .replace(/^label values (.*) antworten$/, '$1')
    .replace(new RegExp(`^${command}`), '')
  return [...own.matchAll(/[A-Za-z_]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !words.has(name) && !functions.includes(name))
}

/** The columns of the exported files of a folder. */
export const columnsIn = (folder: string) => (file: string) =>
  (readFileSync(join(folder, `${file}.csv`), 'utf8').split('\r\n', 1)[0] ?? '').replace(/^\uFEFF/, '').split(',')
