/** The look of a mail, written into its elements: many programs for mail know no style sheets. */
const look = {
  page: 'margin:0;padding:24px 12px;background:#f2f2f1;color:#1d1c1b;',
  sheet:
    'display:block;max-width:600px;margin:0 auto;padding:28px 28px 20px;background:#ffffff;border:1px solid #c8c6c5;border-radius:8px;',
  text: "font-family:'Fira Sans',Arial,Helvetica,sans-serif;font-size:17px;line-height:26px;",
  title: 'margin:0 0 18px;font-size:22px;line-height:30px;',
  paragraph: 'margin:0 0 18px;',
  list: 'margin:0 0 18px;padding-left:22px;',
  link: 'color:#1d1c1b;font-weight:600;',
  code: "font-family:'Fira Mono',Consolas,Menlo,monospace;font-size:20px;letter-spacing:1px;font-weight:600;white-space:nowrap;",
  sign: 'margin:0 0 20px;padding:0 0 12px;border-bottom:3px solid #1d1c1b;font-weight:600;',
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g
const code = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b/g

/** A line with its addresses as links, and an access code so that it can be read. */
const line = (text: string): string =>
  escaped(text)
    .replace(address, (url) => `<a href="${url}" style="${look.link}">${url}</a>`)
    .replace(code, (found) => `<span style="${look.code}">${found}</span>`)

function block(text: string): string {
  const lines = text.split('\n')
  const parts: string[] = []
  for (let place = 0; place < lines.length; ) {
    const isItem = lines[place]?.startsWith('- ')
    let end = place
    while (end < lines.length && lines[end]?.startsWith('- ') === isItem) end += 1
    const own = lines.slice(place, end)
    parts.push(
      isItem
        ? `<ul style="${look.list}">${own.map((item) => `<li>${line(item.slice(2))}</li>`).join('')}</ul>`
        : `<p style="${look.paragraph}">${own.map(line).join('<br>\n')}</p>`,
    )
    place = end
  }
  return parts.join('\n')
}

/** A plain mail as HTML: the same words, nothing from elsewhere, no script. */
export function mailHtml({ subject, body, sender }: { subject: string; body: string; sender: string }): string {
  const blocks = body.split(/\n{2,}/).map(block)
  return `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="${look.page}${look.text}">
<main style="${look.sheet}${look.text}">
${sender === '' ? '' : `<p style="${look.sign}">${escaped(sender)}</p>\n`}<h1 style="${look.title}">${escaped(subject)}</h1>
${blocks.join('\n')}
</main>
</body>
</html>
`
}
