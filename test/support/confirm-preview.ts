import type { Answer, Visitor } from './visitor.ts'

/** Sends what the page holds that shows what would change. */
export function confirmPreview(visitor: Visitor, { text }: Answer, said: Record<string, string> = {}): Promise<Answer> {
  const [form = '', action = ''] = /action="([^"]+\/uebernehmen)".*?<\/form>/s.exec(text) ?? []
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)]
  const fields = hidden.filter(([, name]) => name !== '_csrf').map(([, name = '', value = '']) => [name, value])
  return visitor.post(action, { ...Object.fromEntries(fields), ...said })
}
