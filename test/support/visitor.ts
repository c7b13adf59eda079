import type { FastifyInstance, InjectOptions } from 'fastify'

export interface Answer {
  status: number
  location: string
  headers: Record<string, string | string[] | number | undefined>
  text: string
  /** The text of the page without tags, blanks folded. */
  words: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was answered
  json: any
}

/** A browser without script: keeps its cookie, and sends the hidden fields of the page it saw last. */
export class Visitor {
  app: FastifyInstance
  cookie = ''
  csrf = ''
  rev = ''
  /** Up to when the page shows what was kept. */
  seen = ''
  /** The form that the person is logged in for. */
  home = '/erhebung/umfrage-1/117019'

  constructor(app: FastifyInstance) {
    this.app = app
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ method: 'GET', url, headers: { cookie: this.cookie, ...headers } })
  }

  /** Sends a form as it stands on the page seen last. */
  post(
    url: string,
    fields: Record<string, string | readonly string[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all = Object.entries({ _csrf: this.csrf, ...fields })
    const body = new URLSearchParams(
      all.flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString()
    return this.send({
      method: 'POST',
      url,
      payload: body,
      headers: { cookie: this.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  /** Sends changed fields as the script of the form does. */
  autosave(section: string, fields: Record<string, string>): Promise<Answer> {
    const control = { _rev: this.rev, _umfang: 'felder' }
    return this.post(`${this.home}/abschnitt/${section}`, { ...control, ...fields }, { accept: 'application/json' })
  }

  /** Sends the whole page of a section as a browser without script does. */
  save(section: string, fields: Record<string, string>, action = 'bleiben'): Promise<Answer> {
    const control = { _rev: this.rev, _umfang: 'abschnitt', _aktion: action }
    return this.post(`${this.home}/abschnitt/${section}`, { ...control, ...fields })
  }

  /** Opens the page where all is checked, and submits. */
  async submit(reasons: Record<string, string> = {}): Promise<Answer> {
    await this.get(`${this.home}/pruefen`)
    return this.sendChecked(reasons, 'absenden')
  }

  /** Sends the page where all is checked as a browser without script does; that little is filled in is confirmed. */
  sendChecked(reasons: Record<string, string>, action = 'begruenden'): Promise<Answer> {
    const control = { _rev: this.rev, _umfang: 'abschnitt', _leer: 'ja', _aktion: action }
    return this.post(`${this.home}/pruefen`, { ...control, ...reasons })
  }

  async send(request: InjectOptions): Promise<Answer> {
    const response = await this.app.inject(request)
    const kept = new Map(this.cookie.split('; ').map((one) => [one.split('=')[0] ?? '', one]))
    for (const { name, value } of response.cookies) kept.set(name, `${name}=${value}`)
    this.cookie = [...kept.values()].filter(Boolean).join('; ')
    const text = response.body
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.csrf
    this.rev = /name="_rev" value="(\d+)"/.exec(text)?.[1] ?? this.rev
    this.seen = /name="_gesehen" value="([^"]+)"/.exec(text)?.[1] ?? this.seen
    const isJson = String(response.headers['content-type']).startsWith('application/json')
    return {
      status: response.statusCode,
      location: String(response.headers.location ?? ''),
      headers: response.headers,
      text,
      words: text
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&quot;', '"')
        .replace(/\s+/g, ' '),
      json: isJson ? JSON.parse(text) : undefined,
    }
  }
}

/** Where the scripts lie that compute the figures of a page again. */
export const scriptLinks = ({ text }: Answer): string[] =>
  [...text.matchAll(/href="([^"]*\/skript\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
