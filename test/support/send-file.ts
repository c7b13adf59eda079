import type { Answer, Visitor } from './visitor.ts'

/** Sends a file as a browser does that has no script. */
export function sendFile(
  visitor: Visitor,
  url: string,
  content: string | Uint8Array,
  name = 'datei.csv',
  csrf = visitor.csrf,
  said: Record<string, string> = {},
): Promise<Answer> {
  const boundary = '----grenze'
  const part = (head: string, body: string | Uint8Array) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]
  const sent = { ...(csrf !== '' && { _csrf: csrf }), ...said }
  const fields = Object.entries(sent).flatMap(([field, value]) => part(`name="${field}"`, value))
  const file = part(`name="datei"; filename="${name}"\r\nContent-Type: application/octet-stream`, content)
  return visitor.send({
    method: 'POST',
    url,
    payload: Buffer.concat([...fields, ...file, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { cookie: visitor.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}
