import type { Form } from '../forms/form.ts'

/** In which section each field of a form stands, the sections in their order. */
export const sectionsOfFields = ({ sections }: Form): ReadonlyMap<string, string> =>
  new Map([...sections.values()].flatMap(({ section, fields }) => [...fields].map((field) => [field, section.id])))

/** The section of some fields that comes last in the form, or ''. */
export function lastOf(fields: readonly string[], sections: ReadonlyMap<string, string>): string {
  const known = new Set(fields.map((field) => sections.get(field)))
  return [...new Set(sections.values())].findLast((section) => known.has(section)) ?? ''
}
