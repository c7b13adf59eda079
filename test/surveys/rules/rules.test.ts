import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'
import t, { type Test } from 'tap'
import { inventAnswers } from '../../../server/demo/invent.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { Random } from '../../../server/demo/random.ts'
import type { Raw } from '../../../surveys/answer/cells.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { LastWave, Surroundings } from '../../../surveys/answer/surroundings.ts'
import { checkKindOf } from '../../../surveys/checks/index.ts'
import type { Judged } from '../../../surveys/checks/kind.ts'
import { compile } from '../../../surveys/compile/compile.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { figureOf } from '../../../surveys/reading/register.ts'
import { aroundOf, lastColumn, registerColumn } from '../../../surveys/rules/around.ts'
import { rulesOf } from '../../../surveys/rules/rules.ts'
import { rulesYaml } from '../../../surveys/rules/yaml.ts'
import { checkTables, instrumentOf, sumTables } from '../../support/cases.ts'
import { exportedColumns, exportedRow } from '../../support/exported-row.ts'
import { filteredDefinition } from '../../support/filtered-definition.ts'
import { published } from '../../support/published.ts'
import { eislingen } from '../../support/surroundings.ts'

interface Given {
  typed: Raw
  last?: Record<string, number | string | true> | undefined
  unit?: string | undefined
}

interface Asked {
  name: string
  /** What stands in the file and was not answered: a row, a column and a text. */
  spoilt?: readonly [row: number, column: string, text: string]
  instrument: Instrument
  given: readonly Given[]
}

const surveys = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4'] as const

/** Answers in which all fits, and a file of them in which one does not. */
const planted: Asked = {
  name: 'planted',
  instrument: await published('umfrage-1'),
  given: ['60', '40', '80'].map((im_gesamt) => ({ typed: { zp_gesamt: '100', im_gesamt } })),
  spoilt: [1, 'im_gesamt', '400'],
}

/** Each file of answers with its rules, in one process: R takes longer to start than to evaluate them. */
const driver = `library(yaml)
for (name in commandArgs(trailingOnly = TRUE)) {
  rules <- yaml.load_file(paste0(name, ".yaml"))$rules
  rows <- read.csv(paste0(name, ".csv"), na.strings = "", encoding = "UTF-8")
  for (rule in rules) {
    found <- eval(parse(text = rule$expr), rows)
    stopifnot(is.logical(found), length(found) == nrow(rows))
    cat(name, rule$name, paste(ifelse(is.na(found), "?", ifelse(found, "+", "-")), collapse = ""), "\\n")
  }
}
`

t.test('R finds with the rules what our checks find, and knows as little where nobody can tell', async (t) => {
  const asked = [...(await tables()), ...(await invented()), filtered()]
  const found = await inR(t, [...asked, planted])
  const broken = new Set<string>()
  for (const one of asked)
    for (const [check, judged] of judgedBy(one)) {
      t.equal(found.get(`${one.name} ${check}`), judged, `${one.name}: ${check}`)
      if (judged.includes('-')) broken.add(check)
    }
  const all = (await Promise.all(surveys.map((id) => published(id)))).flatMap((one) => rulesOf(one).rules)
  const whole = all.filter(({ name }) => !broken.has(name)).map(({ name }) => name)
  t.strictSame(whole, [], 'every rule of the surveys is broken by some answer')
  const among = [...judgedBy(filtered()).values()].filter((judged) => judged.includes('-') && judged.includes('+'))
  t.ok(among.length > 4, 'filtered answers keep some rules and break them')
  t.equal(found.get('planted im_gesamt_hoechstens_zp'), '+-+', 'what differs in the file alone is found')
  t.equal(judgedBy(planted).get('im_gesamt_hoechstens_zp'), '+++')
})

function judgedBy({ instrument, given }: Asked): Map<string, string> {
  const names = new Set(rulesOf(instrument).rules.map(({ name }) => name))
  return new Map(
    instrument.checks
      .filter(({ id }) => names.has(id))
      .map((check) => [check.id, given.map((one) => sign(judge(instrument, check, one))).join('')]),
  )
}

const judge = (instrument: Instrument, check: Instrument['checks'][number], one: Given): Judged =>
  checkKindOf(check.kind).judge(check, {
    instrument,
    raw: one.typed,
    cells: readCells(instrument, one.typed, around(one)),
    around: around(one),
  })

const around = ({ unit = eislingen.unit, last = {} }: Given): Surroundings => {
  const values = new Map<string, number>()
  const words = new Map<string, string | true>()
  for (const [name, value] of Object.entries(last))
    if (typeof value === 'number') values.set(name, value)
    else words.set(name, value)
  return { ...eislingen, unit, last: { wave: 'zuvor', title: 'Zuvor', stichtag: '', values, words } satisfies LastWave }
}

const sign = (judged: Judged) => (typeof judged === 'object' ? '-' : judged === 'holds' ? '+' : '?')

/** The tables of cases: each is of a small questionnaire, or of a survey. What cannot be read is never submitted. */
async function tables(): Promise<Asked[]> {
  const all = await Promise.all(
    [...sumTables, ...checkTables].map(async ([file, table]) => {
      const instrument = await instrumentOf(table)
      const given = table.cases.filter(({ typed }) =>
        [...readCells(instrument, typed).values()].every(({ state }) => state !== 'unreadable'),
      )
      return { name: file.replaceAll(/\W/g, '_'), instrument, given }
    }),
  )
  return all.filter(({ given, instrument }) => given.length > 0 && rulesOf(instrument).rules.length > 0)
}

/** Answers to what is asked only of some: what was typed where nothing is asked stands in no file, and breaks no rule. */
function filtered(): Asked {
  const instrument = compile(filteredDefinition())
  const random = new Random('filtered')
  const pick = (...texts: string[]) => random.pick(texts) ?? ''
  const given = Array.from({ length: 120 }, (): Given => {
    const typed = {
      stelle: pick('', 'ja', 'geplant', 'nein'),
      stellen_zahl: pick('', '0', '1', '5'),
      stellen_zahl_nv: '',
      stellen_alter_jung: pick('', '1', '5'),
      stellen_alter_alt: pick('', '0', '4'),
      stellen_alter_unbekannt: pick('', '0'),
      gesamt: pick('', '0', '3', '10'),
      wege_amt: pick('', '1'),
      wege_vor_ort: pick('', '1'),
      zeit_gespraech: pick('', '60', '100'),
      zeit_fahrt: pick('', '40'),
      weitergabe: pick('', '2', '5'),
      aussenstellen: pick('', '2'),
    }
    return {
      typed,
      unit: pick('117019', '117042'),
      last: pick('', 'x') === '' ? {} : { gesamt: Number(pick('0', '4')), ...chosenLast(pick) },
    }
  })
  return { name: 'filtered', instrument, given }
}

/** What may have been chosen before: one of a list, and of another list none, one or both. */
function chosenLast(pick: (...texts: string[]) => string): Record<string, string | true> {
  const stelle = pick('', 'ja', 'geplant', 'nein')
  return {
    ...(stelle && { stelle }),
    ...(pick('', 'x') && { wege_amt: true as const }),
    ...(pick('', 'x') && { wege_vor_ort: true as const }),
  }
}

/** Invented answers with blanks and slips, each number far too large once, and what may have been answered before. */
async function invented(): Promise<Asked[]> {
  const facts = { unit: '117019', name: 'Eislingen/Fils', einwohner: 22_325, gemeinden: [] }
  return Promise.all(
    surveys.map(async (id) => {
      const instrument = await published(id)
      const text = await import(`../../../server/demo/profiles/${id}.json`, { with: { type: 'json' } })
      const profile = readProfile(text.default)
      const random = new Random(`rules ${id}`)
      const given = instrument.variables.map(({ name }): Given => {
        const typed = inventAnswers(instrument, { ...profile, blank: random.next() / 2, slip: 1 }, facts, random)
        const isMuch = instrument.variable.get(name)?.type === 'count' && typed[name] !== undefined
        const last = aroundOf(instrument).last.filter(() => random.chance(0.8))
        return {
          typed: { ...spoil(instrument, typed, random), ...(isMuch && { [name]: '9000000' }) },
          last: Object.fromEntries(last.map((name) => [name, Math.floor(random.next() * 300)])),
        }
      })
      const readable = given.filter(({ typed }) =>
        [...readCells(instrument, typed).values()].every(({ state }) => state !== 'unreadable'),
      )
      return { name: id, instrument, given: readable }
    }),
  )
}

/** Something is left out, something has digits too many, and boxes are ticked and things named that nobody meant. */
function spoil({ variables }: Instrument, typed: Raw, random: Random): Raw {
  const spoilt = variables.flatMap(({ name, type, role }) => {
    const text = typed[name]
    if (text === undefined) {
      const stray = role === 'other' ? 'Näheres' : type === 'flag' && role !== 'derived' ? '1' : undefined
      return stray !== undefined && random.chance(0.04) ? [[name, stray]] : []
    }
    if (random.chance(0.1)) return []
    return [[name, type === 'count' && random.chance(0.05) ? `${text}0` : text]]
  })
  return Object.fromEntries(spoilt)
}

const cellOf = (value: number | string | true | undefined) => (value === true ? 1 : (value ?? ''))

async function inR(t: Test, asked: readonly Asked[]): Promise<Map<string, string>> {
  const folder = t.testdir({})
  await writeFile(join(folder, 'driver.R'), driver)
  for (const { name, instrument, given, spoilt } of asked) {
    const { registers, last } = aroundOf(instrument)
    const fields = [...exportedColumns(instrument), ...registers.map(registerColumn), ...last.map(lastColumn)]
    const data = given.map((one) => [
      ...exportedRow(instrument, readCells(instrument, one.typed, around(one))),
      ...registers.map((figure) => {
        const { unit, register } = around(one)
        return figureOf(register.gemeinden.get(unit), figure)?.value ?? ''
      }),
      ...last.map((variable) => cellOf(one.last?.[variable])),
    ])
    const [row = 0, column = '', text = ''] = spoilt ?? []
    if (spoilt !== undefined) data[row]?.splice(fields.indexOf(column), 1, text)
    await writeFile(join(folder, `${name}.csv`), `${Papa.unparse({ fields, data })}\n`)
    await writeFile(join(folder, `${name}.yaml`), rulesYaml(instrument, rulesOf(instrument)))
  }
  const run = spawnSync('Rscript', ['driver.R', ...asked.map(({ name }) => name)], { cwd: folder, encoding: 'utf8' })
  t.strictSame([run.status, run.stderr], [0, ''], 'R has nothing to complain about')
  return new Map(
    run.stdout.split('\n').map((line): [string, string] => {
      const [name, check, found = ''] = line.split(' ')
      return [`${name} ${check}`, found]
    }),
  )
}
