import type { Field } from './questionnaire.ts'

/** What a bare server needs for the same bytes: a plain loop over the fields, and the text before each of them. */
export interface PlainPage {
  template: string
  data: { fields: (Field & { before: string })[]; after: string }
}

/** Takes a page apart: the markup of a number field becomes a template, all else stays text. */
export function plainPage(html: string, fields: readonly Field[]): PlainPage {
  const [first] = fields
  if (first === undefined) throw new Error('there is no field')
  const start = html.lastIndexOf('<div', html.indexOf(` name="${first.name}"`))
  const markup = html.slice(start, html.indexOf('</div>', start))
  const withValues = (values: Field) =>
    markup
      .replaceAll(first.name, values.name)
      .replaceAll(first.label, values.label)
      .replaceAll(first.value, values.value)
  let rest = html
  const parts = fields.map((field) => {
    const row = withValues(field)
    const at = rest.indexOf(row)
    if (at < 0) throw new Error(`${field.name} has another markup than ${first.name}`)
    const before = rest.slice(0, at)
    rest = rest.slice(at + row.length)
    return { ...field, before }
  })
  const tag = (name: string) => `<%= field.${name} %>`
  const row = withValues({ name: tag('name'), label: tag('label'), value: tag('value') })
  return {
    template: `<% for (const field of it.fields) { %><%~ field.before %>${row}<% } %><%~ it.after %>`,
    data: { fields: parts, after: rest },
  }
}
