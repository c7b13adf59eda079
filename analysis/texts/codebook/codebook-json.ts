import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Category, Codebook } from './category.ts'
import { subcategoriesOf } from './category.ts'
import { type CodebookRead, codebookOf, type FileFault, type PlacedCategory } from './read-categories.ts'

const texts = ['key', 'name', 'definition', 'example', 'counterExample'] as const
const inside = 'subcategories'

/** As JSON, each category with its subcategories within it. */
export function writeCodebookJson(codebook: Codebook): string {
  const written = (category: Category): object => {
    const { parent: _, ...own } = category
    const parts = subcategoriesOf(codebook, category.key)
    return parts.length === 0 ? own : { ...own, [inside]: parts.map(written) }
  }
  const tops = codebook.filter(({ parent }) => parent === null)
  return `${JSON.stringify({ categories: tops.map(written) }, null, 2)}\n`
}

/** The codebook of such a file, or every fault with line and column. Only a name is needed. */
export function readCodebookJson(text: string): CodebookRead {
  const content = text.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const tree = parseTree(content, errors)
  const [first] = errors
  if (first !== undefined) {
    const sentence = `Das ist kein gültiges JSON (${printParseErrorCode(first.error)}).`
    return { faults: [{ ...placeIn(content, first.offset), sentence }] }
  }
  const reading = new Reading(content)
  const placed = reading.listOf(tree, 'categories', null)
  return reading.faults.length > 0 ? { faults: reading.faults } : codebookOf(placed)
}

/** Goes through a file and notes what is no codebook. */
class Reading {
  readonly faults: FileFault[] = []
  readonly #content: string

  constructor(content: string) {
    this.#content = content
  }

  /** The categories in the list that an object has under a name. */
  listOf(holder: Node | undefined, name: string, parent: string | null): PlacedCategory[] {
    const list = holder?.type === 'object' ? memberOf(holder, name) : undefined
    if (list?.type === 'array') return (list.children ?? []).flatMap((node) => this.#category(node, parent))
    this.#fault(list ?? holder, `Hier muss unter „${name}“ eine Liste von Kategorien stehen.`)
    return []
  }

  #category(node: Node, parent: string | null): PlacedCategory[] {
    if (node.type !== 'object') {
      this.#fault(node, 'Hier muss eine Kategorie stehen: { "name": … }.')
      return []
    }
    this.#checkMembers(node)
    const category = { ...this.#texts(node), parent }
    const placeOf = (field: keyof Category) => placeIn(this.#content, (memberOf(node, field) ?? node).offset)
    const parts = memberOf(node, inside) === undefined ? [] : this.listOf(node, inside, category.key || category.name)
    return [{ category, placeOf }, ...parts]
  }

  #checkMembers(node: Node): void {
    const names = (node.children ?? []).flatMap((property) => property.children?.[0] ?? [])
    for (const [at, name] of names.entries()) {
      const known = [...texts, inside].includes(name.value)
      if (!known)
        this.#fault(name, `„${name.value}“ ist nicht bekannt. Möglich sind: ${[...texts, inside].join(', ')}.`)
      if (names.findIndex(({ value }) => value === name.value) < at)
        this.#fault(name, `„${name.value}“ steht hier zum zweiten Mal.`)
    }
  }

  #texts(node: Node): Record<(typeof texts)[number], string> {
    const textOf = (field: string) => {
      const member = memberOf(node, field)
      if (member === undefined || member.type === 'string') return String(member?.value ?? '')
      this.#fault(member, `„${field}“ muss ein Text sein.`)
      return ''
    }
    const [key, name, definition, example, counterExample] = texts.map(textOf)
    return {
      key: key ?? '',
      name: name ?? '',
      definition: definition ?? '',
      example: example ?? '',
      counterExample: counterExample ?? '',
    }
  }

  #fault(node: Node | undefined, sentence: string): void {
    this.faults.push({ ...placeIn(this.#content, node?.offset ?? 0), sentence })
  }
}

const memberOf = (node: Node, name: string): Node | undefined =>
  node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1]

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
