import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import type { InputError } from '../../../server/errors/input-error.ts'
import { fillTemplate } from '../../../server/mail/fill-template.ts'
import { type Filling, gaps } from '../../../server/mail/gaps.ts'
import { mailHtml } from '../../../server/mail/mail-html.ts'
import { loadTemplate, templateProblems } from '../../../server/mail/template-files.ts'
import { templateOf, templates } from '../../../server/mail/templates.ts'
import { readTemplate } from '../../../server/templates/template-text.ts'

const nothing = Object.fromEntries(Object.keys(gaps).map((gap) => [gap, ''])) as Record<keyof Filling, string>

t.test('every template that is described has its text, and no text is left over', async (t) => {
  t.strictSame(await templateProblems({ templates: undefined }), [])
  const files = await readdir(new URL('../../../server/mail/templates/', import.meta.url))
  t.strictSame(files.sort(), templates.map(({ name }) => `${name}.txt`).sort())
})

t.test('an unknown gap is refused with file, line, name and the gaps that there are', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'vorlagen-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'erinnerung.txt')
  const template = templateOf('erinnerung')
  if (template === undefined) throw new Error('there is none')
  const sentences = async () =>
    loadTemplate({ templates: folder }, template).then(
      () => [],
      (error: InputError) => error.sentences,
    )
  t.match(await loadTemplate({ templates: folder }, template), { isOwn: false }, 'what is missing there is ours')
  await writeFile(file, 'Betreff: {{titel}}\n\nGuten Tag,\n{{gemeinde}} und {{ kommune }}\n{{frist}\n')
  const [subject, name, open, ...more] = await sentences()
  t.match(
    subject,
    new RegExp(`^${file}: Zeile 1: Die Lücke {{titel}} gibt es .* Es gibt hier: {{anrede}}, {{kommune}}`),
  )
  t.match(name, /Zeile 4: Die Lücke {{gemeinde}}/)
  t.match(open, /Zeile 5: Eine Lücke ist nicht geschlossen/)
  t.strictSame(more, [])
  await writeFile(file, 'Betreff: Erinnerung\n\nIhr Code: {{code}}\n')
  t.match(
    await sentences(),
    [/Zeile 3: Die Lücke {{code}} gibt es in dieser Vorlage nicht/],
    'a reminder carries no code',
  )
  await writeFile(file, 'Guten Tag\n')
  t.match(await sentences(), [/Zeile 1: Die erste Zeile muss „Betreff/])
  await writeFile(file, '\ufeffBetreff: Bitte\r\n\r\nBis {{frist}}.\r\n')
  t.match(await loadTemplate({ templates: folder }, template), {
    isOwn: true,
    text: { subject: 'Bitte', lines: ['Bis {{frist}}.'] },
  })
  t.match((await templateProblems({ templates: folder })).length, 0)
  await rm(file)
  await writeFile(join(folder, 'dank.txt'), 'Betreff: {{x}}\n\nDanke')
  t.match(await templateProblems({ templates: folder }), [/dank\.txt: Zeile 1/])
})

t.test('gaps are filled; a line with nothing in it goes; what was filled in is filled no more', (t) => {
  const read = readTemplate(
    'x',
    'Betreff: An {{kommune}}\n\nHallo\n\n{{stelle}}\nTelefon: {{telefon}}\nE-Mail: {{mail}}\n\nGruß',
    { gaps: ['kommune', 'stelle', 'telefon', 'mail'] },
  )
  if ('problems' in read) throw new Error(read.problems.join())
  t.strictSame(fillTemplate(read.text, { ...nothing, kommune: 'A\nBcc: x', telefon: '{{mail}}' }), {
    subject: 'An A Bcc: x',
    body: 'Hallo\n\nTelefon: {{mail}}\n\nGruß',
  })
  t.end()
})

t.test('HTML says the same, and nothing that somebody typed becomes markup', (t) => {
  const html = mailHtml({
    subject: 'a',
    sender: '',
    body: 'Stadt <b>\n\n- eins & zwei\n- drei\n\nhttps://x.example/zugang.\nABCD-1234-EFGH-5678',
  })
  t.match(html, /<p [^>]*>Stadt &lt;b&gt;<\/p>\n<ul [^>]*><li>eins &amp; zwei<\/li><li>drei<\/li><\/ul>/)
  t.match(html, /<a href="https:\/\/x\.example\/zugang" [^>]*>https:\/\/x\.example\/zugang<\/a>\./)
  t.match(html, /<span [^>]*>ABCD-1234-EFGH-5678<\/span>/)
  t.end()
})
