import type { Node } from 'jsonc-parser'
import { isClean } from '../../surveys/reading/clean-text.ts'

/** What is wrong in a file though it is valid JSON and fits the schema, and what an editor does not show. */
export function unseenFaults(node: Node): { offset: number; sentence: string }[] {
  if (node.type === 'string') return isClean(node.value) ? [] : [{ offset: node.offset, sentence: unseen }]
  const children = node.children ?? []
  if (node.type !== 'object') return children.flatMap(unseenFaults)
  const keys = children.flatMap((property) => property.children?.[0] ?? [])
  const repeated = keys.filter((key, index) => keys.findIndex(({ value }) => value === key.value) < index)
  const faults = repeated.map(({ offset, value }) => ({ offset, sentence: `„${value}“ steht hier zum zweiten Mal.` }))
  return [...faults, ...children.flatMap(unseenFaults)]
}

export const unseen = 'Hier steht ein Zeichen, das nicht zu sehen ist: ein Steuerzeichen oder eine Schreibrichtung.'
