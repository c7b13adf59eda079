import type { Choice } from '../../schemas/questionnaire.ts'
import { DefinitionError, type Problem } from './problem.ts'

/** Lists that several questions and surveys use, by name. */
export type SharedLists = Readonly<Record<string, readonly Choice[]>>

interface Reference {
  shared: string
  /** Labels that the printed form words differently here. */
  labels?: Record<string, string>
}

/**
 * Puts the shared lists in where a definition names them. What comes out stands for itself: it is what is compiled, hashed
 * and locked, so a change of a shared list cannot reach a published version unnoticed.
 */
export function resolve(document: unknown, shared: SharedLists): unknown {
  const problems: Problem[] = []
  const resolved = replace(document, '', shared, problems)
  if (problems.length > 0) throw new DefinitionError(problems)
  return resolved
}

function replace(value: unknown, path: string, shared: SharedLists, problems: Problem[]): unknown {
  if (Array.isArray(value)) return value.map((inner, index) => replace(inner, `${path}/${index}`, shared, problems))
  if (value === null || typeof value !== 'object') return value
  if (isReference(value)) return sharedList(value, path, shared, problems)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, replace(inner, `${path}/${key}`, shared, problems)]),
  )
}

function isReference(value: object): value is Reference {
  return 'shared' in value && typeof value.shared === 'string'
}

function sharedList(
  { shared: name, labels = {} }: Reference,
  path: string,
  lists: SharedLists,
  problems: Problem[],
): Choice[] {
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined
  if (list === undefined)
    problems.push({ path: `${path}/shared`, message: `Die gemeinsame Liste „${name}“ gibt es nicht.` })
  const codes = new Set(list?.map(({ code }) => code))
  for (const code of Object.keys(labels)) {
    if (list !== undefined && !codes.has(code)) {
      problems.push({ path: `${path}/labels/${code}`, message: `In der Liste „${name}“ gibt es „${code}“ nicht.` })
    }
  }
  return (list ?? []).map((option) => ({ ...option, label: labels[option.code] ?? option.label }))
}
