import { basename, dirname, resolve } from 'node:path'
import type { Logo, OwnTexts } from '../../schemas/operator.ts'
import { readNear, readText } from '../documents/read-text.ts'
import { checkLogo } from './check-logo.ts'
import { renderOwnText } from './own-text.ts'
import { parseOperator } from './parse-operator.ts'
import type { OwnPage, SiteOperator } from './site-operator.ts'

type Read<T> = { value: T; problems: string[] }

/** Reads who runs this site, with the logo and the texts that the file names; or all that is wrong with them. */
export function readOperator(file: string): { operator: SiteOperator } | { problems: string[] } {
  const read = readText(file)
  if ('problem' in read) return { problems: [read.problem] }
  const parsed = parseOperator(read.text)
  if ('faults' in parsed) {
    const problems = parsed.faults.map(
      ({ line, column, sentence }) => `${basename(file)}, Zeile ${line}, Spalte ${column}: ${sentence}`,
    )
    return { problems }
  }
  const { operator: facts } = parsed
  const folder = dirname(file)
  const logo = readLogo(folder, facts.logo)
  const ownTexts = readTexts(folder, facts.texts ?? {})
  const problems = [...logo.problems, ...ownTexts.problems]
  if (problems.length > 0) return { problems }
  return { operator: { file, facts, logo: logo.value, ownTexts: ownTexts.value } }
}

function readLogo(folder: string, logo: Logo | undefined): Read<SiteOperator['logo']> {
  if (logo === undefined) return { value: undefined, problems: [] }
  const read = readNear(resolve(folder, logo.file))
  if ('problem' in read) return { value: undefined, problems: [read.problem] }
  const kind = checkLogo(read.bytes)
  if ('problem' in kind) return { value: undefined, problems: [`${logo.file}: ${kind.problem}`] }
  return { value: { ...kind, bytes: read.bytes, alt: logo.alt }, problems: [] }
}

function readTexts(folder: string, texts: OwnTexts): Read<SiteOperator['ownTexts']> {
  const value: SiteOperator['ownTexts'] = {}
  const problems: string[] = []
  for (const [page, file] of Object.entries(texts) as [OwnPage, string][]) {
    const read = readText(resolve(folder, file))
    const rendered = 'problem' in read ? read : renderOwnText(read.text)
    if ('html' in rendered) value[page] = rendered.html
    else problems.push('problem' in read ? read.problem : `${file}: ${rendered.problem}`)
  }
  return { value, problems }
}
