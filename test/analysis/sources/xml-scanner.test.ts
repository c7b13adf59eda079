import t from 'tap'
import { XmlScanner } from '../../../analysis/sources/list-file/xml-scanner.ts'

/** What is told of a text that comes in pieces; texts that follow each other are put together. */
function told(pieces: Iterable<string>): string {
  const scanner = new XmlScanner()
  let all = ''
  scanner.on('opentag', ({ name, attributes }) => {
    all += `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}=[${value}]`)}>`
  })
  scanner.on('closetag', ({ name }) => {
    all += `</${name}>`
  })
  scanner.on('text', (text) => {
    all += text
  })
  for (const piece of pieces) scanner.write(piece)
  scanner.close()
  return all
}

const xml = `<?xml version="1.0"?><!DOCTYPE a><!-- <no> --><a x:b = "1 > 0" c='&quot;'>M&#252;ller &amp; S&#xf6;hne &unknown;<b/><![CDATA[<i> & ]]]></a>\n`
const expected = '<a x:b=[1 > 0], c=["]>Müller & Söhne &unknown;<b></b><i> & ]</a>'

t.test('what stands in XML is told, wherever the pieces are cut', async (t) => {
  t.equal(told([xml]), expected)
  t.equal(told(xml), expected)
})

t.test('what does not end, or ends where it has not begun, is refused', async (t) => {
  for (const broken of [
    '<a>',
    '<a',
    '<a></b>',
    '</a>',
    '<a><!-- </a>',
    '<a><![CDATA[ </a>',
    '<a b="></a>',
    '<a></a>x<',
  ])
    t.throws(() => told([broken]), SyntaxError, broken)
})

t.test('a tag that goes on and on is refused before it keeps the page busy', async (t) => {
  const piece = 'x'.repeat(100_000)
  const scanner = new XmlScanner()
  scanner.write('<a b="')
  t.throws(() => {
    for (let at = 0; at < 1_000; at += 1) scanner.write(piece)
  }, SyntaxError)
})
