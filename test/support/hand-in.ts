/** Somebody who hands in over HTTP, with a session that the test has put into the database. */
export interface Sender {
  base: string
  cookie: string
  /** The address of the form. */
  form: string
}

interface Page {
  status: number
  location: string
  text: string
}

export async function request(
  { base, cookie }: Sender,
  path: string,
  fields?: Record<string, string>,
  accept = 'text/html',
): Promise<Page> {
  const response = await fetch(base + path, {
    method: fields ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { cookie, accept, ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(fields ? { body: new URLSearchParams(fields).toString() } : {}),
    signal: AbortSignal.timeout(10_000),
  })
  return { status: response.status, location: response.headers.get('location') ?? '', text: await response.text() }
}

export const hidden = ({ text }: Page, name: string) =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? ''
export const receiptIn = ({ location }: Page) => /\/quittung\/(Q-[0-9A-Z-]+)$/.exec(location)?.[1]

/** Writes a number into the form. */
export async function write(sender: Sender, field: string, section: string, value: string): Promise<boolean> {
  const page = await request(sender, `${sender.form}/abschnitt/${section}`)
  const fields = { _csrf: hidden(page, '_csrf'), _rev: hidden(page, '_rev'), _umfang: 'felder', [field]: value }
  return (await request(sender, `${sender.form}/abschnitt/${section}`, fields)).status === 303
}

/** What the last button of the page sends where all is checked. */
export const handOver = (page: Page): Record<string, string> => ({
  _csrf: hidden(page, '_csrf'),
  _rev: hidden(page, '_rev'),
  _umfang: 'abschnitt',
  _leer: 'ja',
  _aktion: 'absenden',
})

/** Submits what is there, some times at once, each copy to a server of its own. Returns the receipt numbers that came back. */
export async function submit(
  sender: Sender,
  bases: readonly string[] = [sender.base],
): Promise<(string | undefined)[]> {
  const fields = handOver(await request(sender, `${sender.form}/pruefen`))
  const copies = bases.map((base) => request({ ...sender, base }, `${sender.form}/pruefen`, fields))
  return (await Promise.all(copies)).map(receiptIn)
}
