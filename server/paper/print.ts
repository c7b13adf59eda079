import type { Papers } from '../../views/page-data/papers.ts'

/** Sets a paper. What that takes is loaded with the first one: most processes never print. */
export async function print<Name extends keyof Papers>(name: Name, data: Papers[Name]): Promise<Buffer> {
  const { typeset } = await import('./typeset.ts')
  return Buffer.from(typeset(name, data))
}
