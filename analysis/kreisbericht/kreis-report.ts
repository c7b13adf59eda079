import type { Figures, KreisFacts, OwnParagraph, Ranking } from '../../schemas/kreisbericht.ts'
import { formatDate } from '../../surveys/reading/dates.ts'
import { breakdownBlocks } from './breakdown.ts'
import { listed, tidy } from './german.ts'
import { grantBlocks } from './grant.ts'
import { highlightsOf } from './highlights.ts'
import { type Measure, measureSentences, measures } from './measures.ts'
import { Notes } from './notes.ts'
import { openBlocks } from './open.ts'
import { providerBlocks } from './providers.ts'
import type { Block, KreisReport, Section } from './report.ts'
import { type SectionId, sectionIds, sectionTitles } from './sections.ts'
import { seriesTable } from './series-table.ts'
import { staffBlocks } from './staff.ts'

/** What a committee reads: sentences and tables from facts, each figure with its origin; the same from the same facts. */
export function kreisReport(facts: KreisFacts): KreisReport {
  const { asOf } = facts
  const notes = new Notes()
  const telling = { asOf, notes }
  const kreis = tidy(facts.kreis)
  const kreisWord = /^stadtkreis/i.test(kreis) ? 'Stadtkreis' : 'Landkreis'
  const figures = facts.figures ?? {}
  const highlights = highlightsOf(facts, notes)
  const measured = (...shown: Measure[]): Block[] => measureBlocks(figures, shown, telling)
  const parts: Record<SectionId, () => Block[]> = {
    start: () => [],
    providers: () => [
      ...providerBlocks(facts.providers ?? [], kreisWord, notes),
      ...breakdownBlocks('kommunenByProvider', facts.kommunenByProvider, telling),
    ],
    staff: () => staffBlocks(figures, { kreisWord, ...telling }),
    target: () => [...measured(measures.targetPersons), ...breakdownBlocks('housing', facts.housing, telling)],
    counselling: () => [
      ...measured(measures.caredPersons, measures.personsWithPlan, measures.reachedPersons),
      ...breakdownBlocks('reachedBy', facts.reachedBy, telling),
      ...measured(measures.consultations),
      ...breakdownBlocks('consultationKinds', facts.consultationKinds, telling),
      ...rankingBlocks(facts.frequentTopics ?? [], telling),
      ...breakdownBlocks('topics', facts.topics, telling),
      ...measured(measures.integrationPlans),
    ],
    grant: () => grantBlocks(figures, telling),
    participation: () => participationBlocks(facts, notes),
    open: () => openBlocks(facts, notes),
    end: () => [],
  }
  const sections = sectionIds.flatMap((id): Section[] => {
    notes.begin()
    const all = [...joined(parts[id]()), ...ownBlocks(facts.paragraphs ?? [], id, notes)]
    return all.length === 0 ? [] : [{ id, title: sectionTitles[id], blocks: all }]
  })
  return {
    title: tidy(facts.title ?? `Integrationsmanagement im ${kreis}`),
    kreis,
    asOf: formatDate(asOf),
    invented: facts.invented === true,
    highlights,
    sections,
    notes: notes.list(),
  }
}

/** Sentences that follow each other make one paragraph. */
function joined(blocks: readonly Block[]): Block[] {
  const all: Block[] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (block.kind === 'sentences' && last?.kind === 'sentences')
      all.splice(-1, 1, { kind: 'sentences', sentences: [...last.sentences, ...block.sentences] })
    else all.push(block)
  }
  return all
}

type Telling = { asOf: string; notes: Notes }

function measureBlocks(figures: Figures, shown: readonly Measure[], { asOf, notes }: Telling): Block[] {
  return shown.flatMap((measure): Block[] => {
    const facts = figures[measure.name] ?? []
    const sentences = measureSentences(facts, measure, { asOf, notes })
    const { label, noun } = measure
    return [
      ...(sentences.length === 0 ? [] : [{ kind: 'sentences' as const, sentences }]),
      ...seriesTable(label, [{ label, noun, facts }], asOf, notes),
    ]
  })
}

function rankingBlocks(rankings: readonly Ranking[], { asOf, notes }: Telling): Block[] {
  const sentences = rankings.map(({ topics, origin, ...time }) => {
    const words = topics.length === 1 ? 'dieses Thema' : 'diese Themen'
    const text = `${notes.when(time, asOf)} ging es besonders häufig um ${words}: ${listed(topics.map(tidy))}.`
    return notes.sentence({ text, origin })
  })
  return sentences.length === 0 ? [] : [{ kind: 'sentences', sentences }]
}

function participationBlocks({ participation = [] }: KreisFacts, notes: Notes): Block[] {
  if (participation.length === 0) return []
  const rows = participation.map(({ survey, asked, answered, origin }) => [
    { text: tidy(survey), notes: [] },
    { text: String(asked), notes: [] },
    notes.span(answered === null ? 'verdeckt' : String(answered), origin),
  ])
  const head = ['Umfrage', 'gefragt', 'geantwortet']
  return [{ kind: 'table', label: 'Kommunen des Kreises in den Umfragen', head, words: [true, false, false], rows }]
}

function ownBlocks(paragraphs: readonly OwnParagraph[], id: OwnParagraph['section'], notes: Notes): Block[] {
  return paragraphs
    .filter(({ section }) => section === id)
    .map(({ heading, text, origin }) => {
      const texts = text
        .split(/\n\s*\n/)
        .map(tidy)
        .filter((one) => one !== '')
      const spans = texts.map((one, place) =>
        place === texts.length - 1 && origin !== undefined ? notes.span(one, origin) : { text: one, notes: [] },
      )
      return { kind: 'own', heading: tidy(heading ?? ''), paragraphs: spans }
    })
}
