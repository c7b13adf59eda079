import { readFile } from 'node:fs/promises'
import t from 'tap'
import { agreement } from '../../../analysis/texts/agreement/agreement.ts'
import type { AnnexText } from '../../../analysis/texts/annex/annex-text.ts'
import { buildAnnex } from '../../../analysis/texts/annex/build-annex.ts'
import { readPlan } from '../../../analysis/texts/annex/read-plan.ts'
import type { Codebook } from '../../../analysis/texts/codebook/category.ts'
import { readCodebookJson } from '../../../analysis/texts/codebook/codebook-json.ts'
import { proposeRedactions } from '../../../analysis/texts/redaction/propose-redactions.ts'
import { codingsOf, demoCoders, isChosen } from '../../../server/demo/code-comments.ts'
import { codebookText, type DemoComments, planText, readComments } from '../../../server/demo/comments.ts'
import type { Facts } from '../../../server/demo/facts.ts'
import { inventAnswers } from '../../../server/demo/invent.ts'
import { beginAnswers } from '../../../server/demo/participants.ts'
import { type PlacedComment, placeComments } from '../../../server/demo/place-comments.ts'
import { readProfile } from '../../../server/demo/profile.ts'
import { readCells } from '../../../surveys/answer/read-cells.ts'
import type { Instrument } from '../../../surveys/compile/instrument.ts'
import { loadInstrument } from '../../../surveys/definition/load.ts'
import { directory } from '../../support/directory.ts'

const waves = ['umfrage-0', 'umfrage-1', 'umfrage-2', 'umfrage-3', 'umfrage-4', 'folgewelle']

const gemeinden = (await readFile(new URL('../../../server/registry/gemeinden.csv', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','))

/** All who could answer, as the register knows them; of persons two for each Kommune of a kind. */
function factsFor(unit: Instrument['unit']): Map<string, Facts> {
  const all = gemeinden.map(([gkz = '', name = '', einwohner = '']): Facts => {
    return { unit: gkz, name, einwohner: Number(einwohner), gemeinden: [`${gkz} ${name}`] }
  })
  if (unit === 'gemeinde') return new Map(all.map((one) => [one.unit, one]))
  return new Map(
    all.map((one) => {
      const number = `${one.unit}-001`
      return [number, { ...one, unit: number }]
    }),
  )
}

const read = async (wave: string) => {
  const instrument = await loadInstrument(wave)
  if (instrument === undefined) throw new Error(`${wave} is missing`)
  const file = new URL(`../../../server/demo/profiles/${wave}.json`, import.meta.url)
  const profile = readProfile(JSON.parse(await readFile(file, 'utf8')))
  return { instrument, profile, given: await readComments(wave) }
}

async function codebookOf(name: string): Promise<Codebook> {
  const codebook = readCodebookJson(await codebookText(name))
  if ('faults' in codebook) throw new Error(JSON.stringify(codebook.faults))
  return codebook.codebook
}

const kreise = new Map([['111', 'Stadtkreis Stuttgart']])
const place = ({ instrument, profile, given }: Awaited<ReturnType<typeof read>>, facts: Map<string, Facts>) =>
  placeComments({ instrument, profile, comments: given.comments, facts, early: new Set(['117015']), kreise })

t.test('each comment stands where somebody can write it, and is about categories that there are', async (t) => {
  let all = 0
  for (const wave of waves) {
    const { instrument, given } = await read(wave)
    const keys = new Set((await codebookOf(given.codebook)).map(({ key }) => key))
    all += given.comments.length
    for (const { key, field, categories, if: wanted = {} } of given.comments) {
      t.equal(instrument.variable.get(field)?.type, 'longtext', `${wave} ${key}`)
      t.strictSame(
        categories.filter((one) => !keys.has(one)),
        [],
        `${wave} ${key}`,
      )
      for (const [name, codes] of Object.entries(wanted)) {
        const options = instrument.variable.get(name)?.options?.map(({ code }) => code) ?? []
        t.ok(codes.every((code) => options.includes(code)))
      }
    }
    const texts = given.comments.map(({ text }) => text)
    t.equal(new Set(texts).size, texts.length, `${wave}: none twice`)
  }
  t.ok(all > 570 && all < 650, `${all} comments`)
})

t.test('every comment is written once, by somebody who answers so that it fits', async (t) => {
  for (const wave of waves) {
    const world = await read(wave)
    const { instrument, profile, given } = world
    const facts = factsFor(instrument.unit)
    const placed = place(world, facts)
    t.strictSame(place(world, new Map([...facts].toReversed())), placed, `${wave}: the same in any order`)
    t.equal(placed.length, given.comments.length, `${wave}: all of them`)
    t.equal(new Set(placed.map(({ unit, field }) => `${unit} ${field}`)).size, placed.length)
    const writers = new Set(placed.map(({ unit }) => unit))
    t.ok(writers.size < placed.length, `${wave}: some write several`)
    t.notOk(writers.has('117015'))
    for (const { key, unit, text } of placed) {
      const begun = beginAnswers(profile, facts.get(unit) as Facts)
      t.equal(begun.state, 'abgesendet')
      t.notMatch(text, /[{}]/)
      const wanted = given.comments.find((one) => one.key === key)?.if ?? {}
      const answers =
        Object.keys(wanted).length === 0
          ? {}
          : inventAnswers(instrument, profile, facts.get(unit) as Facts, begun.random)
      for (const [name, codes] of Object.entries(wanted)) t.ok(codes.includes(answers[name] ?? ''), `${wave} ${key}`)
    }
  }
})

t.test('names of places and persons stand in some of them, and in most of them none', async (t) => {
  const names = directory()
  const contact = { persons: [], mails: [], phones: [] }
  for (const wave of ['umfrage-1', 'umfrage-3', 'umfrage-4']) {
    const world = await read(wave)
    const placed = place(world, factsFor(world.instrument.unit))
    const found = placed.map(({ text }) => proposeRedactions(text, names, { contact }))
    const certain = found.filter((some) => some.some((one) => one.certain)).length
    const asked = found.filter((some) => some.some((one) => one.kind === 'name')).length
    t.ok(certain >= 6 && certain < placed.length / 3, `${wave}: ${certain} certain of ${placed.length}`)
    t.ok(asked >= 3, `${wave}: ${asked} with names of persons`)
  }
})

const codedTexts = ({ wave, comments }: DemoComments, codebook: Codebook) =>
  comments.map((one) => ({
    text: one.key,
    codings: new Map(
      demoCoders.flatMap(({ coder }) => {
        const given = codingsOf(wave, one, codebook, coder)
        return given === undefined ? [] : [[coder, new Set(given)] as const]
      }),
    ),
  }))

t.test('two people code with differences, the same whenever they are asked', async (t) => {
  for (const wave of waves) {
    const { given } = await read(wave)
    const codebook = await codebookOf(given.codebook)
    const texts = codedTexts(given, codebook)
    t.strictSame(codedTexts(given, codebook), texts)
    const keys = codebook.map(({ key }) => key)
    t.ok(
      texts.every(({ codings }) => [...codings.values()].every((set) => [...set].every((one) => keys.includes(one)))),
    )
    t.ok(texts.every(({ codings }) => codings.has('erste')))
    const twice = texts.filter(({ codings }) => codings.size === 2).length / texts.length
    t.ok(twice > 0.5 && twice < 0.9, `${wave}: ${twice} coded twice`)
    const { alpha, percent } = agreement(texts, keys, { seed: 1, replicates: 50 }).overall
    t.ok('alpha' in alpha && alpha.alpha > 0.65 && alpha.alpha < 0.97, `${wave}: ${JSON.stringify(alpha)}`)
    t.ok(typeof percent === 'number' && percent < 1)
  }
})

t.test('the plans of the demo world make an annex of its comments, with somebody in each group', async (t) => {
  for (const wave of ['umfrage-3', 'umfrage-4']) {
    const world = await read(wave)
    const { instrument, profile, given } = world
    const codebook = await codebookOf(given.codebook)
    const plan = readPlan(JSON.parse(await planText(wave)), instrument)
    if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
    const facts = factsFor(instrument.unit)
    const placed = place(world, facts)
    const textOf = ({ key, unit, field, text }: PlacedComment): AnnexText => {
      const one = facts.get(unit) as Facts
      const typed = inventAnswers(instrument, profile, one, beginAnswers(profile, one).random)
      const categories = given.comments.find((comment) => comment.key === key)?.categories ?? []
      return {
        id: key,
        source: field,
        unit,
        answers: { cells: readCells(instrument, typed) },
        codings: categories.map((category) => ({
          category,
          excerpt: isChosen(wave, { key }) ? { wording: text, released: true } : null,
        })),
      }
    }
    const built = buildAnnex({
      plan: plan.plan,
      texts: placed.map(textOf),
      codebookOf: () => codebook,
      order: 'mixed',
    })
    if ('refused' in built) throw new Error(JSON.stringify(built.refused))
    const { chapters, counts } = built.annex
    t.equal(counts.texts, given.comments.length)
    for (const { title, groups, outside, counts: own } of chapters) {
      t.ok(own.texts > 4, `${title}: ${own.texts}`)
      for (const group of groups) t.ok(group.counts.texts >= 3, `${title}: ${group.counts.texts} in ${group.title}`)
      t.equal(
        groups.reduce((sum, group) => sum + group.counts.texts, outside.texts),
        own.texts,
        title,
      )
    }
    const printed = chapters.reduce((sum, one) => sum + one.counts.excerpts, 0)
    t.ok(printed > 40, `${printed} excerpts`)
  }
})
