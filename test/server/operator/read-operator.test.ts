import { readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { readConfig } from '../../../server/boot/config.ts'
import { inventedOperator } from '../../../server/operator/operator-of.ts'
import { readOperator } from '../../../server/operator/read-operator.ts'
import { kiel, operatorFile } from '../../support/operators.ts'

const problemsOf = (...given: Parameters<typeof operatorFile>) => {
  const read = readOperator(operatorFile(...given))
  return 'problems' in read ? read.problems : []
}

t.test('every fault is told with line, column and field', async (t) => {
  const at = (text: string) => problemsOf(text)[0]
  t.match(
    at('{ "name": "A",\n  "legalForm" "GmbH" }'),
    /^betreiber\.jsonc, Zeile 2, Spalte 15: Das ist kein gültiges JSON/,
  )
  t.match(at(''), /Die Datei ist leer|kein gültiges JSON/)
  t.match(at('[]'), /Zeile 1, Spalte 1: .*object/)
  t.strictSame(
    problemsOf(
      '{\n  // Kommentar\n  "name": "A",\n  "contact": {\n    "mail": "keine",\n    "phone": "ruf an",\n  },\n  "neu": 1 }',
    ),
    [
      'betreiber.jsonc, Zeile 8, Spalte 10: „neu“: Diese Angabe ist hier nicht vorgesehen.',
      'betreiber.jsonc, Zeile 6, Spalte 14: „contact.phone“: Hier muss eine Telefonnummer stehen, zum Beispiel 0711 123-456.',
      'betreiber.jsonc, Zeile 5, Spalte 13: „contact.mail“: Hier muss eine E-Mail-Adresse stehen, zum Beispiel umfrage@example.de.',
    ],
  )
  t.strictSame(problemsOf('{ "register": { "court": "Amtsgericht" } }'), [
    'betreiber.jsonc, Zeile 1, Spalte 1: Die Angabe „name“ fehlt.',
    'betreiber.jsonc, Zeile 1, Spalte 15: „register“: Die Angabe „number“ fehlt.',
  ])
  t.match(problemsOf({ ...kiel, vatId: '123' }), [/„vatId“: Eine USt-IdNr\. besteht aus DE und neun Ziffern/])
  t.match(problemsOf({ ...kiel, accessibility: { created: '2026-02-30' } }), [/„accessibility\.created“: .*2026-12-31/])
  t.match(problemsOf({ ...kiel, genuine: { announced: 'http://example.org' } }), [/„genuine\.announced“: .*https:/])
  t.match(problemsOf({ ...kiel, waves: { 'Umfrage 1': {} } }), [/waves/])
  t.match(problemsOf({ ...kiel, contact: { phone: '-----' } }), [/„contact\.phone“: .*Telefonnummer/])
  t.match(readOperator('/gibt/es/nicht.json'), { problems: [/lässt sich nicht lesen \(ENOENT\)/] })
})

t.test('what nobody sees in an editor is told as well', async (t) => {
  t.strictSame(problemsOf('{\n  "name": "A",\n  "name": "B" }'), [
    'betreiber.jsonc, Zeile 3, Spalte 3: „name“ steht hier zum zweiten Mal.',
  ])
  for (const hidden of ['\\u0000', '\u202e', '\\ud800'])
    t.match(problemsOf(`{ "name": "A${hidden}B" }`), [/Zeile 1, Spalte 11: .*nicht zu sehen/], hidden)
  t.strictSame(problemsOf(`\ufeff${JSON.stringify(kiel)}`), [], 'a mark at the beginning is nothing')
  const file = operatorFile('')
  writeFileSync(file, Buffer.from('{ "name": "Straßenamt" }', 'latin1'))
  t.match(readOperator(file), { problems: [/betreiber\.jsonc ist nicht in UTF-8 gespeichert/] })
})

t.test('a logo that is none is refused', async (t) => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const withLogo = (name: string, content: string | Buffer) =>
    problemsOf({ ...kiel, logo: { file: name, alt: 'Zeichen' } }, { [name]: content })
  const svg = (inside: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`
  t.strictSame(withLogo('logo.png', png), [])
  t.strictSame(withLogo('logo.svg', `<?xml version="1.0"?><!-- ein Zeichen -->${svg('<g><use href="#a"/></g>')}`), [])
  t.strictSame(withLogo('logo.svg', svg('<style>path { fill: url("#a") }</style><path fill="url(#a)"/>')), [])
  t.strictSame(withLogo('logo.svg', `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:path d="M0 0"/></s:svg>`), [])
  const broken = Buffer.from(png)
  broken.writeUInt8(broken.readUInt8(45) ^ 1, 45)
  for (const [name, content, sentence] of [
    ['logo.png', png.subarray(0, 50), /beschädigt oder unvollständig/],
    ['logo.png', broken, /beschädigt oder unvollständig/],
    ['logo.png', Buffer.concat([png, Buffer.from('x')]), /beschädigt oder unvollständig/],
    ['logo.png', 'GIF89a', /weder ein PNG noch ein vollständiges SVG/],
    ['logo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /weder ein PNG noch/],
    ['logo.svg', '<html></html>', /weder ein PNG noch/],
    ['logo.svg', '', /weder ein PNG noch/],
    ['logo.svg', svg('<g>'), /weder ein PNG noch/],
    ['logo.svg', svg('<script>alert(1)</script>'), /<script>/],
    ['logo.svg', svg('', ' onload="alert(1)"'), /onload/],
    ['logo.svg', svg('<image xlink:href="https://example.org/x.png"/>'), /<image>/],
    ['logo.svg', svg('<use xlink:href="https://example.org/x.svg#a"/>'), /xlink:href/],
    ['logo.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('')}`, /DOCTYPE/],
    ['logo.svg', svg(' '.repeat(300_000)), /höchstens 200 kB/],
    ['logo.svg', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', /weder ein PNG noch/],
    ['logo.svg', svg('<s:script>1</s:script>', ' xmlns:s="http://www.w3.org/2000/svg"'), /<s:script>/],
    ['logo.svg', svg('<h:img src="x.png"/>', ' xmlns:h="http://www.w3.org/1999/xhtml"'), /<h:img>/],
    ['logo.svg', svg('<a><animate attributeName="href" values="javascript:alert(1)"/></a>'), /<animate>/],
    ['logo.svg', svg('<style>@import "https://example.org/x.css";</style>'), /<style>/],
    ['logo.svg', svg('<style>path { fill: url(https://example.org/x.svg#a) }</style>'), /<style>/],
    ['logo.svg', svg('<path fill="url( \'x.svg#a\')"/>'), /fill/],
    ['logo.svg', svg('<path style="background: url(//example.org/x)"/>'), /style/],
    ['logo.svg', `<?xml-stylesheet href="https://example.org/x.css"?>${svg('')}`, /xml-stylesheet/],
  ] as const)
    t.match(withLogo(name, content), [sentence], name)
  t.match(problemsOf({ ...kiel, logo: { file: 'fehlt.svg', alt: 'x' } }), [/fehlt\.svg lässt sich nicht lesen/])
})

t.test('an own text is Markdown, and nothing in it runs', async (t) => {
  const read = (text: string) => {
    const found = readOperator(operatorFile({ ...kiel, texts: { impressum: 'i.md' } }, { 'i.md': text }))
    return 'problems' in found ? found.problems : found.operator.ownTexts.impressum
  }
  t.equal(read('## Wer wir sind\n\n*Wir*\n'), '<h2>Wer wir sind</h2>\n<p><em>Wir</em></p>\n')
  const hostile = String(
    read(
      '<script>alert(1)</script>\n\n[klick](javascript:alert) ![b](https://example.org/b.png)\n\n<b onclick="x">b</b>',
    ),
  )
  t.notMatch(hostile, /<script|<b |<img|href="javascript/)
  t.match(hostile, /&lt;script&gt;/)
  t.match(read('# Impressum'), [/i\.md: Zeile 1: .*beginnen mit ##/])
  t.match(read('## A\n\n#### B'), [/Zeile 3/])
  t.match(read(' \n'), [/Der Text ist leer/])
  t.equal(read('\ufeff## A'), '<h2>A</h2>\n')
  t.match(read('Wir\u202e'), [/i\.md: Zeile 1: .*nicht zu sehen/])
})

t.test('the file wins over CONTACT_*, which say what it leaves out', async (t) => {
  const contact = { CONTACT_NAME: 'Alt', CONTACT_PHONE: '0711 99', CONTACT_MAIL: 'alt@example.org' }
  const file = operatorFile({ name: 'Stelle', contact: { name: 'Neu' } })
  t.match(readConfig({ ...contact, STICHTAG_OPERATOR: file }), {
    config: { contact: { name: 'Neu', phone: '0711 99', mail: 'alt@example.org', hours: '' } },
  })
  t.match(readConfig(contact), {
    config: { contact: { name: 'Alt' }, operator: { file: '', facts: { name: undefined } } },
  })
  t.match(readConfig({ STICHTAG_OPERATOR: operatorFile('{'), PORT: 'x' }), {
    problems: [/^PORT/, /^STICHTAG_OPERATOR: betreiber\.jsonc, Zeile 1/],
  })
  t.match(readConfig({}), { config: { operator: { facts: { invented: true } } } }, 'the demo world has one')
  const real = { DATABASE_URL: 'postgres://a:b@c/d', STICHTAG_SECRET: 'x'.repeat(40) }
  t.match(readConfig(real), { config: { operator: { file: '' } } }, 'a real one is never invented')
})

t.test('the example holds every fact that there is a place for, but those that are for few', async (t) => {
  const { properties } = JSON.parse(readFileSync('schemas/operator.schema.json', 'utf8'))
  const read = readOperator(inventedOperator)
  if ('problems' in read) return t.fail(read.problems.join('\n'))
  const absent = Object.keys(properties).filter((name) => !Object.hasOwn(read.operator.facts, name))
  t.strictSame(absent, ['businessId', 'further', 'waves', 'texts'])
})
