import type { Check } from '../checks/check.ts'
import type { Question } from '../compile/instrument.ts'
import type { Answered, KeyField } from '../view/view.ts'

/** The check of a field in which the one who answers is named by key or number. */
export function unitCheck(id: string, unit: 'gkz' | 'im_number', message: string): Check {
  return { id: `${id}_gueltig`, kind: 'unit', severity: 'error', questions: [id], message, unit, variable: id }
}

/** The field, with what is wrong in it and what was surely meant. */
export function unitView({ id }: Question, { raw, findings }: Answered): { field: KeyField } {
  const finding = findings.find(({ check }) => check === `${id}_gueltig`)
  return {
    field: { name: id, value: raw[id] ?? '', error: finding?.message ?? '', suggestions: finding?.suggestions ?? [] },
  }
}
