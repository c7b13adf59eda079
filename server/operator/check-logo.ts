import { crc32 } from 'node:zlib'
import { SaxesParser } from 'saxes'

const largest = 200 * 1024

export interface LogoKind {
  ending: 'png' | 'svg'
  type: string
}

/** Whether a file is a picture that can be shown on every page; a sentence if it is none. */
export function checkLogo(bytes: Buffer): LogoKind | { problem: string } {
  if (bytes.length > largest)
    return {
      problem: `Das Logo hat ${Math.ceil(bytes.length / 1024)} kB, höchstens ${largest / 1024} kB sind möglich.`,
    }
  if (bytes.subarray(0, 8).equals(pngSignature))
    return isWholePng(bytes)
      ? { ending: 'png', type: 'image/png' }
      : { problem: 'Das Logo beginnt wie ein PNG, ist aber beschädigt oder unvollständig.' }
  const problem = problemOfSvg(bytes.toString('utf8'))
  return problem === undefined ? { ending: 'svg', type: 'image/svg+xml' } : { problem }
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Every chunk is there with its check sum, from the head to the end. */
function isWholePng(bytes: Buffer): boolean {
  let at = pngSignature.length
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = bytes.readUInt32BE(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) return false
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (first && name !== 'IHDR') return false
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return false
    if (name === 'IEND') return end + 4 === bytes.length
    at = end + 4
  }
  return false
}

/** A drawing runs nothing, loads nothing and refers to nothing but itself. */
function problemOfSvg(text: string): string | undefined {
  let root: string | undefined
  let problem: string | undefined
  const refuse = (sentence: string) => {
    problem ??= sentence
  }
  const parser = new SaxesParser({ xmlns: true })
  parser.on('opentag', ({ name, local, uri, attributes }) => {
    root ??= `${uri} ${local}`
    if (uri === 'http://www.w3.org/1999/xhtml' || (uri === svg && active.has(local.toLowerCase())))
      refuse(`Das Logo enthält <${name}>. Ein Logo darf nur zeichnen.`)
    for (const [attribute, { value }] of Object.entries(attributes)) {
      const loads = (attribute.endsWith('href') && !value.startsWith('#')) || foreign.test(value)
      if (/^on/i.test(attribute) || loads) refuse(`Das Logo enthält ${attribute}="…". Ein Logo darf nur zeichnen.`)
    }
  })
  const refuseForeignStyle = (text: string) => {
    if (foreign.test(text)) refuse('Das Logo lädt in <style> etwas nach. Ein Logo darf nur zeichnen.')
  }
  parser.on('text', refuseForeignStyle)
  parser.on('cdata', refuseForeignStyle)
  parser.on('processinginstruction', ({ target }) =>
    refuse(`Das Logo enthält <?${target} …?>. Ein Logo darf nur zeichnen.`),
  )
  parser.on('doctype', () =>
    refuse('Das Logo enthält eine Dokumenttyp-Angabe (<!DOCTYPE …>). Bitte speichern Sie es ohne.'),
  )
  parser.on('error', () => refuse('Das Logo ist weder ein PNG noch ein vollständiges SVG.'))
  parser.write(text).close()
  if (root !== `${svg} svg`) refuse('Das Logo ist weder ein PNG noch ein vollständiges SVG.')
  return problem
}

const svg = 'http://www.w3.org/2000/svg'
const moving = ['set', 'animate', 'animatemotion', 'animatetransform', 'animatecolor']
const loading = ['foreignobject', 'iframe', 'object', 'embed', 'audio', 'video', 'image', 'feimage']
const active = new Set(['script', 'handler', ...moving, ...loading])
/** What a style may name, but not fetch from elsewhere. */
const foreign = /@import|url\(\s*["']?\s*[^#"'\s]/i
