/** A text of at most so many characters; a longer one ends with an ellipsis. */
export function cut(text: string, characters: number): string {
  const all = [...text]
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`
}

/** A text in a field of fixed width, with zeros behind it; the last byte is always one. */
export function padded(text: string, width: number): Buffer {
  const field = Buffer.alloc(width)
  field.write(text, 0, width - 1)
  return field
}

export const tagged = (tag: string, ...content: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from(`<${tag}>`), ...content, Buffer.from(`</${tag}>`)])

export function u16(value: number): Buffer {
  const field = Buffer.alloc(2)
  field.writeUInt16LE(value)
  return field
}

export function u32(value: number): Buffer {
  const field = Buffer.alloc(4)
  field.writeUInt32LE(value)
  return field
}

export function u64(value: number): Buffer {
  const field = Buffer.alloc(8)
  field.writeBigUInt64LE(BigInt(value))
  return field
}
