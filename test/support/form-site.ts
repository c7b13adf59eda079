import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { BrowserContext, Page } from 'playwright-core'
import { suggestGemeinden } from '../../surveys/reading/gemeinde-names.ts'
import { register } from '../../views/examples/example-kinds-answers.ts'
import { theBrowser } from './browser.ts'
import { buildSite, listen } from './example-site.ts'

/** What a server could say to a saved page. */
export interface Answer {
  status: number
  body: object
}

interface OpenForm {
  page: Page
  context: BrowserContext
  /** The bodies that were posted, oldest first. */
  posted: Record<string, string>[]
  /** Replaces the server's way of answering. */
  answer: (respond: (body: Record<string, string>) => Answer | Promise<Answer>) => void
}

interface FormSite {
  /** Opens the form of an example in a browser of its own, and ends the one before, which might still be saving. */
  open(example: string, options?: { script?: boolean }): Promise<OpenForm>
  end(): Promise<void>
}

/** What the server says when all is well. */
export const saved = (rev: number, changes: object = {}): Answer => ({
  status: 200,
  body: {
    rev,
    savedAt: '14:05',
    conflicts: [],
    changes: {},
    kept: {},
    notice: '',
    problems: [],
    findings: {},
    sums: {},
    follows: {},
    ...changes,
  },
})

/** The examples, and further sections, with a server behind their forms that does as a test says. */
export async function startFormSite(further: Parameters<typeof buildSite>[0] = {}): Promise<FormSite> {
  const site = await buildSite(further)
  const opened = takePosts(site)
  const base = await listen(site)
  const browser = await theBrowser()
  let context: BrowserContext | undefined
  return {
    async open(example, { script = true } = {}) {
      await context?.close()
      // What the form before still sends, late, on a busy machine, is counted there and not here.
      const posts: Posts = { bodies: [], respond: (body) => saved(Number(body._rev) + 1) }
      const number = String(opened.push(posts) - 1)
      context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: script })
      await context.addCookies([{ name: 'formular', value: number, url: base }])
      const page = await context.newPage()
      await page.goto(`${base}/section/${example}`)
      return {
        page,
        context,
        posted: posts.bodies,
        answer: (respond) => {
          posts.respond = respond
        },
      }
    },
    async end() {
      await context?.close()
      await site.close()
    },
  }
}

interface Posts {
  bodies: Record<string, string>[]
  respond: (body: Record<string, string>) => Answer | Promise<Answer>
}

function takePosts(site: FastifyInstance): Posts[] {
  const opened: Posts[] = []
  const take = async ({ body, headers }: FastifyRequest) => {
    const fields = { ...(body as Record<string, string>) }
    // A cookie says which of the forms it is: it also comes with what is sent while the page goes away.
    const posts = opened[Number(headers.cookie?.split('formular=')[1])]
    if (posts === undefined) throw new Error('no form sent this')
    posts.bodies.push(fields)
    return posts.respond(fields)
  }
  site.post('/erhebung/umfrage-1/117019/:section', async (request, reply) => {
    const { status, body } = await take(request)
    const whole = !request.headers.accept?.includes('application/json')
    return whole ? reply.type('text/html; charset=utf-8').send('<h1>Gespeichert</h1>') : reply.code(status).send(body)
  })
  site.get<{ Querystring: { suche: string } }>('/erhebung/umfrage-1/117019/gemeinden', ({ query }) =>
    suggestGemeinden(query.suche, register, 10),
  )
  site.post('/sitzung', async () => ({ secondsLeft: 2700 }))
  return opened
}
