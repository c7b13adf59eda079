import type { Read, Type } from './type.ts'

/** What texts have in common, and what one type of them has of its own. */
export function textType(
  own: Pick<Type<string>, 'longest' | 'label' | 'values'> & Partial<Type<string>>,
): Type<string> {
  return {
    measure: 'none',
    read: readText,
    kept: keptText,
    sends: () => true,
    repeats: true,
    keys: 'text',
    field: asItIs,
    shown: asItIs,
    unit: '',
    sql: 'text',
    column: { type: 'text' },
    invent: () => '',
    ...own,
  }
}

const asItIs = (value: string): string => value

/** Line ends without the CR that browsers send. */
export const keptText = (text: string): string => text.replaceAll('\r\n', '\n')

export function readText(raw: string): Read<string> {
  const value = raw.trim()
  return value === '' ? { state: 'blank' } : { state: 'given', value }
}
