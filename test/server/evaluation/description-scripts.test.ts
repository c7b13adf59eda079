import t from 'tap'
import { random } from '../../../analysis/stats/random.ts'
import { describeQuestion } from '../../../server/evaluation/describe-question.ts'
import { descriptionScripts } from '../../../server/evaluation/scripts.ts'
import { loadSurveys } from '../../../server/evaluation/surveys.ts'
import { Forms } from '../../../server/forms/form.ts'
import { storeImNummern, storeVerbuende } from '../../../server/store/verbuende.ts'
import { describedFigures } from '../../support/description-figures.ts'
import { type FreshDatabase, freshDatabase } from '../../support/fresh-database.ts'
import { KeptScripts } from '../../support/kept-scripts.ts'
import { type Answers, addWave, correct, exportWaves, withRegistry } from '../../support/panel-world.ts'
import { columnsIn, objections } from '../../support/stata-reader.ts'

const kept = new KeptScripts('description-scripts')

interface Case {
  wave: string
  question: string
  by?: string
  filters?: { name: string; code: string }[]
  variable?: string
  weights?: string
  population?: string
}

const cases: Record<string, Case> = {
  number: { wave: 'umfrage-1', question: 'zp_gesamt', by: 'kreis', filters: [{ name: 'regierungsbezirk', code: '1' }] },
  renamed: { wave: 'umfrage-1', question: 'zp_unterbringung' },
  parts: { wave: 'umfrage-1', question: 'zp_status', by: 'groesse' },
  several: { wave: 'umfrage-1', question: 'zg_gruppe', by: 'regierungsbezirk' },
  single: { wave: 'umfrage-2', question: 'organisation', by: 'groesse', filters: [{ name: 'kreis', code: '117' }] },
  whole: { wave: 'umfrage-2', question: 'organisation' },
  rows: { wave: 'umfrage-2', question: 'kriterium' },
  persons: { wave: 'umfrage-3', question: 'zeit', by: 'kreis' },
  post: { wave: 'umfrage-1', question: 'zp_gesamt', by: 'regierungsbezirk', weights: 'post' },
  raked: { wave: 'umfrage-1', question: 'zp_unterbringung', by: 'kreis', weights: 'rake' },
  ticked: { wave: 'umfrage-1', question: 'zg_gruppe', by: 'groesse', weights: 'rake', variable: 'zg_gruppe_duldung' },
  chosen: { wave: 'umfrage-2', question: 'kriterium', weights: 'angabe', variable: 'kriterium_qualifikation' },
  likely: { wave: 'umfrage-1', question: 'zp_gesamt', by: 'groesse', weights: 'ipw', population: 'prozess' },
  clusters: { wave: 'umfrage-1', question: 'zg_gruppe', by: 'regierungsbezirk', population: 'prozess-kreis' },
  inhabited: {
    ...{ wave: 'umfrage-1', question: 'zp_gesamt', by: 'groesse', weights: 'einwohner' },
    population: 'prozess-kreis',
  },
}
const waves = ['umfrage-1', 'umfrage-2', 'umfrage-3']

/** Among all who are asked, two organise it otherwise, and two name a criterion of their own. */
async function answeredWorld(world: FreshDatabase): Promise<void> {
  const all = await withRegistry(world)
  const inKreis = (kreis: string) => all.filter((unit) => unit.startsWith(kreis))
  const units = [
    ...new Set([...inKreis('111'), ...inKreis('117'), ...all.filter((_unit, place) => place % 7 === 0)]),
  ].sort()
  const next = random(23)
  const count = (most: number) => Math.floor(most * next())
  const one = (codes: string[]) => codes[count(codes.length)] as string
  await addWave(world, 'umfrage-1', units, (_unit, place): Answers | undefined => {
    if (next() < 0.15) return undefined
    const answers: Answers = { zp_gesamt: 5 + count(400) }
    if (place % 3 === 0) answers.zp_unterbringung_gemeinschaft = place
    else if (place % 3 === 1) answers.zp_unterbringung_nv = true
    if (next() < 0.1) return { ...answers, zp_status_nv: true }
    for (const code of ['kontingent', 'gestattung', 'erlaubnis', 'duldung', 'ohne', 'nicht_eu', 'eu', 'andere'])
      if (next() < 0.9) answers[`zp_status_${code}`] = count(40)
    if (place % 5 > 0) answers[place % 2 === 0 ? 'zg_gruppe_duldung' : 'zg_gruppe_erlaubnis'] = true
    return answers
  })
  const others = units.filter((unit) => unit.startsWith('117')).slice(0, 2)
  await addWave(world, 'umfrage-2', units, (unit): Answers => {
    if (others.includes(unit)) return { organisation: 'sonstiges', kriterium_sonstiges1: 'gar_nicht' }
    return {
      organisation: one(['kommune', 'traeger', 'landratsamt']),
      ...(next() < 0.8 ? { kriterium_qualifikation: one(['gar_nicht', 'eher_wichtig']) } : {}),
      ...(next() < 0.5 ? { kriterium_erfahrung: one(['gar_nicht', 'eher_unwichtig', 'eher_wichtig']) } : {}),
    }
  })
  const rows = await world.db
    .selectFrom('gemeinde')
    .select(['gkz', 'valid_from'])
    .where('gkz', 'in', units)
    .where('valid_to', 'is', null)
    .execute()
  const validity = { valid_from: '2018-01-01', valid_to: null }
  await storeVerbuende(
    world.db,
    rows.map(({ gkz, valid_from }) => ({
      gkz,
      verbund: gkz,
      name: `Verbund ${gkz}`,
      gemeinde_valid_from: valid_from,
      ...validity,
    })),
    { synthetic: true },
  )
  const persons = units.flatMap((gkz) => [`${gkz}-001`, `${gkz}-002`])
  await storeImNummern(
    world.db,
    persons.map((number) => ({ im_nummer: number, verbund: number.slice(0, 6), ...validity })),
  )
  await addWave(world, 'umfrage-3', persons, (): Answers | undefined => {
    if (next() < 0.4) return undefined
    const first = count(60)
    return { zeit_sprechstunde: first, zeit_termin: 100 - first }
  })
}

t.test('scripts in R describe a question like the page, and tell no more', async (t) => {
  const world = await freshDatabase(t, 'kommunen')
  await answeredWorld(world)
  const surveys = await loadSurveys(world.db, new Forms())
  const describe = async ({ wave, question: id, by = '', filters = [], ...asked }: Case) => {
    const survey = surveys.find((one) => one.wave === wave)
    const question = survey?.instrument.questions.get(id)
    if (survey === undefined || question === undefined) throw new Error(`${id} is missing`)
    const description = await describeQuestion(world, { survey, question, by, filters, ...asked })
    return { description, scripts: descriptionScripts(question, survey, description) }
  }
  const answers = new Map<string, Awaited<ReturnType<typeof describe>>>()
  for (const [name, one] of Object.entries(cases)) answers.set(name, await describe(one))
  // What is submitted later changes neither the figures of the snapshot nor the files of it.
  const stand = answers.get('number')?.description.provenance.snapshot.state ?? 0
  await correct(world, 'umfrage-1', '117019', { zp_gesamt: 1_000_000 })
  const folder = t.testdir({})
  await exportWaves(world, waves, folder, { state: stand })

  for (const [name, { description, scripts }] of answers) {
    t.test(name, async (t) => {
      const [script, stata] = scripts
      if (script === undefined || stata === undefined) return t.fail('a description has its scripts')
      const { wave, question } = cases[name] as Case
      t.strictSame([script.name, stata.name], [`${wave}-${question}.R`, `${wave}-${question}.do`])
      const ours = describedFigures(description.described)
      t.strictSame(objections(stata.text, columnsIn(folder)), [], 'the script in Stata can be read')
      const said = await kept.hold(t, name, { script, ours, folder })
      const names = (groups: typeof ours) =>
        Object.entries(groups)
          .flatMap(([group, figures]) => Object.keys(figures).map((figure) => `${group} ${figure}`))
          .sort()
      t.strictSame(names(said), names(ours), 'R says nothing else')
      for (const [group, figures] of Object.entries(said))
        for (const [figure, value] of Object.entries(figures))
          if (figure.startsWith('n_') || `prozent_${figure}` in figures)
            t.ok(value === 0 || value >= 3, `${group} ${figure} stands for ${value}`)
      for (const column of ['zp_gesamt', 'organisation', 'zeit_termin'].filter((one) => one.startsWith(question)))
        t.match(stata.text, new RegExp(`^(?:tabstat ${column},| *display .* "${column}: )`, 'm'))
    })
  }

  t.test('groups and answers that the page hides are in no script', async (t) => {
    const texts = (name: string) => (answers.get(name)?.scripts ?? []).map(({ text }) => text)
    t.equal(texts('single').length, 2)
    for (const text of [...texts('single'), ...texts('whole')]) {
      t.match(text, /"kommune"|"traeger"|^foreach a in (?:kommune|traeger)/m)
      t.notMatch(
        text,
        /"insgesamt", "", .*"sonstiges"|^foreach a in .*\bsonstiges\b.*\n.*\n.*\n {4}ci /m,
        'two Kommunen organise it otherwise',
      )
    }
    for (const text of texts('rows')) {
      t.match(
        text,
        /fehlende\("kriterium_sonstiges1", "kriterium_sonstiges1_fehlt"\)|^\* kriterium_sonstiges1: wie viele, zeigt/m,
      )
      t.notMatch(
        text,
        /(?:auswahl\(|display .*)"kriterium_sonstiges1|count if !missing\(kriterium_sonstiges1\)/,
        'two named it',
      )
    }
    for (const text of texts('number')) {
      t.match(text, /"uebrige", "gruppe1"|gruppe1 == "uebrige"/)
      t.match(text, /"117", "gruppe1"|gruppe1 == "117"/)
      t.match(text, /111000"?[ ,]"?uebrige/)
      t.notMatch(text, /"111", "gruppe1"|gruppe1 == "111"/, 'Stuttgart is a group of one')
    }
    for (const text of texts('persons'))
      t.notMatch(text, /"111", "gruppe1"|gruppe1 == "111"/, 'two persons of one Verbund')
    const { scripts } = await describe({ ...(cases.number as Case), filters: [{ name: 'kreis', code: '111' }] })
    t.strictSame(scripts, [], 'of a group of one there is no script')
  })

  t.test('what R said is kept', async () => kept.renew())
})
