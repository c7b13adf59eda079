/** Something that begins and ends as a PDF does, of so many bytes. */
export function wholePdf(bytes = 200): Buffer {
  const [head, tail] = [Buffer.from('%PDF-1.7\n'), Buffer.from('\n%%EOF\n')]
  return Buffer.concat([head, Buffer.alloc(bytes - head.length - tail.length, 'x'), tail])
}
