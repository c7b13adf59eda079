import type { FastifyInstance } from 'fastify'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { suggestGemeinden } from '../../surveys/reading/gemeinden.ts'
import { register } from '../../views/examples/example-kinds-answers.ts'
import { launchBrowser } from './browser.ts'
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
  open(example: string): Promise<OpenForm>
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
    problems: [],
    findings: {},
    sums: {},
    ...changes,
  },
})

/** The examples, and further sections, with a server behind their forms that does as a test says. */
export async function startFormSite(further: Parameters<typeof buildSite>[0] = {}): Promise<FormSite> {
  const site = await buildSite(further)
  const posts = takePosts(site)
  const base = await listen(site)
  const browser: Browser = await launchBrowser()
  return {
    async open(example) {
      for (const context of browser.contexts()) await context.close()
      posts.bodies = []
      posts.respond = (body) => saved(Number(body._rev) + 1)
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
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
      await browser.close()
      await site.close()
    },
  }
}

interface Posts {
  bodies: Record<string, string>[]
  respond: (body: Record<string, string>) => Answer | Promise<Answer>
}

function takePosts(site: FastifyInstance): Posts {
  const posts: Posts = { bodies: [], respond: () => saved(1) }
  const take = async (body: unknown) => {
    const fields = { ...(body as Record<string, string>) }
    posts.bodies.push(fields)
    return posts.respond(fields)
  }
  site.post('/erhebung/umfrage-1/117019/:section', async (request, reply) => {
    const { status, body } = await take(request.body)
    const whole = !request.headers.accept?.includes('application/json')
    return whole ? reply.type('text/html; charset=utf-8').send('<h1>Gespeichert</h1>') : reply.code(status).send(body)
  })
  site.get<{ Querystring: { suche: string } }>('/erhebung/umfrage-1/117019/gemeinden', ({ query }) =>
    suggestGemeinden(query.suche, register, 10),
  )
  site.post('/sitzung', async () => ({ secondsLeft: 2700 }))
  return posts
}
