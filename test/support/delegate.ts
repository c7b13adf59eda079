import type { TestApp } from './app.ts'
import { Visitor } from './visitor.ts'

const home = '/erhebung/umfrage-1/117019'

/** Somebody who answers asks a colleague for some sections; comes back with the link for her. */
export async function ask(
  holder: Visitor,
  name: string,
  sections: readonly string[],
  more: Record<string, string> = {},
) {
  await holder.get(`${home}/zuarbeit`)
  const boxes = Object.fromEntries(sections.map((id) => [`abschnitt.${id}`, 'ja']))
  const { status, location } = await holder.post(`${home}/zuarbeit`, { name, ...boxes, ...more })
  if (status !== 303) throw new Error(`asked with ${status}`)
  const id = /#bitte-(\d+)/.exec(location)?.[1]
  const page = await holder.get(`${home}/zuarbeit`)
  return new RegExp(`id="link-${id}"[^>]*value="[^"]*(/zuarbeit#[^"]+)"`).exec(page.text)?.[1] ?? ''
}

/** The colleague at a browser of her own, let in by her link. */
export async function open(test: Pick<TestApp, 'app'>, link: string): Promise<Visitor> {
  const colleague = new Visitor(test.app)
  await colleague.get('/zuarbeit')
  const { location } = await colleague.post('/zuarbeit', { schluessel: link.split('#')[1] ?? '' })
  colleague.home = location
  return colleague
}
