import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import t from 'tap'
import { projectRoot } from '../server/project-root.ts'

/** From the bottom up: a layer may import its own files and those of the layers before it. */
const layers = ['schemas', 'surveys', 'analysis', 'views', 'server']

/** The rooms of `analysis` that say what is found, from the bottom up. */
const rooms = [
  ['analysis/stats'],
  ['analysis/sources', 'analysis/indicators', 'analysis/territory'],
  ['analysis/disclosure', 'analysis/texts'],
  ['analysis/changes', 'analysis/qualifications'],
  ['analysis/panel'],
  ['analysis/groups'],
  ['analysis/participation', 'analysis/response', 'analysis/screening'],
  ['analysis/anonymity', 'analysis/quality', 'analysis/rollup'],
  ['analysis/compare'],
  ['analysis/codebook', 'analysis/imputation'],
  ['analysis/report', 'analysis/kreisbericht'],
  ['analysis/scripts'],
]

const files = (await Promise.all(layers.map(filesIn))).flat()
const imports = new Map(files.map((file) => [file, importsOf(file)]))

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(join(projectRoot, folder), { recursive: true })
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(projectRoot, file), 'utf8')
  const found = source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.{1,2}\/[^']+\.ts)'/g)
  return [...found].map(([, path = '']) => normalize(join(dirname(file), path)))
}

const layerOf = (file: string) => file.split('/')[0] ?? ''

t.test('no layer imports from one above it', async (t) => {
  for (const [file, imported] of imports) {
    const above = imported.filter((one) => {
      const [own, other] = [layers.indexOf(layerOf(file)), layers.indexOf(layerOf(one))]
      return other === -1 || other > own
    })
    t.strictSame(above, [], file)
  }
})

t.test('no room of the analysis imports from one above it', async (t) => {
  const heightOf = (file: string) => rooms.findIndex((level) => level.some((room) => file.startsWith(`${room}/`)))
  for (const [file, imported] of imports) {
    const height = heightOf(file)
    if (height === -1) continue
    t.strictSame(
      imported.filter((one) => heightOf(one) > height),
      [],
      file,
    )
  }
})

t.test('no file imports, over however many others, itself: not even a type', async (t) => {
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, path: readonly string[]) => {
    const place = path.indexOf(file)
    if (place !== -1) circles.push([...path.slice(place), file].join(' → '))
    if (place !== -1 || done.has(file)) return
    for (const next of imports.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  t.strictSame(circles, [])
})

/** Calls that ask the database, and texts that begin as a statement does. */
const sqlSigns = [
  /\bsql(?:`|<|\.)|\.query[(<]|\b(?:selectFrom|insertInto|updateTable|deleteFrom)\b/,
  /['`]\s*(?:select\s|insert into\s|delete from\s|update \w+ set\s|with \w+ as \(|copy \()/,
]

t.test('what the database is asked stands in one place', async (t) => {
  const places = ['server/store/', 'server/database/']
  const elsewhere = files.filter((file) => !places.some((place) => file.startsWith(place)))
  const asking = elsewhere.filter((file) => {
    const source = readFileSync(join(projectRoot, file), 'utf8')
    return sqlSigns.some((sign) => sign.test(source))
  })
  t.strictSame(asking, [])
})

/** Who reads submissions as they are stored, restricted or not, and why. All others read `submission_in`. */
const readsStored: Record<string, string> = {
  'server/store/field-acts.ts': 'declines nobody who has answered',
  'server/store/field-participants.ts': 'tells the office who has answered, not what',
  'server/store/field-phase.ts': 'lets invented times fit',
  'server/store/queries.ts': 'names the receipt with which somebody answered',
  'server/store/response-times.ts': 'tells the office when somebody answered, not what',
  'server/store/thanks-due.ts': 'thanks for the receipt',
  'server/store/submissions.ts': 'stores them, and shows respondents their own',
  'server/store/paper-returns.ts': 'says which of them came on paper',
  'server/store/last-wave.ts':
    'shows respondents what they answered before, or numbers that were invented; an order leaves out what is restricted',
  'server/store/invented.ts': 'asks only whether there is one',
  'server/store/retention.ts': 'asks only whether there is one',
  'server/store/texts/note-texts.ts':
    'notes where texts stand, restricted or not; text_in leaves out what is restricted',
  'server/store/texts/written-words.ts': 'compares words, so that a name is found, and shows none',
  'server/store/erase-texts.ts': 'erases in them',
  'server/store/cut-origin.ts': 'gives their receipts new numbers',
  'server/store/delegations.ts': 'says whether one was sent since a colleague was asked',
  'server/store/carrier-codes.ts': 'says which forms have been sent, to whoever answers for them',
}

t.test('what evaluates or gives out submissions reads them without what is restricted', async (t) => {
  const stored =
    /\b(?:from|join)\s+(?:public\.)?submission\b(?!_in)|(?:selectFrom|[jJ]oin)\(\s*'(?:public\.)?submission\b/
  const reading = files.filter((file) => stored.test(readFileSync(join(projectRoot, file), 'utf8')))
  t.strictSame(reading.toSorted(), Object.keys(readsStored).toSorted())
})

t.test('a folder has an entrance, not a heap of loose files', async (t) => {
  for (const layer of ['server', 'surveys', 'analysis']) {
    const loose = (await readdir(join(projectRoot, layer), { withFileTypes: true })).filter((entry) => entry.isFile())
    t.ok(loose.length <= 6, `${layer}: ${loose.map(({ name }) => name).join(', ')}`)
  }
})
