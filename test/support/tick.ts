import type { Answer, Visitor } from './visitor.ts'

/** Sends the boxes that stand on a page, ticked. */
export function tick(visitor: Visitor, url: string, { text }: Answer, fields: Record<string, string>): Promise<Answer> {
  const marks = [...text.matchAll(/name="was" value="([^"]+)"/g)].map(([, mark = '']) => mark)
  const body = new URLSearchParams([
    ['_csrf', visitor.csrf],
    ...Object.entries(fields),
    ...marks.map((mark) => ['was', mark]),
  ] as [string, string][])
  return visitor.send({
    method: 'POST',
    url,
    payload: body.toString(),
    headers: { cookie: visitor.cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
}
