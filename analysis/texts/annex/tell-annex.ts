import { CountTable, type Place } from '../../disclosure/count-table.ts'
import { hidden, type Told } from '../../disclosure/hidden.ts'
import type { Annex, AnnexChapter, AnnexGroup, AnnexSection, Counts } from './annex.ts'

/** What may be said of how many there are. */
export interface ToldCounts {
  texts: Told<number>
  units: Told<number>
}

/** The same annex, with what may be said of its counts. */
export interface ToldAnnex extends Omit<Annex, 'chapters' | 'counts' | 'elsewhere'> {
  chapters: ToldChapter[]
  counts: ToldCounts
  elsewhere: ToldCounts
}

export interface ToldChapter extends Omit<AnnexChapter, 'counts' | 'groups' | 'outside'> {
  counts: ToldCounts
  groups: ToldGroup[]
  outside: ToldCounts
}

export interface ToldGroup extends Omit<AnnexGroup, 'counts' | 'sections' | 'uncoded'> {
  counts: ToldCounts
  sections: ToldSection[]
  uncoded: ToldCounts
}

export interface ToldSection extends Pick<AnnexSection, 'key' | 'name' | 'excerpts'> {
  counts: ToldCounts
  parts: ToldSection[]
}

/** Two places: texts, and those who wrote them. Neither is told without the other. */
interface Pair {
  texts: Place
  units: Place
}

/**
 * What may be told of an annex: no count behind which few stand, and none from which one would follow. A reader is thought to know
 * that groups add up to their chapter and categories to their group, and to take from a group those of a category.
 */
export function tellAnnex(annex: Annex): ToldAnnex {
  const table = new CountTable()
  const whole = addPair(table, annex.counts)
  const elsewhere = addPair(table, annex.elsewhere)
  const chapters = annex.chapters.map((chapter) => addChapter(table, chapter))
  table.sum([...chapters.map(({ pair }) => pair.texts), elsewhere.texts], whole.texts)
  table.decide()
  const tell = (pair: Pair): ToldCounts => {
    const isTold = table.isTold(pair.texts) && table.isTold(pair.units)
    return isTold
      ? { texts: table.countOf(pair.texts), units: table.countOf(pair.units) }
      : { texts: hidden, units: hidden }
  }
  return {
    ...annex,
    counts: tell(whole),
    elsewhere: tell(elsewhere),
    chapters: chapters.map(({ chapter, pair, groups, outside }) => ({
      ...chapter,
      counts: tell(pair),
      outside: tell(outside),
      groups: groups.map((one) => ({
        title: one.group.title,
        counts: tell(one.pair),
        uncoded: tell(one.uncoded),
        sections: one.sections.map((section) => tellSection(section, tell)),
      })),
    })),
  }
}

interface PlacedSection {
  section: AnnexSection
  pair: Pair
  parts: PlacedSection[]
}

function tellSection({ section, pair, parts }: PlacedSection, tell: (pair: Pair) => ToldCounts): ToldSection {
  const { key, name, excerpts } = section
  return { key, name, excerpts, counts: tell(pair), parts: parts.map((part) => tellSection(part, tell)) }
}

const addPair = (table: CountTable, { texts, units, behind }: Counts): Pair => ({
  texts: table.add(texts, { contributors: behind }),
  units: table.add(units, { contributors: behind }),
})

function addChapter(table: CountTable, chapter: AnnexChapter) {
  const pair = addPair(table, chapter.counts)
  const outside = addPair(table, chapter.outside)
  const groups = chapter.groups.map((group) => addGroup(table, group))
  addSum(table, [...groups.map((one) => one.pair), outside], pair)
  return { chapter, pair, groups, outside }
}

function addGroup(table: CountTable, group: AnnexGroup) {
  const pair = addPair(table, group.counts)
  const uncoded = addPair(table, group.uncoded)
  const sections = group.sections.map((section) => addSection(table, section, pair))
  addSum(table, [...sections.map((one) => one.pair), uncoded], pair)
  return { group, pair, uncoded, sections }
}

function addSection(table: CountTable, section: AnnexSection, above: Pair): PlacedSection {
  const pair = addPair(table, section.counts)
  const { others, without } = section
  table.sum([pair.texts, table.imply(others.texts, { contributors: others.behind })], above.texts)
  table.sum([pair.units, table.imply(without.units, { contributors: without.behind })], above.units)
  const parts = section.parts.map((part) => addSection(table, part, pair))
  if (parts.length > 0) addSum(table, [...parts.map((one) => one.pair), implyPair(table, section.undivided)], pair)
  return { section, pair, parts }
}

const implyPair = (table: CountTable, { texts, units, behind }: Counts): Pair => ({
  texts: table.imply(texts, { contributors: behind }),
  units: table.imply(units, { contributors: behind }),
})

/** Parts and their total. Where some belong to several parts, what is counted twice stands between, and nobody is told. */
function addSum(table: CountTable, parts: readonly Pair[], total: Pair): void {
  for (const of of ['texts', 'units'] as const) {
    const places = parts.map((one) => one[of])
    const surplus = places.reduce((sum, place) => sum + table.countOf(place), 0) - table.countOf(total[of])
    if (surplus === 0) table.sum(places, total[of])
  }
}
