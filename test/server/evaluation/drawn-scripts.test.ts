import t from 'tap'
import type { CompareWaves } from '../../../analysis/compare/compare-waves.ts'
import { random } from '../../../analysis/stats/random.ts'
import { loadSeries } from '../../../server/demo/load-series.ts'
import { InputError } from '../../../server/errors/input-error.ts'
import { attritionScripts, madeWeights } from '../../../server/evaluation/attrition-scripts.ts'
import { comparePanel, type PanelAnswer, type PanelRequest } from '../../../server/evaluation/compare-panel.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { descriptionScripts, scriptsOf } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { whoIsMissing } from '../../../server/evaluation/who-is-missing.ts'
import { Forms } from '../../../server/forms/form.ts'
import { attritionFigures } from '../../support/attrition-figures.ts'
import { type Figures, figuresOf } from '../../support/comparison-figures.ts'
import { describedFigures } from '../../support/description-figures.ts'
import { drawLage, drawOrganisation, drawPersons } from '../../support/drawn-world.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { hasR } from '../../support/kept-scripts.ts'
import { exportWaves } from '../../support/panel-world.ts'
import { comparedWith, panelWith } from '../../support/planted.ts'
import { misses } from '../../support/reference.ts'
import { runScripts } from '../../support/run-scripts.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

/** A request with its scripts, and what the report says. */
interface Asked {
  script: string
  stata: string
  ours: Record<string, Figures>
  answer?: PanelAnswer
}

const next = random(31)
const one = <Of>(of: readonly Of[]): Of => of[Math.floor(of.length * next())] as Of

const lage = ['umfrage-1', 'umfrage-4']
const organisation = ['umfrage-0', 'umfrage-2']
const kinds: { waves: string[]; variable: string }[] = [
  ...['zp_gesamt', 'im_kinder18', 'zp_duldung_anteil', 'im_kurs_jetzt_anteil'].map((name) => [lage, name] as const),
  ...['zg_gruppe_duldung', 'zg_gruppe_eu', 'einwohner', 'schutzsuchende'].map((name) => [lage, name] as const),
  [organisation, 'organisation'] as const,
].map(([waves, variable]) => ({ waves: [...waves], variable }))
const groupings = [
  'kreis',
  'groesse',
  'regierungsbezirk',
  'zg_gruppe_erlaubnis',
  'im_start',
  'umfrage-3:klienten_ohne_auftrag',
]
const filters = ['regierungsbezirk=1', 'kreis=117', 'groesse=5_10', 'zg_gruppe_eu=1']
const weights = ['einwohner', 'post', 'rake', 'ipw', 'angabe', 'stufen']
const populations = ['befragte', 'prozess', 'prozess-verbund', 'prozess-kreis']
const sometimes = <Of>(share: number, of: readonly Of[]): Of[] => (next() < share ? [one(of)] : [])

function drawRequest({ waves, variable }: (typeof kinds)[number]): PanelRequest {
  const [by] = sometimes(0.8, groupings)
  const [weight] = sometimes(0.6, weights)
  const [population] = sometimes(0.7, populations)
  return {
    waves,
    variables: [variable],
    filters: sometimes(0.3, filters),
    options: { replicates: next() < 0.1 ? 200 : 0, level: one([0.95, 0.9]) },
    reader: { account: undefined, seesAnswers: next() < 0.5 },
    assumed: variable === 'organisation' ? {} : { relevant: one(['', '4', '0,5']), missingBy: one(['', '-2,5', '30']) },
    ...(by && { by }),
    ...(weight && { weights: weight }),
    ...(population && { population }),
  }
}

/** Draws until there is something to say: with a filter there may be too few for weights, or for a script. */
async function drawComparison(world: FreshDatabase, kind: (typeof kinds)[number]): Promise<[string, Asked]> {
  for (;;) {
    const request = drawRequest(kind)
    const answer = await comparePanel(world, new Forms(), request).catch((error) => {
      if (error instanceof InputError) return undefined
      throw error
    })
    const [step] = answer?.compared.variables[0]?.steps ?? []
    const [script, stata] = answer === undefined ? [] : scriptsOf(answer)
    if (answer === undefined || script === undefined || stata === undefined || step === undefined) continue
    return [JSON.stringify(request), { script: script.text, stata: stata.text, ours: figuresOf(step), answer }]
  }
}

const questions = {
  'umfrage-1': ['zp_gesamt', 'zp_status', 'zg_gruppe', 'im_kinder18'],
  'umfrage-2': ['organisation', 'kriterium'],
  'umfrage-3': ['zeit', 'klienten_anzahl', 'klienten_ohne_auftrag'],
}

async function drawDescription(world: FreshDatabase, wave: string, id: string): Promise<[string, Asked]> {
  const survey = (await loadSurveys(world.db, new Forms())).find((one) => one.wave === wave)
  const question = survey?.instrument.questions.get(id)
  if (survey === undefined || question === undefined) throw new Error(`${id} is missing`)
  const by = one(['', 'kreis', 'groesse', 'regierungsbezirk'])
  const description = await describeQuestion(world, { survey, question, by, filters: [] })
  const [script, stata] = descriptionScripts(question, survey, description)
  if (script === undefined || stata === undefined) throw new Error(`${id} has no script`)
  return [
    `${wave} ${id} ${by}`,
    { script: script.text, stata: stata.text, ours: describedFigures(description.described) },
  ]
}

async function missingOf(world: FreshDatabase, waves: readonly [string, string]): Promise<[string, Asked]> {
  const answer = await whoIsMissing(world, new Forms(), { waves })
  const [script, stata] = attritionScripts(answer)
  if (script === undefined || stata === undefined) throw new Error('there is a script')
  return [
    waves.join(' '),
    { script: script.text, stata: stata.text, ours: attritionFigures(answer.attrition, madeWeights(answer.weights)) },
  ]
}

const namesOf = (groups: Record<string, Figures>) =>
  Object.entries(groups).flatMap(([group, figures]) => Object.keys(figures).map((figure) => `${group} ${figure}`))

t.test('scripts of drawn requests', async (t) => {
  t.ok(hasR, 'Rscript is there')
  const world = await freshDatabase(t, 'kommunen')
  const asked = await drawLage(world, { seed: 7, units: 240, kreise: ['117', '111'] })
  const some = asked.filter((_unit, place) => place % 2 === 0)
  await drawOrganisation(world, some, 8)
  await drawPersons(world, some, 9)
  await loadSeries(world)
  const all = new Map<string, Asked>()
  const add = ([name, drawn]: [string, Asked]) => all.set(name, drawn)
  for (const kind of [...kinds, ...kinds, ...kinds]) add(await drawComparison(world, kind))
  for (const [wave, ids] of Object.entries(questions)) for (const id of ids) add(await drawDescription(world, wave, id))
  add(await missingOf(world, ['umfrage-1', 'umfrage-4']))
  add(await missingOf(world, ['umfrage-0', 'umfrage-2']))
  t.ok(all.size >= 30, `${all.size} requests`)

  const folder = t.testdir({})
  await exportWaves(world, ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4'], folder)
  const numbered = [...all].map(([request, asked], place) => ({ request, ...asked, file: `skript-${place}` }))
  const said = await runScripts(t, new Map(numbered.map(({ file, script }) => [file, script])), folder)
  for (const { request, ours, file, stata } of numbered) {
    t.strictSame(objections(stata, columnsIn(folder)), [], `${request}: Stata could read it`)
    const own = said.get(file) ?? {}
    t.strictSame(misses(own, ours, 9), [], request)
    const told = new Set(namesOf(ours))
    t.strictSame(
      namesOf(own).filter((name) => !told.has(name)),
      [],
      `${request}: and nothing else`,
    )
  }

  /** What the script of the first drawn request of a variable said, and how far that is from other figures of ours. */
  const missed = async (variable: string, wrong: (answer: PanelAnswer) => Partial<CompareWaves>) => {
    const drawn = numbered.find(({ answer }) => answer?.variables[0]?.name === variable)
    const { answer, file } = drawn ?? {}
    if (answer === undefined || file === undefined) throw new Error(`${variable} was not drawn`)
    const [step] = (await comparedWith(answer, wrong(answer))).compared.variables[0]?.steps ?? []
    return step === undefined ? [] : misses(said.get(file), figuresOf(step), 9)
  }

  t.test('a figure of a Kreis that is counted for each of its Kommunen is found', async (t) => {
    t.strictSame(await missed('schutzsuchende', () => ({})), [], 'nothing is planted yet')
    const perKommune = await missed('schutzsuchende', (answer) => ({
      panel: panelWith(answer, lage, ({ values, reasons }) => ({ values, reasons })),
    }))
    t.not(perKommune.length, 0)
  })

  t.test('a swapped code is found', async (t) => {
    t.strictSame(await missed('organisation', () => ({})), [], 'nothing is planted yet')
    const swapped = (value: number) => (value === 0 ? 1 : value === 1 ? 0 : value)
    const wrong = await missed('organisation', (answer) => ({
      panel: panelWith(answer, ['umfrage-2'], (column) => ({ ...column, values: column.values.map(swapped) })),
    }))
    t.not(wrong.length, 0)
  })
})
