import { truthOf } from '../../../surveys/checks/condition.ts'
import { sha256 } from '../../../surveys/definition/canonical.ts'
import { type Category, type Codebook, subcategoriesOf } from '../codebook/category.ts'
import type { Annex, AnnexChapter, AnnexGroup, AnnexSection, Counts } from './annex.ts'
import type { AnnexText } from './annex-text.ts'
import { chapterOf, type Plan, type PlannedChapter, type PlannedGroup, plainName } from './plan.ts'

/** A text that keeps an annex from being made, and why. */
export interface Refused {
  text: string
  sentence: string
}

export type BuiltAnnex = { annex: Annex } | { refused: Refused[] }

export interface AnnexInput {
  plan: Plan
  texts: readonly AnnexText[]
  /** The categories of a chapter, in the order in which they are printed. */
  codebookOf: (chapter: PlannedChapter) => Codebook
  /** Who stands behind a unit: behind a person the Verbund. */
  behind?: (unit: string) => string
  /**
   * `given`: excerpts stand as the texts come. `mixed`: in an order that says nothing of who wrote them, and is always the same.
   */
  order: 'given' | 'mixed'
}

/** The annex of some coded texts. Nothing that was not released is ever in it: one such excerpt, and there is no annex. */
export function buildAnnex(input: AnnexInput): BuiltAnnex {
  const { plan, texts } = input
  const refused = texts.flatMap((text) => refusals(text, input))
  if (refused.length > 0) return { refused }
  const placed = new Map<PlannedChapter | undefined, AnnexText[]>()
  for (const text of texts) {
    const chapter = chapterOf(plan, text.source)
    placed.set(chapter, [...(placed.get(chapter) ?? []), text])
  }
  const builder = new Builder(input)
  const { title, introduction, chosen } = plan
  return {
    annex: {
      title,
      introduction,
      chosen,
      chapters: plan.chapters.map((chapter) => builder.chapter(chapter, placed.get(chapter) ?? [])),
      counts: builder.counts(texts),
      elsewhere: builder.counts(placed.get(undefined) ?? []),
    },
  }
}

function refusals({ id, source, codings }: AnnexText, { plan, codebookOf }: AnnexInput): Refused[] {
  const chapter = chapterOf(plan, source)
  const known = chapter && new Set(codebookOf(chapter).map(({ key }) => key))
  return codings.flatMap(({ category, excerpt }) => {
    const sentences = [
      ...(known?.has(category) === false ? [`Die Kategorie „${category}“ gibt es hier nicht.`] : []),
      ...(excerpt?.released === false ? ['Ein Auszug ist ausgewählt und nicht freigegeben.'] : []),
      ...(excerpt?.wording.trim() === '' ? ['Ein ausgewählter Auszug ist leer.'] : []),
    ]
    return sentences.map((sentence) => ({ text: id, sentence }))
  })
}

/** The first group that fits; undefined where there is none. */
export function groupOf({ group, answers }: AnnexText, groups: readonly PlannedGroup[]): PlannedGroup | undefined {
  return groups.find(({ title, conditions }) =>
    conditions.length === 0
      ? group !== undefined && plainName(group) === plainName(title)
      : answers !== undefined && conditions.every((condition) => truthOf(condition, answers) === 'yes'),
  )
}

class Builder {
  readonly #codebookOf: AnnexInput['codebookOf']
  readonly #behind: (unit: string) => string
  readonly #order: AnnexInput['order']

  constructor({ codebookOf, behind = (unit) => unit, order }: AnnexInput) {
    this.#codebookOf = codebookOf
    this.#behind = behind
    this.#order = order
  }

  counts(texts: readonly AnnexText[], keys?: ReadonlySet<string>): Counts {
    const units = new Set(texts.map(({ unit }) => unit))
    const chosen = texts.flatMap(({ codings }) =>
      codings.filter(({ category, excerpt }) => excerpt !== null && (keys === undefined || keys.has(category))),
    )
    return {
      texts: texts.length,
      units: units.size,
      behind: new Set([...units].map(this.#behind)).size,
      excerpts: chosen.length,
    }
  }

  chapter(planned: PlannedChapter, texts: readonly AnnexText[]): AnnexChapter {
    const { title, sources, groups } = planned
    const codebook = this.#codebookOf(planned)
    const placed = texts.map((text) => ({ text, group: groupOf(text, groups) }))
    const of = (wanted: PlannedGroup | undefined) =>
      placed.filter(({ group }) => group === wanted).map(({ text }) => text)
    return {
      title,
      sources,
      counts: this.counts(texts),
      groups:
        groups.length === 0
          ? [this.#group('', texts, codebook)]
          : groups.map((group) => this.#group(group.title, of(group), codebook)),
      outside: this.counts(groups.length === 0 ? [] : of(undefined)),
    }
  }

  #group(title: string, texts: readonly AnnexText[], codebook: Codebook): AnnexGroup {
    const tops = codebook.filter(({ parent }) => parent === null)
    return {
      title,
      counts: this.counts(texts),
      sections: tops.flatMap((category) => this.#section(category, texts, codebook)),
      uncoded: this.counts(texts.filter(({ codings }) => codings.length === 0)),
    }
  }

  /** None where no text has the category. */
  #section(category: Category, texts: readonly AnnexText[], codebook: Codebook): AnnexSection[] {
    const below = subcategoriesOf(codebook, category.key)
    const keys = new Set([category, ...below].map(({ key }) => key))
    const own = texts.filter(({ codings }) => codings.some((one) => keys.has(one.category)))
    const within = new Set(own)
    if (own.length === 0) return []
    const undivided = own.filter(({ codings }) => !codings.some((one) => below.some(({ key }) => key === one.category)))
    const writers = new Set(own.map(({ unit }) => unit))
    return [
      {
        key: category.key,
        name: category.name,
        counts: this.counts(own, keys),
        excerpts: this.#excerpts(own, category.key),
        parts: below.flatMap((one) => this.#section(one, own, codebook)),
        undivided: this.counts(undivided, keys),
        others: this.counts(texts.filter((text) => !within.has(text))),
        without: this.counts(texts.filter(({ unit }) => !writers.has(unit))),
      },
    ]
  }

  #excerpts(texts: readonly AnnexText[], key: string): string[] {
    const wordings = texts.flatMap(({ codings }) =>
      codings.flatMap(({ category, excerpt }) => (category === key && excerpt !== null ? excerpt.wording.trim() : [])),
    )
    if (this.#order === 'given') return wordings
    return wordings
      .map((wording) => ({ wording, place: sha256(wording) }))
      .sort((a, b) => (a.place < b.place ? -1 : 1))
      .map(({ wording }) => wording)
  }
}
