import type { PostalAddress, Receiver } from './receiver.ts'

/** What is posted in one go: a letter, or the letters for the persons of a Verbund with a list on top. */
export type Post = { receiver: Addressed } | { verbund: string; receivers: Addressed[]; address: PostalAddress }

export interface Addressed extends Receiver {
  address: PostalAddress
}

/**
 * In the order in which the post wants it: by postcode, place and name. Persons without an address of their own get their letters
 * through their Verbund, by number. Who has none at all is left out, and said.
 */
export function arrange(receivers: readonly Receiver[]): { posts: Post[]; leftOut: Receiver[] } {
  const addressed = receivers.filter(isAddressed)
  const direct = addressed.filter(({ verbund, address }) => address.unit !== verbund)
  const bundled = addressed.filter(({ verbund, address }) => address.unit === verbund)
  const verbuende = [...new Set(bundled.map(({ verbund }) => verbund))]
  const posts: Post[] = [
    ...direct.map((receiver) => ({ receiver })),
    ...verbuende.flatMap((key) => bundleOf(bundled.filter(({ verbund }) => verbund === key))),
  ]
  return { posts: posts.sort(byPost), leftOut: receivers.filter((one) => !isAddressed(one)) }
}

function bundleOf(receivers: Addressed[]): Post[] {
  const [first] = receivers
  if (first === undefined) return []
  return [
    { verbund: first.name, receivers: receivers.toSorted((a, b) => order(a.unit, b.unit)), address: first.address },
  ]
}

/** All who get a letter, in the order of the sheets. */
export const inOrder = (posts: readonly Post[]): Addressed[] =>
  posts.flatMap((post) => ('receiver' in post ? [post.receiver] : post.receivers))

const isAddressed = (receiver: Receiver): receiver is Addressed => receiver.address !== null

const { compare: order } = new Intl.Collator('de', { numeric: true })

const keyOf = (post: Post): [PostalAddress, string] =>
  'receiver' in post ? [post.receiver.address, post.receiver.name] : [post.address, post.verbund]

function byPost(a: Post, b: Post): number {
  const [one, oneName] = keyOf(a)
  const [other, otherName] = keyOf(b)
  return (
    order(one.postcode, other.postcode) ||
    order(one.place, other.place) ||
    order(oneName, otherName) ||
    order(one.street, other.street)
  )
}
